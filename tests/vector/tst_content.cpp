// SPDX-License-Identifier: GPL-3.0-or-later
// What the vector readers make of each kind of file: types, places, families of attributes, guesses that are said.
#include "FeatureCollector.h"

#include <cmath>

#include <QDir>
#include <QTest>

using namespace twin;

class TestVectorContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void geoJson();
    void geoJsonWithoutPlace();
    void kml();
    void openStreetMap();
    void nas();
    void gmlArcsAndHoles();
    void gmlHostile_data();
    void gmlHostile();
    void csv_data();
    void csv();
    void csvWithoutPlace();
    void csvTypesAndEncoding();
    void csvWithALoneQuotationMark();
    void scores();

private:
    [[nodiscard]] QString write(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }
    QTemporaryDir m_folder;
};

namespace {

/// Where 7.472° East, 51.5149° North is (cs2cs), to a metre.
bool isInDortmund(const ProjectedPosition& p)
{
    return std::hypot(p.eastingMetres - 393974.74, p.northingMetres - 5708193.02) < 1;
}

QStringList reasons(const VectorOutcome& outcome)
{
    QStringList all;
    for (const Issue& issue : outcome.issues)
        all.append(issue.reason);
    return all;
}

} // namespace

void TestVectorContent::geoJson()
{
    const VectorOutcome outcome = readVector(write("a.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Reinoldi","year":1250,"height":104.5,"open":true,"none":null,"since":"2020-05-01"},
 "geometry":{"type":"Point","coordinates":[7.472,51.5149]}},
{"type":"Feature","properties":{"name":"Ring"},"geometry":{"type":"Polygon","coordinates":[[[7,51],[7.1,51],[7.1,51.1],[7,51]],[[7.05,51.01],[7.06,51.01],[7.06,51.02],[7.05,51.01]]]}},
{"type":"Feature","properties":{"name":"nowhere"},"geometry":null},
{"type":"Feature","properties":{"name":"both"},"geometry":{"type":"GeometryCollection","geometries":[
 {"type":"Point","coordinates":[7,51]},{"type":"LineString","coordinates":[[7,51],[7.1,51]]}]}}]})"));
    QVERIFY2(outcome.source, outcome.source ? "" : qPrintable(outcome.source.error().toText()));
    const FeatureCollector::Table& table = outcome.features.tables().at(0);
    QCOMPARE(table.features.size(), std::size_t(4));
    QCOMPARE(FeatureCollector::value(table, 0, "name").toString(), QStringLiteral("Reinoldi"));
    QCOMPARE(FeatureCollector::value(table, 0, "year").toLongLong(), 1250);
    QCOMPARE(FeatureCollector::value(table, 0, "height").toDouble(), 104.5);
    QCOMPARE(FeatureCollector::value(table, 0, "open"), QVariant(true));
    QCOMPARE(FeatureCollector::value(table, 0, "since"), QVariant(QDate(2020, 5, 1)));
    QVERIFY(FeatureCollector::value(table, 1, "year").isNull());
    QVERIFY(table.features[0].shape.kind == ShapeKind::Points);
    const ProjectedPosition& p = table.features[0].shape.points.at(0);
    QVERIFY2(isInDortmund(p), qPrintable(QStringLiteral("%1 %2").arg(p.eastingMetres).arg(p.northingMetres)));
    const FeatureShape& ring = table.features[1].shape;
    QVERIFY(ring.kind == ShapeKind::Areas);
    QCOMPARE(ring.partStarts, (std::vector<std::uint32_t>{0, 3}));
    QCOMPARE(ring.areaStarts, std::vector<std::uint32_t>{0});
    QVERIFY(table.features[2].shape.kind == ShapeKind::None);
    QVERIFY(table.features[3].shape.kind == ShapeKind::Lines);
    QCOMPARE(reasons(outcome), QStringList{QStringLiteral("feature.mixed-geometry")});
}

void TestVectorContent::geoJsonWithoutPlace()
{
    const VectorOutcome outcome = readVector(write("far.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[7.5,51.5]}},
{"type":"Feature","properties":{"n":2},"geometry":{"type":"Point","coordinates":[7,1e300]}}]})"));
    QVERIFY(outcome.source);
    QVERIFY(outcome.features.tables().at(0).features.at(0).shape.kind == ShapeKind::Points);
    QVERIFY(outcome.features.tables().at(0).features.at(1).shape.kind == ShapeKind::None);
    QCOMPARE(reasons(outcome), QStringList{QStringLiteral("crs.transform-failed")});
}

void TestVectorContent::kml()
{
    const VectorOutcome outcome = readVector(write("a.kml", R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>D</name><Folder><name>Kirchen</name><Placemark><name>Reinoldi</name><description>alt</description>
<Point><coordinates>7.472,51.5149,0</coordinates></Point></Placemark></Folder></Document></kml>)"));
    QVERIFY2(outcome.source, outcome.source ? "" : qPrintable(outcome.source.error().toText()));
    const FeatureCollector::Table& table = outcome.features.table("Kirchen");
    QCOMPARE(FeatureCollector::value(table, 0, "Name").toString(), QStringLiteral("Reinoldi"));
    QVERIFY(isInDortmund(table.features.at(0).shape.points.at(0)));
}

void TestVectorContent::openStreetMap()
{
    const VectorOutcome outcome = readVector(write("a.osm", R"(<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="51.5149" lon="7.472"><tag k="amenity" v="place_of_worship"/><tag k="name" v="Reinoldi"/></node>
<node id="2" lat="51.51" lon="7.47"/><node id="3" lat="51.52" lon="7.48"/>
<way id="9"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way></osm>)"));
    QVERIFY2(outcome.source, outcome.source ? "" : qPrintable(outcome.source.error().toText()));
    QVERIFY(isInDortmund(outcome.features.table("points").features.at(0).shape.points.at(0)));
    QCOMPARE(FeatureCollector::value(outcome.features.table("lines"), 0, "highway").toString(),
             QStringLiteral("residential"));
}

namespace {

QByteArray nasDocument(const QByteArray& members)
{
    return R"(<?xml version="1.0" encoding="utf-8"?>
<AX_Bestandsdatenauszug xmlns="http://www.adv-online.de/namespaces/adv/gid/6.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:wfs="http://www.opengis.net/wfs" xmlns:xlink="http://www.w3.org/1999/xlink">
<enthaelt><wfs:FeatureCollection><gml:boundedBy><gml:Envelope srsName="urn:adv:crs:ETRS89_UTM32"><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>
)" + members +
           "</wfs:FeatureCollection></enthaelt></AX_Bestandsdatenauszug>";
}

QByteArray square(const QByteArray& more = {})
{
    return R"(<gml:Surface srsName="urn:adv:crs:ETRS89_UTM32"><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring>
<gml:curveMember><gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>393000 5708000 393010 5708000 393010 5708010</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember>
<gml:curveMember><gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>393010 5708010 393000 5708010 393000 5708000</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember>
</gml:Ring></gml:exterior>)" +
           more + "</gml:PolygonPatch></gml:patches></gml:Surface>";
}

} // namespace

void TestVectorContent::nas()
{
    const VectorOutcome outcome = readVector(write(
        "nas.xml",
        nasDocument(
            R"(
<gml:featureMember><AX_Flurstueck gml:id="DENW1"><modellart><AA_Modellart><advStandardModell>DLKM</advStandardModell></AA_Modellart></modellart>
<amtlicheFlaeche>100.50</amtlicheFlaeche><flurstueckskennzeichen>050123</flurstueckskennzeichen><istGebucht xlink:href="urn:adv:oid:X"/>
<position>)" +
            square() +
            R"(</position><objektkoordinaten><gml:Point><gml:pos>393005 5708005</gml:pos></gml:Point></objektkoordinaten></AX_Flurstueck></gml:featureMember>
<gml:featureMember><AX_Flurstueck gml:id="DENW2"><amtlicheFlaeche>20</amtlicheFlaeche><position>)" +
            square() + R"(</position></AX_Flurstueck></gml:featureMember>
<gml:featureMember><AX_Buchungsblatt gml:id="DENW3"/></gml:featureMember>
<gml:featureMember><AP_PTO gml:id="DENW4"><position><gml:Point><gml:pos>393005 5708005</gml:pos></gml:Point></position></AP_PTO></gml:featureMember>)")));
    QVERIFY2(outcome.source, outcome.source ? "" : qPrintable(outcome.source.error().toText()));
    QCOMPARE(outcome.source->info.format, QStringLiteral("ALKIS NAS"));
    QCOMPARE(outcome.features.tables().size(), std::size_t(1));
    const FeatureCollector::Table& table = outcome.features.table("AX_Flurstueck");
    QCOMPARE(table.features.size(), std::size_t(2));
    QCOMPARE(table.features[0].id, QStringLiteral("DENW1"));
    QCOMPARE(FeatureCollector::value(table, 0, "amtlicheFlaeche"), QVariant(100.5));
    QCOMPARE(FeatureCollector::value(table, 0, "flurstueckskennzeichen"), QVariant(QStringLiteral("050123")));
    QCOMPARE(FeatureCollector::value(table, 0, "modellart.advStandardModell").toString(), QStringLiteral("DLKM"));
    QCOMPARE(FeatureCollector::value(table, 0, "istGebucht").toString(), QStringLiteral("urn:adv:oid:X"));
    QVERIFY(table.features[0].shape.kind == ShapeKind::Areas); // not the point of its label
    QCOMPARE(table.features[0].shape.points.size(), std::size_t(4));
    QCOMPARE(table.features[0].shape.points[2], (ProjectedPosition{393010, 5708010, 0}));
    QVERIFY(outcome.issues.empty());
    QCOMPARE(outcome.source->remarks.size(), 1); // one object without geometry
}

void TestVectorContent::gmlArcsAndHoles()
{
    const QByteArray arc =
        R"(<gml:Curve><gml:segments><gml:Arc><gml:posList>393000 5708000 393005 5708005 393010 5708000</gml:posList></gml:Arc></gml:segments></gml:Curve>)";
    const QByteArray hole =
        R"(<gml:interior><gml:LinearRing><gml:posList>393004 5708004 393006 5708004 393006 5708006 393004 5708004</gml:posList></gml:LinearRing></gml:interior>)";
    const VectorOutcome outcome =
        readVector(write("arcs.gml", nasDocument("<gml:featureMember><AX_A gml:id=\"a\"><position>" + arc +
                                                 "</position></AX_A></gml:featureMember>"
                                                 "<gml:featureMember><AX_B gml:id=\"b\"><position>" +
                                                 square(hole) + "</position></AX_B></gml:featureMember>")));
    QVERIFY(outcome.source);
    const FeatureShape& curve = outcome.features.table("AX_A").features.at(0).shape;
    QVERIFY(curve.kind == ShapeKind::Lines);
    QVERIFY(curve.points.size() > 20);
    for (const ProjectedPosition& p : curve.points)
        QVERIFY(std::abs(std::hypot(p.eastingMetres - 393005, p.northingMetres - 5708000) - 5) < 0.001);
    QCOMPARE(outcome.features.table("AX_B").features.at(0).shape.partStarts, (std::vector<std::uint32_t>{0, 4}));
}

void TestVectorContent::gmlHostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray feature =
        "<gml:featureMember><AX_A><position>" + square() + "</position></AX_A></gml:featureMember>";
    QByteArray entities = nasDocument(feature);
    entities.insert(entities.indexOf("<AX_B"), "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
    QTest::newRow("doctype") << entities << ErrorCode::MalformedData;
    QTest::newRow("truncated") << nasDocument(feature).left(900) << ErrorCode::MalformedData;
    QTest::newRow("nothing") << nasDocument({}) << ErrorCode::NoData;
    QByteArray deep = "<gml:featureMember><AX_A>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    QTest::newRow("deep") << nasDocument(deep) << ErrorCode::MalformedData;
    QByteArray noCrs = nasDocument(feature);
    noCrs.replace("srsName=\"urn:adv:crs:ETRS89_UTM32\"", "");
    QTest::newRow("no CRS") << noCrs << ErrorCode::MissingCrs;
}

void TestVectorContent::gmlHostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const VectorOutcome outcome = readVector(write("hostile.gml", bytes));
    QVERIFY(!outcome.source);
    QCOMPARE(int(outcome.source.error().code), int(code));
    QVERIFY(outcome.features.tables().empty());
}

void TestVectorContent::csv_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("crs");
    const auto row = [](const char* name, const QByteArray& bytes, const char* crs) {
        QTest::newRow(name) << bytes << QString::fromLatin1(crs);
    };
    row("UTM", "Name;X;Y\nReinoldi;393974,7;5708193,0\n", "EPSG:25832");
    row("UTM with thousands", "Name;Rechtswert;Hochwert\nReinoldi;393.974,7;5.708.193,0\n", "EPSG:25832");
    row("zone prefix", "Name;Ostwert;Nordwert\nReinoldi;32393974,7;5708193,0\n", "EPSG:4647");
    row("degrees", "name,lat,lon\nReinoldi,51.5149,7.472\n", "EPSG:4326");
    row("degrees, comma", "name;Breitengrad;L\xC3\xA4ngengrad\nReinoldi;51,5149;7,472\n", "EPSG:4326");
    row("one column", "name;geo_point_2d\nReinoldi;51.5149, 7.472\n", "EPSG:4326");
    row("WKT", "WKT;name\n\"POINT (7.472 51.5149)\";Reinoldi\n", "EPSG:4326");
    row("tabs, BOM, CRLF", "\xEF\xBB\xBFname\tx\ty\r\nReinoldi\t393974.7\t5708193.0\r\n", "EPSG:25832");
}

void TestVectorContent::csv()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, crs);
    const VectorOutcome outcome = readVector(write("t.csv", bytes));
    QVERIFY2(outcome.source, outcome.source ? "" : qPrintable(outcome.source.error().toText()));
    QCOMPARE(outcome.source->info.crs, crs);
    QCOMPARE(outcome.source->info.crsOrigin, QStringLiteral("guess"));
    QCOMPARE(outcome.source->remarks.size(), 1);
    const FeatureCollector::Table& table = outcome.features.table("t");
    QCOMPARE(table.features.size(), std::size_t(1));
    const ProjectedPosition& p = table.features[0].shape.points.at(0);
    QVERIFY2(isInDortmund(p),
             qPrintable(QStringLiteral("%1 %2").arg(p.eastingMetres, 0, 'f', 1).arg(p.northingMetres, 0, 'f', 1)));
}

void TestVectorContent::csvWithoutPlace()
{
    const VectorOutcome none = readVector(write("t.csv", "a;b\n1;2\n"));
    QVERIFY(!none.source);
    QCOMPARE(int(none.source.error().code), int(ErrorCode::NoData));
    const VectorOutcome local = readVector(write("t.csv", "x;y\n1000;2000\n"));
    QVERIFY(!local.source);
    QCOMPARE(int(local.source.error().code), int(ErrorCode::MissingCrs));
    const VectorOutcome told = readVector(write("t.csv", "x;y\n1000;2000\n"), QStringLiteral("EPSG:25832"));
    QVERIFY(told.source);
    QCOMPARE(told.source->info.crsOrigin, QStringLiteral("--crs"));
}

void TestVectorContent::csvTypesAndEncoding()
{
    const VectorOutcome outcome = readVector(write(
        "t.csv", "x;y;AGS;Anteil;Zahl;Stra\xDF"
                 "e\n393853;5708036;05913000;63,84;7;\"M\xFCnster\"\"str\"\n393853;5708036;05978028;;8;\"a\nb\"\n"));
    QVERIFY(outcome.source);
    const FeatureCollector::Table& table = outcome.features.table("t");
    QCOMPARE(table.features.size(), std::size_t(2));
    QCOMPARE(FeatureCollector::value(table, 0, "AGS"), QVariant(QStringLiteral("05913000")));
    QCOMPARE(FeatureCollector::value(table, 0, "Anteil"), QVariant(63.84));
    QVERIFY(FeatureCollector::value(table, 1, "Anteil").isNull());
    QCOMPARE(FeatureCollector::value(table, 0, "Zahl"), QVariant(qlonglong(7)));
    QCOMPARE(FeatureCollector::value(table, 0, "Straße").toString(), QString::fromUtf8("Münster\"str"));
    QCOMPARE(FeatureCollector::value(table, 1, "Straße").toString(), QStringLiteral("a\nb"));
    QCOMPARE(outcome.source->remarks.size(), 2);
}

/// All that follows is one value then, megabytes of it: still read in one go.
void TestVectorContent::csvWithALoneQuotationMark()
{
    QByteArray text = "x;y;name\n393853;5708036;gut\n393853;5708036;\"offen\n";
    const QByteArray line = "393853;5708036;noch eine\n";
    while (text.size() < (6 << 20))
        text += line;
    const VectorOutcome outcome = readVector(write("t.csv", text));
    QVERIFY(outcome.source);
    const FeatureCollector::Table& table = outcome.features.table("t");
    QCOMPARE(table.features.size(), std::size_t(2));
    QVERIFY(FeatureCollector::value(table, 1, "name").toString().size() > (5 << 20));
}

void TestVectorContent::scores()
{
    const auto score = [](const char* path, const QByteArray& head) {
        return vector::score(QLatin1String(path), head);
    };
    const QByteArray collection = R"({ "type": "FeatureCollection")";
    const QByteArray cityJson = R"({"type":"CityJSON")";
    const QByteArray gml = R"(<wfs:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2")";
    const QByteArray cityGml =
        R"(<core:CityModel xmlns="http://www.opengis.net/citygml/2.0" xmlns:gml="http://www.opengis.net/gml")";
    QVERIFY(score("a.geojson", collection) > 80);
    QCOMPARE(score("a.json", cityJson), 0);
    QVERIFY(score("a.gml", gml) > 70);
    QCOMPARE(score("a.gml", cityGml), 0);
    QVERIFY(score("a.csv", "a;b") < 50);
    QCOMPARE(score("a.txt", "a;b"), 0);
}

QTEST_GUILESS_MAIN(TestVectorContent)
#include "tst_content.moc"

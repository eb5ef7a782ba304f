// SPDX-License-Identifier: GPL-3.0-or-later
// Geodata as they should not be but are: other encodings and line ends, axis orders, prefixes of zones, feet, several
// CRSs and ids in one file, missing heights, huge rings, nothing at all.
#include "FeatureCollector.h"

#include <cmath>

#include <QStringEncoder>
#include <QTest>

using namespace twin;

class TestVectorEdges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodings_data();
    void encodings();
    void gmlAxisOrder_data();
    void gmlAxisOrder();
    void twoCrsInOneFile();
    void zonePrefixes_data();
    void zonePrefixes();
    void feet();
    void geometriesAlone();
    void metresInNoSystem();
    void missingHeights();
    void idsTwice();
    void ringsOfManyPoints_data();
    void ringsOfManyPoints();
    void emptyFiles_data();
    void emptyFiles();
    void featuresWithoutACollection();
    void topologies();

private:
    [[nodiscard]] QString write(const QByteArray& name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name.constData());
        return path;
    }
    QTemporaryDir m_folder;
};

namespace {

/// Where 7.472° East, 51.5149° North is (cs2cs).
constexpr double east = 393974.74;
constexpr double north = 5708193.02;

QByteArray place(const QByteArray& srsName, const QByteArray& position, const QByteArray& id = "o1")
{
    return "<gml:featureMember>\n<x:Ort gml:id=\"" + id + "\"><x:name>Straße</x:name><x:lage><gml:Point srsName=\"" +
           srsName + "\"><gml:pos>" + position + "</gml:pos></gml:Point></x:lage></x:Ort>\n</gml:featureMember>\n";
}

QByteArray gml(const QByteArray& members, const QByteArray& encoding = "UTF-8")
{
    return "<?xml version=\"1.0\" encoding=\"" + encoding +
           "\"?>\n<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml/3.2\" "
           "xmlns:x=\"http://example.org/x\">\n" +
           members + "</gml:FeatureCollection>\n";
}

QByteArray geoJson(const QByteArray& geometry, int crs = 25832)
{
    return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG:"
           ":" +
           QByteArray::number(crs) +
           "\"}},\n\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"Straße\"},\"geometry\":" + geometry +
           "}]}\n";
}

const FeatureCollector::Table& only(const VectorOutcome& outcome)
{
    if (outcome.features.tables().size() != 1)
        qFatal("%d tables", int(outcome.features.tables().size()));
    return outcome.features.tables().front();
}

QByteArray why(const VectorOutcome& outcome)
{
    return outcome.source ? QByteArray() : outcome.source.error().toText().toUtf8();
}

bool isInDortmund(const Feature& feature)
{
    const ProjectedPosition& p = feature.shape.points.at(0);
    return std::hypot(p.eastingMetres - east, p.northingMetres - north) < 1;
}

} // namespace

void TestVectorEdges::encodings_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray mark("\xEF\xBB\xBF");
    const auto utf16 = [](const QByteArray& text, QStringConverter::Encoding encoding) {
        return QByteArray(QStringEncoder(encoding, QStringConverter::Flag::WriteBom)(QString::fromUtf8(text)));
    };
    const QByteArray xml = gml(place("EPSG:25832", "393974.74 5708193.02"));
    QTest::newRow("GML, mark") << QByteArray("a.gml") << mark + xml;
    QTest::newRow("GML, Windows") << QByteArray("a.gml") << QByteArray(xml).replace("\n", "\r\n");
    QTest::newRow("GML, Latin-1")
        << QByteArray("a.gml")
        << QString::fromUtf8(gml(place("EPSG:25832", "393974.74 5708193.02"), "ISO-8859-1")).toLatin1();
    QTest::newRow("GML, UTF-16 LE") << QByteArray("a.gml")
                                    << utf16(gml(place("EPSG:25832", "393974.74 5708193.02"), "UTF-16"),
                                             QStringConverter::Utf16LE);
    QTest::newRow("GML, UTF-16 BE") << QByteArray("a.gml")
                                    << utf16(gml(place("EPSG:25832", "393974.74 5708193.02"), "UTF-16"),
                                             QStringConverter::Utf16BE);
    const QByteArray json = geoJson("{\"type\":\"Point\",\"coordinates\":[393974.74,5708193.02]}");
    QTest::newRow("GeoJSON, mark") << QByteArray("a.geojson") << mark + json;
    QTest::newRow("GeoJSON, Windows") << QByteArray("a.geojson") << QByteArray(json).replace("\n", "\r\n");
    const QByteArray csv = "name;x;y\nStraße;393974,74;5708193,02\n";
    QTest::newRow("CSV, mark, Windows") << QByteArray("a.csv") << mark + QByteArray(csv).replace("\n", "\r\n");
    QTest::newRow("CSV, UTF-16 LE") << QByteArray("a.csv") << utf16(csv, QStringConverter::Utf16LE);
    QTest::newRow("CSV, UTF-16 BE") << QByteArray("a.csv") << utf16(csv, QStringConverter::Utf16BE);
}

void TestVectorEdges::encodings()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    const VectorOutcome outcome = readVector(write(name, bytes));
    QVERIFY2(outcome.source, why(outcome));
    QCOMPARE(only(outcome).features.size(), std::size_t(1));
    QVERIFY(isInDortmund(only(outcome).features[0]));
    QCOMPARE(FeatureCollector::value(only(outcome), 0, "name").toString(), QStringLiteral("Straße"));
}

/// The spelling of a CRS says which axis comes first; where it does not, the values do.
void TestVectorEdges::gmlAxisOrder_data()
{
    QTest::addColumn<QByteArray>("srsName");
    QTest::addColumn<QByteArray>("position");
    const QByteArray latitudeFirst = "51.5149 7.472";
    const QByteArray longitudeFirst = "7.472 51.5149";
    QTest::newRow("urn") << QByteArray("urn:ogc:def:crs:EPSG::4258") << latitudeFirst;
    QTest::newRow("http") << QByteArray("http://www.opengis.net/def/crs/EPSG/0/4326") << latitudeFirst;
    QTest::newRow("short") << QByteArray("EPSG:4326") << longitudeFirst;
    QTest::newRow("short, latitude first") << QByteArray("EPSG:4326") << latitudeFirst;
    QTest::newRow("CRS84") << QByteArray("urn:ogc:def:crs:OGC:1.3:CRS84") << longitudeFirst;
}

void TestVectorEdges::gmlAxisOrder()
{
    QFETCH(QByteArray, srsName);
    QFETCH(QByteArray, position);
    const VectorOutcome outcome = readVector(write("a.gml", gml(place(srsName, position))));
    QVERIFY2(outcome.source, why(outcome));
    QVERIFY(isInDortmund(only(outcome).features.at(0)));
}

void TestVectorEdges::twoCrsInOneFile()
{
    const VectorOutcome outcome =
        readVector(write("a.gml", gml(place("EPSG:25832", "393974.74 5708193.02", "a") +
                                      place("urn:ogc:def:crs:EPSG::4258", "51.5149 7.472", "b") +
                                      place("EPSG:4647", "32393974.74 5708193.02", "c"))));
    QVERIFY2(outcome.source, why(outcome));
    QCOMPARE(only(outcome).features.size(), std::size_t(3));
    for (const Feature& feature : only(outcome).features)
        QVERIFY2(isInDortmund(feature), qPrintable(feature.id));
}

void TestVectorEdges::zonePrefixes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("GML") << QByteArray("a.gml") << gml(place("EPSG:25832", "32393974.74 5708193.02"));
    QTest::newRow("CSV") << QByteArray("a.csv") << QByteArray("x;y\n32393974.74;5708193.02\n");
    const QByteArray point = "{\"type\":\"Point\",\"coordinates\":[32393974.74,5708193.02]}";
    QTest::newRow("GeoJSON") << QByteArray("a.geojson") << geoJson(point);
    QTest::newRow("GeoJSON, system with the zone") << QByteArray("a.geojson") << geoJson(point, 4647);
}

void TestVectorEdges::zonePrefixes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    const VectorOutcome outcome = readVector(write(name, bytes));
    QVERIFY2(outcome.source, why(outcome));
    QVERIFY(isInDortmund(only(outcome).features.at(0)));
}

/// Ten feet on Long Island (EPSG:2263) are three metres, wherever they come to lie.
void TestVectorEdges::feet()
{
    const VectorOutcome outcome = readVector(write(
        "a.geojson", geoJson("{\"type\":\"LineString\",\"coordinates\":[[984000,200000],[984010,200000]]}", 2263)));
    QVERIFY2(outcome.source, why(outcome));
    const std::vector<ProjectedPosition>& points = only(outcome).features.at(0).shape.points;
    const double metres = std::hypot(points[1].eastingMetres - points[0].eastingMetres,
                                     points[1].northingMetres - points[0].northingMetres);
    QVERIFY2(metres > 2.5 && metres < 5.5, qPrintable(QString::number(metres))); // so far from the zone scale is off
}

/// A GeoJSON text may be a geometry without a feature around it (RFC 7946 §2).
void TestVectorEdges::geometriesAlone()
{
    for (const char* text : {R"({ "type": "Point", "coordinates": [7.472, 51.5149] })",
                             R"({"coordinates":[[7.472,51.5149],[7.473,51.5149]],"type":"LineString"})"}) {
        const QString path = write("alone.json", text);
        QVERIFY(vector::score(path, text) > 0);
        const VectorOutcome outcome = readVector(path);
        QVERIFY2(outcome.source, why(outcome));
        QCOMPARE(only(outcome).features.size(), std::size_t(1));
        QVERIFY(isInDortmund(only(outcome).features[0]));
    }
}

/// GeoJSON without a system is in degrees; where the numbers cannot be, --crs counts.
void TestVectorEdges::metresInNoSystem()
{
    const QString path = write("metres.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
"properties":{},"geometry":{"type":"Point","coordinates":[393974.74,5708193.02]}}]})");
    const VectorOutcome refused = readVector(path);
    QVERIFY(!refused.source);
    QCOMPARE(int(refused.source.error().code), int(ErrorCode::MissingCrs));
    QVERIFY(refused.source.error().effectiveRemedy().contains(QLatin1String("--crs")));
    const VectorOutcome outcome = readVector(path, {QStringLiteral("EPSG:25832")});
    QVERIFY2(outcome.source, why(outcome));
    QVERIFY(isInDortmund(only(outcome).features.at(0)));
}

void TestVectorEdges::missingHeights()
{
    const VectorOutcome outcome =
        readVector(write("a.geojson", geoJson("{\"type\":\"LineString\",\"coordinates\":[[393974.74,5708193.02,90],["
                                              "393980,5708193.02],[393990,5708190,91]]}")));
    QVERIFY2(outcome.source, why(outcome));
    QCOMPARE(only(outcome).features.at(0).shape.points.size(), std::size_t(3));
    for (const ProjectedPosition& p : only(outcome).features[0].shape.points)
        QVERIFY(std::isfinite(p.heightMetres));
}

void TestVectorEdges::idsTwice()
{
    const QByteArray one = place("EPSG:25832", "393974.74 5708193.02");
    const VectorOutcome outcome = readVector(write("a.gml", gml(one + one)));
    QVERIFY2(outcome.source, why(outcome));
    QCOMPARE(only(outcome).features.size(), std::size_t(2));
}

void TestVectorEdges::ringsOfManyPoints_data()
{
    QTest::addColumn<bool>("isGml");
    QTest::newRow("GML") << true;
    QTest::newRow("GeoJSON") << false;
}

void TestVectorEdges::ringsOfManyPoints()
{
    QFETCH(bool, isGml);
    constexpr int count = 50'000;
    QByteArray list;
    for (int i = 0; i <= count; ++i) {
        const double angle = 2 * 3.14159265358979 * (i % count) / count;
        const QByteArray x = QByteArray::number(east + 1000 * std::cos(angle), 'f', 4);
        const QByteArray y = QByteArray::number(north + 1000 * std::sin(angle), 'f', 4);
        list += isGml ? x + ' ' + y + ' ' : (i > 0 ? ",[" : "[") + x + ',' + y + ']';
    }
    const QByteArray polygon = "<gml:featureMember><x:Feld><x:lage><gml:Polygon srsName=\"EPSG:25832\"><gml:exterior>"
                               "<gml:LinearRing><gml:posList>" +
                               list +
                               "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></x:lage></x:Feld>"
                               "</gml:featureMember>";
    const VectorOutcome outcome =
        isGml ? readVector(write("a.gml", gml(polygon)))
              : readVector(write("a.geojson", geoJson("{\"type\":\"Polygon\",\"coordinates\":[[" + list + "]]}")));
    QVERIFY2(outcome.source, why(outcome));
    QCOMPARE(only(outcome).features.at(0).shape.points.size(), std::size_t(count));
    QVERIFY(outcome.issues.empty());
}

void TestVectorEdges::emptyFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char* ending : {"gml", "xml", "geojson", "csv", "gpkg", "shp", "fgb", "osm", "osm.pbf", "kml"}) {
        QTest::addRow("%s", ending) << QByteArray();
        QTest::addRow("blank.%s", ending) << QByteArray(" \r\n\t");
    }
}

void TestVectorEdges::emptyFiles()
{
    QFETCH(QByteArray, bytes);
    const QByteArray tag = QTest::currentDataTag();
    const VectorOutcome outcome =
        readVector(write((tag.contains('.') ? QByteArray() : QByteArray("none.")) + tag, bytes));
    QVERIFY(!outcome.source);
    QVERIFY(!outcome.source.error().summary.isEmpty());
    QVERIFY(!outcome.source.error().effectiveRemedy().isEmpty());
}

/// As exporters of OpenStreetMap write them: a list, or one feature a line.
void TestVectorEdges::featuresWithoutACollection()
{
    const QByteArray feature = "{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},\"geometry\":{\"type\":\"Point\","
                               "\"coordinates\":[7.472,51.5149]}}";
    for (const QByteArray& text : {'[' + feature + ",\n" + feature + ']', feature + '\n' + feature + '\n'}) {
        QVERIFY(vector::score(QStringLiteral("a.geojson"), text) > 50);
        const VectorOutcome outcome = readVector(write("a.geojson", text));
        QVERIFY2(outcome.source, why(outcome));
        QCOMPARE(only(outcome).features.size(), std::size_t(2));
        QVERIFY(isInDortmund(only(outcome).features[1]));
    }
}

/// Borders that neighbours share, as steps of a grid.
void TestVectorEdges::topologies()
{
    const QByteArray text = R"({"type":"Topology","transform":{"scale":[0.001,0.001],"translate":[7.472,51.5149]},)"
                            R"("arcs":[[[0,0],[10,0],[0,10],[-10,0],[0,-10]]],)"
                            R"("objects":{"bezirke":{"type":"GeometryCollection","geometries":[)"
                            R"({"type":"Polygon","arcs":[[0]],"properties":{"name":"Mitte"}}]}}})";
    QVERIFY(vector::score(QStringLiteral("a.topo.json"), text) > 50);
    const VectorOutcome outcome = readVector(write("a.topo.json", text));
    QVERIFY2(outcome.source, why(outcome));
    QCOMPARE(only(outcome).table.name, QStringLiteral("bezirke"));
    QCOMPARE(FeatureCollector::value(only(outcome), 0, "name").toString(), QStringLiteral("Mitte"));
    QCOMPARE(only(outcome).features.at(0).shape.points.size(), std::size_t(4));
    QVERIFY(isInDortmund(only(outcome).features[0]));
}

QTEST_GUILESS_MAIN(TestVectorEdges)
#include "tst_edges.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Every CityJSON file that is at hand against counts that count_cityjson.py made of it
// (tests/data/cityjson/counts.csv).
#include "CityJsonFixture.h"

#include <map>

#include <QFileInfo>
#include <QTest>
#include <QXmlStreamReader>

using namespace twin;

class TestCityJsonGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesIndependentCount_data();
    void matchesIndependentCount();
    void agreesWithCityGmlOfTheSameData();
    void sequenceAgreesWithDocument();
};

namespace {

using Row = QMap<QString, QString>;

QString shared(const QString& name)
{
    return QStringLiteral(TWIN_SHARED_DIR "/data/") + name;
}

struct Sums {
    std::map<QString, qint64> counts;
    double x = 0, y = 0, z = 0;
};

void addUp(const CityObject& object, Sums& sums)
{
    ++sums.counts[QStringLiteral("objects")];
    sums.counts[QStringLiteral("curves")] += qint64(object.curves.size());
    sums.counts[QStringLiteral("instances")] += qint64(object.instances.size());
    sums.counts[QStringLiteral("addresses")] += qint64(object.addresses.size());
    sums.counts[QStringLiteral("attributes")] += qint64(object.attributes.size());
    for (const Surface& surface : object.surfaces) {
        ++sums.counts[QStringLiteral("surfaces")];
        sums.counts[QStringLiteral("rings")] += qint64(surface.polygon.ringStarts.size());
        sums.counts[QStringLiteral("points")] += qint64(surface.polygon.points.size());
        const bool footprint = surface.lod < 10 && surface.type == SurfaceType::Ground;
        sums.counts[QStringLiteral("thematic")] += surface.type != SurfaceType::None && !footprint;
        for (const ProjectedPosition& p : surface.polygon.points) {
            sums.x += p.eastingMetres;
            sums.y += p.northingMetres;
            sums.z += p.heightMetres;
        }
    }
    for (const CityObject& child : object.children)
        addUp(child, sums);
}

Sums sumsOf(const std::vector<CityObject>& objects)
{
    Sums sums;
    for (const CityObject& object : objects)
        addUp(object, sums);
    return sums;
}

bool isNear(double actual, double expected)
{
    return std::abs(actual - expected) <= 1e-9 * std::abs(expected) + 1e-4;
}

} // namespace

void TestCityJsonGolden::matchesIndependentCount_data()
{
    QTest::addColumn<Row>("row");
    QFile file(QStringLiteral(TWIN_TEST_DATA "/cityjson/counts.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList columns = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
    int atHand = 0;
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
        QCOMPARE(cells.size(), columns.size());
        Row row;
        for (qsizetype i = 0; i < cells.size(); ++i)
            row.insert(columns[i], cells[i]);
        if (!QFileInfo::exists(shared(row[QStringLiteral("file")])))
            continue;
        ++atHand;
        QTest::newRow(qPrintable(cells[0])) << row;
    }
    if (atHand == 0)
        QSKIP("The CityJSON files are not at hand (../shared/data).");
}

void TestCityJsonGolden::matchesIndependentCount()
{
    QFETCH(Row, row);
    cityjson::ReadOptions options;
    options.crs = row[QStringLiteral("crs")];
    const auto [summary, sink] = CityJsonFixture::readFiles({shared(row[QStringLiteral("file")])}, options);
    if (const QString refused = row[QStringLiteral("refused")]; !refused.isEmpty()) {
        QVERIFY(!summary);
        QVERIFY(!summary.error().summary.isEmpty());
        return;
    }
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText() + summary.error().detail));
    QCOMPARE(summary->sources.at(0).format, row[QStringLiteral("format")]);
    Sums sums = sumsOf(sink->objects());
    sums.counts[QStringLiteral("roots")] = qint64(sink->objects().size());
    for (const char* name : {"objects", "roots", "surfaces", "thematic", "rings", "points", "curves", "instances",
                             "addresses", "attributes"}) {
        const QString key = QLatin1String(name);
        QVERIFY2(
            QString::number(sums.counts[key]) == row[key],
            qPrintable(QStringLiteral("%1: %2, independent count %3").arg(key).arg(sums.counts[key]).arg(row[key])));
    }
    if (options.crs == QLatin1String("EPSG:25832")) { // nothing is converted
        QVERIFY(isNear(sums.x, row[QStringLiteral("sumX")].toDouble()));
        QVERIFY(isNear(sums.y, row[QStringLiteral("sumY")].toDouble()));
        QVERIFY(isNear(sums.z, row[QStringLiteral("sumZ")].toDouble()));
    } else if (sums.counts[QStringLiteral("points")] > 0 &&
               !row[QStringLiteral("file")].contains(QLatin1String("notransform"))) { // heights stay as they are
        QVERIFY(isNear(sums.z, row[QStringLiteral("sumZ")].toDouble()));
    }
}

/// citygml4j's buildings exist as CityGML 3.0, too: the same polygons, corner for corner, counted in its XML.
void TestCityJsonGolden::agreesWithCityGmlOfTheSameData()
{
    const QString json = shared(QStringLiteral("cityjson/lod2_buildings_as_CityJSON_features.jsonl"));
    QFile xmlFile(shared(QStringLiteral("citygml-std/citygml4j/lod2_buildings_v3.gml")));
    if (!QFileInfo::exists(json) || !xmlFile.open(QIODevice::ReadOnly))
        QSKIP("The twin data are not at hand (../shared/data).");
    cityjson::ReadOptions options;
    options.crs = QStringLiteral("EPSG:25832");
    const auto [summary, sink] = CityJsonFixture::readFiles({json}, options);
    QVERIFY(summary);
    const Sums sums = sumsOf(sink->objects());

    std::map<QString, qint64> surfaces;
    qint64 points = 0;
    double x = 0, y = 0, z = 0;
    QXmlStreamReader xml(&xmlFile);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name().endsWith(QLatin1String("Surface")))
            ++surfaces[xml.name().toString()];
        if (xml.name() == QLatin1String("posList")) {
            const QStringList numbers = xml.readElementText().simplified().split(QLatin1Char(' '));
            for (qsizetype i = 0; i + 3 < numbers.size(); i += 3) { // without the closing point
                ++points;
                x += numbers[i].toDouble();
                y += numbers[i + 1].toDouble();
                z += numbers[i + 2].toDouble();
            }
        }
    }
    std::map<QString, qint64> read;
    for (const CityObject& object : sink->objects())
        for (const Surface& surface : object.surfaces)
            ++read[typeName(surface.type)];
    QCOMPARE(read[QStringLiteral("RoofSurface")], surfaces[QStringLiteral("RoofSurface")]);
    QCOMPARE(read[QStringLiteral("WallSurface")], surfaces[QStringLiteral("WallSurface")]);
    QCOMPARE(read[QStringLiteral("GroundSurface")], surfaces[QStringLiteral("GroundSurface")]);
    QCOMPARE(sums.counts.at(QStringLiteral("points")), points);
    QVERIFY(isNear(sums.x, x) && isNear(sums.y, y) && isNear(sums.z, z));
}

void TestCityJsonGolden::sequenceAgreesWithDocument()
{
    const QString document = shared(QStringLiteral("cityjson/3dbag_b2.city.json"));
    const QString sequence = shared(QStringLiteral("cityjson-edge/val3dity/cityjsonseq/3dbag_b2.city.jsonl"));
    if (!QFileInfo::exists(document) || !QFileInfo::exists(sequence))
        QSKIP("The files are not at hand (../shared/data).");
    const auto one = CityJsonFixture::readFiles({document});
    const auto many = CityJsonFixture::readFiles({sequence});
    QVERIFY(one.summary && many.summary);
    QCOMPARE(one.sink->objects().size(), many.sink->objects().size());
    std::map<QString, const CityObject*> byId;
    for (const CityObject& object : many.sink->objects())
        byId[object.id] = &object;
    for (const CityObject& object : one.sink->objects()) {
        QVERIFY(byId.count(object.id) == 1);
        const CityObject& other = *byId[object.id];
        QCOMPARE(object.attributes.size(), other.attributes.size());
        QCOMPARE(object.children.size(), other.children.size());
        QCOMPARE(object.surfaces.size(), other.surfaces.size());
    }
}

QTEST_GUILESS_MAIN(TestCityJsonGolden)
#include "tst_golden.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Terrain that is added together with the lines on which it bends.
#include "app/services/ImportService.h"
#include "app/services/LayerService.h"
#include "geo/Heights.h"
#include "services/Houses.h"

#include <algorithm>
#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

/// A plain at 80 m, and what lines at 84 m and 86 m make of it.
class TestBreaklineLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void linesSharpenTheGround_data();
    void linesSharpenTheGround();
    void refuses_data();
    void refuses();

private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return path;
    }
    [[nodiscard]] Result<services::AddSummary> add(const QStringList& sources, const QString& lines) const
    {
        services::AddRequest request;
        request.region = region();
        request.sources = sources;
        request.breaklines = {lines};
        request.crs = QStringLiteral("EPSG:25832+7837");
        return services::addLayers(request, {}, {});
    }
    [[nodiscard]] QString region() const { return m_folder.filePath(QStringLiteral("region")); }

    QTemporaryDir m_folder;
    QString m_plain;
};

namespace {

QByteArray geoJson(const QByteArray& coordinates)
{
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},
"features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":)" +
           coordinates + "}}]}";
}

QByteArray relief(const QByteArray& component)
{
    return R"(<?xml version="1.0"?><core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0"
xmlns:dem="http://www.opengis.net/citygml/relief/2.0" xmlns:gml="http://www.opengis.net/gml">
<core:cityObjectMember><dem:ReliefFeature gml:id="r"><dem:lod>2</dem:lod><dem:reliefComponent>)" +
           component + "</dem:reliefComponent></dem:ReliefFeature></core:cityObjectMember></core:CityModel>";
}

QByteArray breaklineRelief(const QByteArray& property)
{
    return relief("<dem:BreaklineRelief gml:id=\"b\"><dem:lod>2</dem:lod><dem:" + property +
                  "><gml:MultiCurve srsName=\"EPSG:25832\"><gml:curveMember><gml:LineString><gml:posList "
                  "srsDimension=\"3\">393010 5707050 84 393090 5707050 86</gml:posList></gml:LineString>"
                  "</gml:curveMember></gml:MultiCurve></dem:" +
                  property + "></dem:BreaklineRelief>");
}

} // namespace

void TestBreaklineLayers::initTestCase()
{
    services::ImportRequest request;
    request.sources = {write(QStringLiteral("house.gml"), test::model({test::House{"h"}}))};
    request.out = region();
    const auto made = services::importSources(request, {}, {});
    QVERIFY2(made, made ? "" : qPrintable(made.error().toText()));
    QByteArray plain;
    for (int y = 100; y >= 0; y -= 2)
        for (int x = 0; x <= 100; x += 2)
            plain += QByteArray::number(393000 + x) + ' ' + QByteArray::number(5707000 + y) + " 80\n";
    m_plain = write(QStringLiteral("plain.xyz"), plain);
}

void TestBreaklineLayers::linesSharpenTheGround_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("GeoJSON") << QStringLiteral("lines.geojson") << geoJson("[[393010,5707050,84],[393090,5707050,86]]");
    QTest::newRow("GeoJSON of GPS") << QStringLiteral("gps.geojson")
                                    << QByteArray(R"({"type":"LineString","coordinates":
[[7.458448685,51.504444088,84],[7.459600906,51.504459228,86]]})");
    QTest::newRow("break lines of a relief") << QStringLiteral("relief.gml") << breaklineRelief("breaklines");
    QTest::newRow("ridges of a relief") << QStringLiteral("ridges.gml") << breaklineRelief("ridgeOrValleyLines");
}

void TestBreaklineLayers::linesSharpenTheGround()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, lines);
    const auto added = add({m_plain}, write(name, lines));
    QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
    QCOMPARE(added->import.layers.size(), std::size_t(1)); // lines are no layer of their own
    const SceneFrame frame({393000, 5707000, 0});
    const auto heights = geo::HeightRaster::open(
        QStringLiteral("%1/layers/%2/heights.tif").arg(region(), added->import.layers.front().id));
    QVERIFY2(heights, heights ? "" : qPrintable(heights.error().toText()));
    const auto ground = heights->ground(frame);
    QVERIFY(ground);
    const auto at = [&ground](double x, double y) { return ground->heightAt(x, y).value_or(0); };
    QVERIFY2(std::abs(at(12, 50) - 84.05) < 0.06, qPrintable(QString::number(at(12, 50))));
    QVERIFY2(std::abs(at(50, 50) - 85) < 0.06, qPrintable(QString::number(at(50, 50))));
    QVERIFY2(std::abs(at(88, 50) - 85.95) < 0.06, qPrintable(QString::number(at(88, 50))));
    // One step beside it the plain goes on.
    QCOMPARE(at(50, 52), 80.0);
    QCOMPARE(at(50, 48), 80.0);
    QCOMPARE(at(4, 50), 80.0);
}

void TestBreaklineLayers::refuses_data()
{
    QTest::addColumn<bool>("withTerrain");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("code");
    QTest::newRow("lines without heights") << true << QStringLiteral("flat.geojson")
                                           << geoJson("[[393010,5707050],[393090,5707050]]") << int(ErrorCode::NoData);
    QTest::newRow("no lines") << true << QStringLiteral("house2.gml") << test::model({test::House{"h2"}})
                              << int(ErrorCode::NoData);
    QTest::newRow("no terrain") << false << QStringLiteral("lines2.geojson")
                                << geoJson("[[393010,5707050,84],[393090,5707050,86]]")
                                << int(ErrorCode::InvalidParameter);
}

void TestBreaklineLayers::refuses()
{
    QFETCH(bool, withTerrain);
    QFETCH(QString, name);
    QFETCH(QByteArray, lines);
    QFETCH(int, code);
    const QString points = write(QStringLiteral("trees.csv"), "x;y\n393010;5707010\n");
    const auto added = add({withTerrain ? m_plain : points}, write(name, lines));
    QVERIFY(!added);
    QCOMPARE(int(added.error().code), code);
    QVERIFY(!added.error().effectiveRemedy().isEmpty());
    std::vector<Issue> unreadable;
    const auto before = services::listLayers(region(), unreadable);
    QVERIFY(before && std::none_of(before->begin(), before->end(),
                                   [](const LayerInfo& layer) { return layer.title == QLatin1String("trees"); }));
}

QTEST_GUILESS_MAIN(TestBreaklineLayers)
#include "tst_breaklinelayers.moc"

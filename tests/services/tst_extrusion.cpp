// SPDX-License-Identifier: GPL-3.0-or-later
// Points, lines and areas drawn up to bodies: their shape, where they stand, and what is known of them afterwards.
#include "app/services/layers/Prisms.h"
#include "app/services/LayerService.h"
#include "package/PackageWriter.h"
#include "package/RegionPackage.h"

#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestExtrusion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void prismsAreClosedSolids();
    void wallsAndColumns();
    void bodiesStandOnTheGround();
    void bodiesStandWhereAFieldSays();
    void namesTheFieldsThereAre();

private:
    QString write(const char* name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }
    /// A region without a city model.
    QString region(const char* name) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        auto writer = package::PackageWriter::create(path, {});
        if (!writer)
            qFatal("no writer");
        Box extent;
        extent.include(LocalPosition{393000, 5707000, 90});
        extent.include(LocalPosition{393100, 5707100, 130});
        (*writer)->includeExtent(extent);
        if (!(*writer)->finish({}, {}, {}, {}))
            qFatal("no region");
        return path;
    }
    QTemporaryDir m_folder;
};

namespace {

/// Volume of closed surfaces by the divergence theorem; each planar and fanned from its first corner.
double volume(const std::vector<Surface>& surfaces)
{
    double six = 0;
    const ProjectedPosition zero = surfaces.front().polygon.points.front();
    const auto local = [&zero](const ProjectedPosition& p) {
        return LocalPosition{p.eastingMetres - zero.eastingMetres, p.northingMetres - zero.northingMetres,
                             p.heightMetres - zero.heightMetres};
    };
    for (const Surface& surface : surfaces) {
        const auto& starts = surface.polygon.ringStarts;
        for (std::size_t r = 0; r < starts.size(); ++r) {
            const std::size_t end = r + 1 < starts.size() ? starts[r + 1] : surface.polygon.points.size();
            for (std::size_t i = starts[r] + 1; i + 1 < end; ++i)
                six += dot(local(surface.polygon.points[starts[r]]),
                           cross(local(surface.polygon.points[i]), local(surface.polygon.points[i + 1])));
        }
    }
    return six / 6;
}

const QByteArray areas =
    R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25832"}},"features":[
{"type":"Feature","id":"a1","properties":{"Name":"Halle","Hoehe":12.5,"Fuss":111,"Art":"Lager"},"geometry":{"type":"Polygon","coordinates":[[[393010,5707010],[393030,5707010],[393030,5707020],[393010,5707020],[393010,5707010]]]}},
{"type":"Feature","id":"a2","properties":{"Name":"ohne","Hoehe":null,"Fuss":111,"Art":"Hof"},"geometry":{"type":"Polygon","coordinates":[[[393050,5707010],[393060,5707010],[393060,5707020],[393050,5707010]]]}}]})";

} // namespace

void TestExtrusion::prismsAreClosedSolids()
{
    // A square of 10 m with a hole of 2 m, both rings the wrong way round, and a triangle beside it.
    FeatureShape shape;
    shape.kind = ShapeKind::Areas;
    shape.points = {{0, 0, 0}, {0, 10, 0}, {10, 10, 0}, {10, 0, 0}, {4, 4, 0}, {6, 4, 0},
                    {6, 6, 0}, {4, 6, 0},  {20, 0, 0},  {24, 0, 0}, {20, 3, 0}};
    for (ProjectedPosition& p : shape.points)
        p = {p.eastingMetres + 393000, p.northingMetres + 5707000, 0};
    shape.partStarts = {0, 4, 8};
    shape.areaStarts = {0, 2};
    const std::vector<Surface> surfaces = services::prismsOf(shape, 100, 105, nullptr);
    QCOMPARE(surfaces.size(), std::size_t(2 + 8 + 2 + 3));
    QVERIFY(std::abs(volume(surfaces) - (96 + 6) * 5) < 1e-6);
    QCOMPARE(surfaces.front().solid, 0);
    QCOMPARE(surfaces.back().solid, 1);
    QVERIFY(std::all_of(surfaces.begin(), surfaces.end(), [](const Surface& s) { return s.lod == 10; }));
}

void TestExtrusion::wallsAndColumns()
{
    FeatureShape line;
    line.kind = ShapeKind::Lines;
    line.points = {{0, 0, 0}, {10, 0, 0}, {10, 0, 0}, {10, 5, 0}};
    line.partStarts = {0};
    QCOMPARE(services::prismsOf(line, 1, 3, nullptr).size(), std::size_t(2));
    FeatureShape point;
    point.kind = ShapeKind::Points;
    point.points = {{0, 0, 0}};
    const std::vector<Surface> column = services::prismsOf(point, 0, 4, nullptr);
    QCOMPARE(column.size(), std::size_t(10));
    QVERIFY(std::abs(volume(column) - 4 * 2 * std::sqrt(2.0) * 0.25) < 1e-9);
    FeatureShape nothing;
    nothing.kind = ShapeKind::Areas;
    nothing.points = {{0, 0, 0}, {1, 1, 0}, {2, 2, 0}};
    nothing.partStarts = {0};
    nothing.areaStarts = {0};
    QVERIFY(services::prismsOf(nothing, 0, 1, nullptr).empty());
}

void TestExtrusion::bodiesStandOnTheGround()
{
    services::AddRequest request;
    request.region = region("sloping");
    QByteArray heights; // a slope: 100 m in the west, a decimetre more each metre
    for (int y = 0; y <= 100; ++y)
        for (int x = 0; x <= 100; ++x)
            heights += QByteArray::number(393000 + x) + ' ' + QByteArray::number(5707000 + y) + ' ' +
                       QByteArray::number(100 + 0.1 * x, 'f', 2) + '\n';
    request.sources = {write("ground.xyz", heights)};
    request.crs = QStringLiteral("EPSG:25832+7837");
    const auto terrain = services::addLayers(request, {}, {});
    QVERIFY2(terrain, terrain ? "" : qPrintable(terrain.error().toText()));
    request.sources = {write("hallen.geojson", areas)};
    request.extrude = QStringLiteral("hoehe"); // however it is spelt
    const auto added = services::addLayers(request, {}, {});
    QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
    QCOMPARE(added->import.layers.size(), std::size_t(1));
    const LayerInfo& layer = added->import.layers.front();
    QCOMPARE(layer.kind, LayerKind::CityModel);
    QCOMPARE(layer.count, qint64(1));
    QCOMPARE(added->import.issueCounts.at(QStringLiteral("extrude.no-height")), qint64(1));

    const auto package = package::RegionPackage::open(request.region);
    QVERIFY(package);
    QVERIFY(QFile::exists(layer.folder + QLatin1Char('/') + layer.tilesets.front().tileset));
    const auto record = (*package)->object(layer.id + QStringLiteral(":1"));
    QVERIFY2(record, record ? "" : qPrintable(record.error().toText()));
    QCOMPARE(record->layer, layer.id);
    QCOMPARE(record->name, QStringLiteral("Halle"));
    QVERIFY(std::any_of(record->attributes.begin(), record->attributes.end(), [](const Attribute& a) {
        return a.name == QLatin1String("Art") && a.value == QLatin1String("Lager");
    }));
    QVERIFY(record->volumeCubicMetres && std::abs(*record->volumeCubicMetres - 200 * 12.5) < 1);
    const ProjectedPosition lowest = (*package)->frame().toProjected(record->bounds.min);
    const ProjectedPosition highest = (*package)->frame().toProjected(record->bounds.max);
    QVERIFY(std::abs(lowest.eastingMetres - 393010) < 0.01);
    QVERIFY2(std::abs(lowest.heightMetres - 101) < 0.05, qPrintable(QString::number(lowest.heightMetres)));
    QVERIFY(std::abs(highest.heightMetres - 113.5) < 0.05);
}

void TestExtrusion::bodiesStandWhereAFieldSays()
{
    services::AddRequest request;
    request.region = region("field");
    request.sources = {write("hallen.geojson", areas)};
    request.extrude = QStringLiteral("3,5");
    request.base = QStringLiteral("Fuss");
    const auto added = services::addLayers(request, {}, {});
    QVERIFY2(added, added ? "" : qPrintable(added.error().toText()));
    QCOMPARE(added->import.layers.front().count, qint64(2));
    const auto package = package::RegionPackage::open(request.region);
    QVERIFY(package);
    const Box& extent = added->import.layers.front().extent;
    const double zero = (*package)->frame().origin().heightMetres;
    QVERIFY(std::abs(extent.min.z + zero - 111) < 0.01 && std::abs(extent.max.z + zero - 114.5) < 0.01);
    // Without a field and without ground nothing can stand.
    request.base.clear();
    const auto none = services::addLayers(request, {}, {});
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NoData);
}

void TestExtrusion::namesTheFieldsThereAre()
{
    services::AddRequest request;
    request.region = region("unknown");
    request.sources = {write("hallen.geojson", areas)};
    request.extrude = QStringLiteral("Geschosse");
    const auto added = services::addLayers(request, {}, {});
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::InvalidParameter);
    QVERIFY(added.error().remedy.contains(QLatin1String("Hoehe")));
}

QTEST_GUILESS_MAIN(TestExtrusion)
#include "tst_extrusion.moc"

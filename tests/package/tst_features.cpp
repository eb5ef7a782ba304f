// SPDX-License-Identifier: GPL-3.0-or-later
// Features written into a layer's GeoPackage: what another program finds there, and what is painted of it.
#include "package/vector/FeatureWriter.h"
#include "package/vector/VectorDrape.h"

#include <cmath>
#include <thread>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using package::FeatureWriter;

class TestFeatures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherProgramsReadIt();
    void tablesOfOneNameAreJoined();
    void oddNames();
    void emptyTablesAreLeftOut();
    void paintsAreasLinesAndPoints();
    void partsLookAsCutFromTheWhole();
    void paintsAlikeFromManyThreads();
    void refusesWhatIsNoPicture();
};

namespace {

const SceneFrame frame(ProjectedPosition{393000, 5708000, 100});

FeatureShape area(double east, double north, double size)
{
    FeatureShape shape;
    shape.kind = ShapeKind::Areas;
    shape.points = {{east, north, 0}, {east + size, north, 0}, {east + size, north + size, 0}, {east, north + size, 0}};
    shape.partStarts = {0};
    shape.areaStarts = {0};
    return shape;
}

FeatureShape line(double east, double north, double length)
{
    FeatureShape shape;
    shape.kind = ShapeKind::Lines;
    shape.points = {{east, north, 0}, {east + length, north, 0}};
    shape.partStarts = {0};
    return shape;
}

FeatureShape point(double east, double north)
{
    FeatureShape shape;
    shape.kind = ShapeKind::Points;
    shape.points = {{east, north, 0}};
    return shape;
}

/// A layer of one table.
LayerInfo write(const QString& folder, const FeatureTable& table, std::vector<Feature> features)
{
    auto writer = FeatureWriter::create(folder);
    if (!writer)
        qFatal("%s", qPrintable(writer.error().toText()));
    const auto number = (*writer)->addTable(table);
    if (!number || !(*writer)->accept({*number, std::move(features)}) || !(*writer)->finish())
        qFatal("cannot write");
    LayerInfo layer;
    layer.id = QStringLiteral("test");
    layer.folder = folder;
    layer.features = QLatin1String(FeatureWriter::fileName);
    layer.extent = (*writer)->extent(frame);
    return layer;
}

struct Pixel {
    int red, green, blue, alpha;
};

Pixel pixel(const Image& image, int x, int y)
{
    const std::uint8_t* p = image.pixels.data() + (std::size_t(y) * std::size_t(image.width) + std::size_t(x)) * 4;
    return {p[0], p[1], p[2], p[3]};
}

int painted(const Image& image)
{
    int count = 0;
    for (std::size_t i = 3; i < image.pixels.size(); i += 4)
        count += image.pixels[i] > 0;
    return count;
}

} // namespace

void TestFeatures::otherProgramsReadIt()
{
    const QTemporaryDir folder;
    FeatureTable table{QStringLiteral("Bäume 2020"),
                       {{QStringLiteral("Art"), FieldType::Text},
                        {QStringLiteral("Anzahl"), FieldType::Integer},
                        {QStringLiteral("Höhe"), FieldType::Real},
                        {QStringLiteral("gesund"), FieldType::Boolean},
                        {QStringLiteral("gepflanzt"), FieldType::Date},
                        {QStringLiteral("geprüft"), FieldType::DateTime}},
                       -1};
    Feature tree{QStringLiteral("b1"),
                 point(393010, 5708020),
                 {QStringLiteral("Linde"), qlonglong(3), 12.5, true, QDate(1990, 3, 1),
                  QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC)}};
    tree.shape.points[0].heightMetres = 111;
    tree.shape.hasHeights = true;
    FeatureShape ring = area(393000, 5708000, 100);
    ring.points.insert(ring.points.end(), {{393040, 5708040, 0}, {393060, 5708040, 0}, {393060, 5708060, 0}});
    ring.partStarts.push_back(4);
    const LayerInfo layer = write(folder.path(), table, {tree, {QString(), ring, {}}, {QStringLiteral("b3"), {}, {}}});
    QCOMPARE(layer.extent.min.x, 0.0);
    QCOMPARE(layer.extent.max.x, 100.0);

    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(
        (folder.path() + QStringLiteral("/features.gpkg")).toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    QVERIFY(dataset != nullptr);
    OGRLayer* written = dataset->GetLayer(0);
    QCOMPARE(QString::fromUtf8(written->GetName()), QStringLiteral("Bäume_2020"));
    QCOMPARE(written->GetFeatureCount(), GIntBig(3));
    QVERIFY(written->TestCapability(OLCFastSpatialFilter));
    QCOMPARE(QByteArray(written->GetSpatialRef()->GetAuthorityCode(nullptr)), QByteArray("25832"));
    const std::unique_ptr<OGRFeature> first(written->GetNextFeature());
    QCOMPARE(QByteArray(first->GetFieldAsString("feature_id")), QByteArray("b1"));
    QCOMPARE(QByteArray(first->GetFieldAsString("Art")), QByteArray("Linde"));
    QCOMPARE(first->GetFieldAsInteger64("Anzahl"), GIntBig(3));
    QCOMPARE(first->GetFieldAsDouble("Höhe"), 12.5);
    QCOMPARE(first->GetFieldAsInteger("gesund"), 1);
    QCOMPARE(QByteArray(first->GetFieldAsString("gepflanzt")), QByteArray("1990/03/01"));
    QVERIFY(QByteArray(first->GetFieldAsString("geprüft")).startsWith("2024/05/06 07:08:09"));
    QCOMPARE(first->GetGeometryRef()->toPoint()->getZ(), 111.0);
    const std::unique_ptr<OGRFeature> second(written->GetNextFeature());
    QVERIFY(second->IsFieldNull(second->GetFieldIndex("feature_id")) ||
            !second->IsFieldSet(second->GetFieldIndex("feature_id")));
    QCOMPARE(second->GetGeometryRef()->toPolygon()->getNumInteriorRings(), 1);
    QCOMPARE(second->GetGeometryRef()->toPolygon()->get_Area(), 10000.0 - 200.0);
    const std::unique_ptr<OGRFeature> third(written->GetNextFeature());
    QVERIFY(third->GetGeometryRef() == nullptr);
    written->SetSpatialFilterRect(393005, 5708015, 393015, 5708025);
    QCOMPARE(written->GetFeatureCount(), GIntBig(2)); // the tree and the ring's rectangle
}

void TestFeatures::tablesOfOneNameAreJoined()
{
    const QTemporaryDir folder;
    const auto writer = FeatureWriter::create(folder.path());
    QVERIFY(writer);
    const FeatureTable table{QStringLiteral("a"), {{QStringLiteral("x"), FieldType::Text}}, -1};
    FeatureTable other = table;
    other.fields[0].type = FieldType::Real;
    const int first = (*writer)->addTable(table).value_or(-1);
    QCOMPARE((*writer)->addTable(table).value_or(-1), first);
    const int second = (*writer)->addTable(other).value_or(-1);
    QVERIFY(second != first);
    QVERIFY((*writer)->accept({first, {{QString(), point(1, 1), {QStringLiteral("t")}}}}));
    QVERIFY((*writer)->accept({second, {{QString(), point(2, 2), {2.0}}}}));
    QVERIFY((*writer)->finish());
    QCOMPARE((*writer)->count(), 2);
}

void TestFeatures::oddNames()
{
    const QTemporaryDir folder;
    const FeatureTable table{QStringLiteral("gpkg_\"; DROP TABLE x"),
                             {{QStringLiteral("fid"), FieldType::Text},
                              {QStringLiteral("GEOM"), FieldType::Text},
                              {QStringLiteral("a"), FieldType::Text},
                              {QStringLiteral("A"), FieldType::Text},
                              {QString(), FieldType::Text},
                              {QStringLiteral("x\"y'; --"), FieldType::Text}},
                             -1};
    std::vector<QVariant> values;
    for (int i = 0; i < 6; ++i)
        values.push_back(QString::number(i));
    write(folder.path(), table, {{QString(), point(393000, 5708000), values}});
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(
        (folder.path() + QStringLiteral("/features.gpkg")).toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    QCOMPARE(dataset->GetLayerCount(), 1);
    const std::unique_ptr<OGRFeature> feature(dataset->GetLayer(0)->GetNextFeature());
    QCOMPARE(feature->GetFieldCount(), 7);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(QByteArray(feature->GetFieldAsString(i + 1)), QByteArray::number(i));
}

void TestFeatures::emptyTablesAreLeftOut()
{
    const QTemporaryDir folder;
    const auto writer = FeatureWriter::create(folder.path());
    QVERIFY(writer);
    QVERIFY((*writer)->addTable({QStringLiteral("empty"), {}, -1}));
    const int full = (*writer)->addTable({QStringLiteral("full"), {}, -1}).value_or(-1);
    QVERIFY((*writer)->accept({full, {{QString(), point(1, 1), {}}}}));
    QVERIFY((*writer)->finish());
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(
        (folder.path() + QStringLiteral("/features.gpkg")).toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    QCOMPARE(dataset->GetLayerCount(), 1);
    QCOMPARE(QByteArray(dataset->GetLayer(0)->GetName()), QByteArray("full"));
}

void TestFeatures::paintsAreasLinesAndPoints()
{
    const QTemporaryDir folder;
    const LayerInfo layer = write(folder.path(), {QStringLiteral("mixed"), {}, -1},
                                  {{QString(), area(393010, 5708010, 30), {}},
                                   {QString(), line(393060, 5708050, 30), {}},
                                   {QString(), point(393080, 5708080), {}}});
    const auto drape = package::openVectorDrape(layer, frame);
    QVERIFY2(drape, drape ? "" : qPrintable(drape.error().toText()));
    QCOMPARE((*drape)->layer(), QStringLiteral("test"));
    const GroundRectangle extent = (*drape)->extent();
    QVERIFY(extent.west < 10 && extent.west > 0 && extent.east > 90 && extent.east < 95);
    const auto image = (*drape)->paint({0, 0, 100, 100}, 400, 400, {}); // 4 pixels a metre, north up
    QVERIFY(image);
    QCOMPARE(image->width, 400);
    QCOMPARE(image->pixels.size(), std::size_t(400 * 400 * 4));
    const package::VectorStyle style = package::defaultStyle(QStringLiteral("mixed"));
    const Pixel inside = pixel(*image, 25 * 4, 400 - 25 * 4);
    QVERIFY(std::abs(inside.alpha - int(style.area & 0xFF)) <= 1);
    QVERIFY(std::abs(inside.red - int(style.area >> 24)) <= 4); // straight alpha: the colour itself
    QVERIFY(pixel(*image, 10 * 4, 400 - 25 * 4).alpha > 150);   // outline
    QCOMPARE(pixel(*image, 50 * 4, 400 - 25 * 4).alpha, 0);
    QVERIFY(pixel(*image, 75 * 4, 400 - 50 * 4).alpha > 200);
    QVERIFY(pixel(*image, 75 * 4, 400 - 50 * 4 - 4).alpha > 200); // 1 m beside the middle of a line of 3 m
    QCOMPARE(pixel(*image, 75 * 4, 400 - 50 * 4 - 10).alpha, 0);  // 2.5 m
    QVERIFY(pixel(*image, 80 * 4, 400 - 80 * 4).alpha > 200);

    // Far away nothing vanishes: 1 km in 64 pixels.
    const auto far = (*drape)->paint({-450, -450, 550, 550}, 64, 64, {});
    QVERIFY(far);
    QVERIFY(painted(*far) >= 3);
    QVERIFY(painted(*far) < 64);
    const auto elsewhere = (*drape)->paint({1000, 1000, 1100, 1100}, 64, 64, {});
    QVERIFY(elsewhere);
    QCOMPARE(painted(*elsewhere), 0);
}

void TestFeatures::partsLookAsCutFromTheWhole()
{
    const QTemporaryDir folder;
    FeatureShape lake = area(393010, 5708010, 380); // with an island
    lake.points.insert(lake.points.end(), {{393100, 5708100, 0}, {393300, 5708140, 0}, {393160, 5708300, 0}});
    lake.partStarts.push_back(4);
    const LayerInfo layer = write(folder.path(), {QStringLiteral("shore"), {}, -1},
                                  {{QString(), lake, {}}, {QString(), line(393020, 5708250, 350), {}}});
    const auto drape = package::openVectorDrape(layer, frame);
    QVERIFY(drape);
    constexpr int side = 400;
    constexpr int part = 50;
    const auto whole = (*drape)->paint({0, 0, side, side}, side, side, {});
    QVERIFY(whole && painted(*whole) > side * side / 2);
    int different = 0;
    for (int west = 0; west < side; west += part)
        for (int south = 0; south < side; south += part) {
            const GroundRectangle place{double(west), double(south), double(west + part), double(south + part)};
            const auto piece = (*drape)->paint(place, part, part, {});
            QVERIFY(piece);
            for (int y = 0; y < part && !piece->pixels.empty(); ++y)
                for (int x = 0; x < part; ++x) {
                    const Pixel expected = pixel(*whole, west + x, side - south - part + y);
                    different += std::abs(expected.alpha - pixel(*piece, x, y).alpha) > 80 ? 1 : 0;
                }
        }
    QCOMPARE(different, 0); // but for how edges are smoothed: short lines another way than long ones
    QVERIFY(painted(*(*drape)->paint({120, 120, 170, 170}, part, part, {})) < part * part); // on the island's shore
    QCOMPARE(painted(*(*drape)->paint({500, 0, 550, 50}, part, part, {})), 0);
}

void TestFeatures::paintsAlikeFromManyThreads()
{
    const QTemporaryDir folder;
    std::vector<Feature> features;
    for (int i = 0; i < 400; ++i)
        features.push_back({QString::number(i), area(393000 + i % 20 * 10, 5708000 + i / 20 * 10, 8), {}});
    const LayerInfo layer = write(folder.path(), {QStringLiteral("beds"), {}, -1}, std::move(features));
    const auto drape = package::openVectorDrape(layer, frame);
    QVERIFY(drape);
    std::vector<Image> images(4);
    std::vector<std::thread> threads;
    for (Image& image : images)
        threads.emplace_back([&] { image = (*drape)->paint({0, 0, 200, 200}, 100, 100, {}).value_or(Image{}); });
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(painted(images[0]) > 1000);
    for (const Image& image : images)
        QVERIFY(image.pixels == images[0].pixels);
    CancellationToken cancel;
    cancel.cancel();
    QCOMPARE(int((*drape)->paint({0, 0, 200, 200}, 100, 100, cancel).error().code), int(ErrorCode::Cancelled));
    QVERIFY((*drape)->paint({0, 0, 200, 200}, 100, 100, {}));
}

void TestFeatures::refusesWhatIsNoPicture()
{
    const QTemporaryDir folder;
    const LayerInfo layer =
        write(folder.path(), {QStringLiteral("p"), {}, -1}, {{QString(), point(393000, 5708000), {}}});
    const auto drape = package::openVectorDrape(layer, frame);
    QVERIFY(drape);
    QVERIFY(!(*drape)->paint({0, 0, 10, 10}, 0, 10, {}));
    QVERIFY(!(*drape)->paint({0, 0, 10, 10}, 1 << 20, 10, {}));
    QVERIFY(!(*drape)->paint({10, 0, 0, 10}, 10, 10, {}));
    LayerInfo missing = layer;
    missing.features = QStringLiteral("none.gpkg");
    QCOMPARE(int(package::openVectorDrape(missing, frame).error().code), int(ErrorCode::NotFound));
    QFile broken(folder.path() + QStringLiteral("/broken.gpkg"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("SQLite format 3 but not really");
    broken.close();
    missing.features = QStringLiteral("broken.gpkg");
    QCOMPARE(int(package::openVectorDrape(missing, frame).error().code), int(ErrorCode::MalformedData));
}

QTEST_GUILESS_MAIN(TestFeatures)
#include "tst_features.moc"

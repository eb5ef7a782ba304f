// SPDX-License-Identifier: GPL-3.0-or-later
// A point cloud as a layer: the tiles hold every point where it was, coarser tiles some of them, noise lies apart.
#include "app/services/layers/PointLayer.h"
#include "package/LayerJson.h"
#include "package/points/PointClassRecord.h"
#include "package/points/PointSample.h"
#include "package/points/PointTree.h"
#include "pointcloud/PointCloudReader.h"
#include "tiles3d/Tileset.h"

#include <cmath>
#include <mutex>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

class TestPointLayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryPoint_data();
    void keepsEveryPoint();
    void parentsAreThinned();
    void pointsInOneSpotAreBounded();
    void namesWhatIsMissing();
    void stopsWhenAsked();
};

namespace {

const SceneFrame frame(ProjectedPosition{393000, 5706000, 0});

/// A point as both sides know it.
struct Seen {
    LocalPosition at;
    QString classText;
    std::uint32_t colour = 0;
};

class Collecting : public PointSink {
public:
    Result<void> accept(PointBatch&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < batch.positions.size(); ++i) {
            const PointAttributes& a = batch.attributes[i];
            seen.push_back(
                {frame.toLocal(batch.positions[i]), package::pointClassId(QStringLiteral("cloud"), a.classification),
                 std::uint32_t(a.red >> 8) | std::uint32_t(a.green >> 8) << 8 | std::uint32_t(a.blue >> 8) << 16});
        }
        return {};
    }
    std::vector<Seen> seen;

private:
    std::mutex m_mutex;
};

std::vector<Seen> leavesOf(const QString& tileset)
{
    std::vector<Seen> seen;
    const auto source = tiles3d::openTileset(tileset, QStringLiteral("cloud"), frame);
    if (!source)
        return seen;
    const TileTree& tree = (*source)->tree();
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (!tree.nodes[i].children.empty())
            continue;
        const auto content = (*source)->load(std::int32_t(i), {});
        if (!content)
            return {};
        for (const TileVertex& v : (*content)->vertices)
            seen.push_back({(*content)->origin + LocalPosition{double(v.x), double(v.y), double(v.z)},
                            (*content)->featureIds.at(v.feature), v.colour & 0xFFFFFFU});
    }
    return seen;
}

package::LayerRequest requestFor(const QTemporaryDir& folder, const char* file)
{
    package::LayerRequest request;
    request.folder = folder.path();
    request.id = request.title = QStringLiteral("cloud");
    request.files = {QStringLiteral(TWIN_TEST_DATA "/pointcloud/") + QLatin1String(file)};
    request.crs = QStringLiteral("EPSG:25832+7837");
    request.threads = 2;
    request.frame = frame;
    return request;
}

/// @returns whether two points are one: within a millimetre, of one class, and in nearly one colour where it has
/// one.
bool isSame(const Seen& drawn, const Seen& read)
{
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.001; };
    const auto alike = [&](int shift) {
        return std::abs(int(drawn.colour >> shift & 255) - int(read.colour >> shift & 255)) <= 3;
    };
    return near(drawn.at.x, read.at.x) && near(drawn.at.y, read.at.y) && near(drawn.at.z, read.at.z) &&
           drawn.classText == read.classText && (read.colour == 0 || (alike(0) && alike(8) && alike(16)));
}

} // namespace

void TestPointLayer::keepsEveryPoint_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("colours") << QByteArray("format7.laz");
    QTest::newRow("classes alone") << QByteArray("format0.las");
}

void TestPointLayer::keepsEveryPoint()
{
    QFETCH(const QByteArray, file);
    const QTemporaryDir folder;
    const package::LayerRequest request = requestFor(folder, file.constData());
    const auto layer = services::writePointLayer(request, {}, {});
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText()));
    QCOMPARE(layer->info.kind, LayerKind::Points);
    QCOMPARE(layer->info.count, qint64(1194)); // of 1200 without those withheld
    QCOMPARE(layer->info.tilesets.size(), std::size_t(2));

    Collecting all;
    std::vector<Issue> issues;
    QVERIFY(pointcloud::read(request.files.constFirst(), {request.crs, 1}, all, issues, {}, {}));
    const std::vector<Seen>& expected = all.seen;
    std::vector<Seen> noise = leavesOf(folder.filePath(layer->info.tilesets[1].tileset));
    std::vector<Seen> drawn = leavesOf(folder.filePath(layer->info.tilesets[0].tileset));
    QVERIFY(!noise.empty());
    QVERIFY(std::all_of(noise.begin(), noise.end(),
                        [](const Seen& s) { return s.classText.endsWith(QLatin1String(":7")); }));
    QVERIFY(std::none_of(drawn.begin(), drawn.end(),
                         [](const Seen& s) { return s.classText.endsWith(QLatin1String(":7")); }));
    drawn.insert(drawn.end(), noise.begin(), noise.end());
    QCOMPARE(drawn.size(), expected.size());

    // Positions are kept to a millimetre; a tile's tangent to the ellipsoid adds less over 60 m.
    for (const Seen& one : drawn)
        QVERIFY2(
            std::any_of(expected.begin(), expected.end(), [&one](const Seen& e) { return isSame(one, e); }),
            qPrintable(QStringLiteral("%1 %2 %3 %4").arg(one.at.x).arg(one.at.y).arg(one.at.z).arg(one.classText)));

    QFile json(folder.filePath(QStringLiteral("points.json")));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).object().value(QStringLiteral("points")).toInt(), 1194);
    QVERIFY(!QFile::exists(request.scratch()));

    // What a click tells.
    const auto record = package::pointClassRecord(folder.path(), QStringLiteral("cloud"), QStringLiteral("cloud:2"));
    QVERIFY(record);
    QCOMPARE(record->name, QStringLiteral("Boden"));
    QCOMPARE(record->attributes[2].value, QStringLiteral("1194"));
    QVERIFY(!package::pointClassRecord(folder.path(), QStringLiteral("cloud"), QStringLiteral("cloud:99")));
}

void TestPointLayer::parentsAreThinned()
{
    const QTemporaryDir folder;
    auto spill = package::SpillFile::create(folder.filePath(QStringLiteral("spill")));
    QVERIFY(spill);
    // A level field of 400 × 400 points, ten centimetres apart, in one bucket that is too large for one task.
    package::PointBucket bucket;
    bucket.cell = {18, {0x80000000U, 0x80000000U, 0x80000000U}};
    std::vector<package::StoredPoint> points;
    for (std::uint32_t x = 0; x < 400; ++x)
        for (std::uint32_t y = 0; y < 400; ++y) {
            package::StoredPoint p;
            p.at = {0x80000000U + x * 100, 0x80000000U + y * 100, 0x80000000U};
            p.classification = 2;
            points.push_back(p);
        }
    const auto at = (*spill)->append({reinterpret_cast<const char*>(points.data()), points.size() * sizeof points[0]});
    QVERIFY(at);
    bucket.count = std::int64_t(points.size());
    bucket.ranges = {{*at, std::int64_t(points.size() * sizeof points[0])}};
    package::PointStatistics statistics;
    statistics.points = bucket.count;
    statistics.classes[2] = bucket.count;
    const package::PointPaint paint(statistics, QStringLiteral("cloud"));
    package::PointTreeOptions options;
    options.threads = 2;
    options.taskPoints = 30'000;
    options.leafPoints = 5'000;
    package::PointOrigin origin;
    origin.zero = {393000, 5706000, 100};
    package::PointTree tree(folder.path(), **spill, origin, paint, options, {});
    const auto built = tree.build({bucket}, {});
    QVERIFY2(built, built ? "" : qPrintable(built.error().toText()));
    QCOMPARE(tree.coincident(), std::int64_t(0));
    std::vector<package::TilesetNode> nodes = tree.nodes();
    package::encloseChildren(nodes);
    QVERIFY(package::writeTileset(folder.filePath(QStringLiteral("tileset.json")), nodes));
    QCOMPARE(leavesOf(folder.filePath(QStringLiteral("tileset.json"))).size(), points.size());

    const auto source =
        tiles3d::openTileset(folder.filePath(QStringLiteral("tileset.json")), QStringLiteral("c"), frame);
    QVERIFY(source);
    const auto& tiles = (*source)->tree().nodes;
    QVERIFY(tiles.size() > 30);
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const auto content = (*source)->load(std::int32_t(i), {});
        QVERIFY(content);
        const bool isLeaf = tiles[i].children.empty();
        QCOMPARE(tiles[i].geometricError == 0, isLeaf);
        // Drawn so wide that the field has no holes, and not much wider.
        const double spacing = isLeaf ? 0.1 : tiles[i].geometricError / 4;
        QVERIFY2((*content)->pointSizeMetres >= float(spacing * 0.9) &&
                     (*content)->pointSizeMetres < float(std::max(spacing, 0.1) * 3),
                 qPrintable(QStringLiteral("%1 m for %2 m").arg(double((*content)->pointSizeMetres)).arg(spacing)));
        if (!isLeaf)
            QVERIFY((*content)->vertices.size() <= 128 * 128 * 2);
    }
}

void TestPointLayer::pointsInOneSpotAreBounded()
{
    const QTemporaryDir folder;
    auto spill = package::SpillFile::create(folder.filePath(QStringLiteral("spill")));
    QVERIFY(spill);
    const std::vector<package::StoredPoint> same(20'000, package::StoredPoint{{5000, 5000, 5000}, 0, 0, 0, 0, 0, 1, 0});
    package::PointBucket bucket;
    bucket.cell = package::PointCell::of(same.front(), 14);
    for (int i = 0; i < 10; ++i) {
        const auto at = (*spill)->append({reinterpret_cast<const char*>(same.data()), same.size() * sizeof same[0]});
        QVERIFY(at);
        bucket.ranges.push_back({*at, std::int64_t(same.size() * sizeof same[0])});
        bucket.count += std::int64_t(same.size());
    }
    package::PointStatistics statistics;
    statistics.points = bucket.count;
    statistics.classes[1] = bucket.count;
    const package::PointPaint paint(statistics, QStringLiteral("cloud"));
    package::PointTreeOptions options;
    options.taskPoints = 30'000;
    options.leafPoints = 5'000;
    package::PointTree tree(folder.path(), **spill, {{393000, 5706000, 0}}, paint, options, {});
    QVERIFY(tree.build({bucket}, {}));
    QCOMPARE(tree.coincident(), bucket.count - 1);
    QCOMPARE(tree.nodes().size(), std::size_t(1));
}

void TestPointLayer::namesWhatIsMissing()
{
    const QTemporaryDir folder;
    package::LayerRequest request = requestFor(folder, "format7.laz");
    request.crs.clear();
    const auto layer = services::writePointLayer(request, {}, {});
    QVERIFY(!layer);
    QCOMPARE(layer.error().code, ErrorCode::MissingCrs);
    QVERIFY(layer.error().effectiveRemedy().contains(QLatin1String("--crs")));
}

void TestPointLayer::stopsWhenAsked()
{
    const QTemporaryDir folder;
    const CancellationToken cancel;
    cancel.cancel();
    const auto layer = services::writePointLayer(requestFor(folder, "format7.laz"), cancel, {});
    QVERIFY(!layer);
    QCOMPARE(layer.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestPointLayer)
#include "tst_pointlayer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Heights.h"
#include "package/LayerJson.h"
#include "package/terrain/RightTriangles.h"
#include "package/terrain/TerrainLayer.h"
#include "tiles3d/Tileset.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <random>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::package;

namespace {

constexpr int quads = 16;
constexpr float gapHeight = std::numeric_limits<float>::quiet_NaN();

/// A surface of triangles that can be asked for heights. Skirts apart: a triangle that stands upright.
struct TileSurface {
    const TileNode* node = nullptr;
    std::vector<LocalPosition> top; ///< three a triangle
    std::vector<LocalPosition> skirt;

    [[nodiscard]] static std::optional<double> in(const LocalPosition* t, double x, double y, double slack)
    {
        const double area = (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y);
        const double v = ((x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (y - t[0].y)) / area;
        const double w = ((t[1].x - t[0].x) * (y - t[0].y) - (x - t[0].x) * (t[1].y - t[0].y)) / area;
        if (v < -slack || w < -slack || v + w > 1 + slack)
            return std::nullopt;
        return t[0].z + v * (t[1].z - t[0].z) + w * (t[2].z - t[0].z);
    }
    [[nodiscard]] std::optional<double> heightAt(double x, double y) const
    {
        for (std::size_t i = 0; i < top.size(); i += 3)
            if (const auto height = in(&top[i], x, y, 1e-4))
                return height;
        return std::nullopt;
    }
};

double hills(double x, double y)
{
    return 90 + 12 * std::sin(x / 37.0) * std::cos(y / 53.0) + 4 * std::sin(x / 7.0 + y / 11.0) +
           (std::hypot(x - 300, y - 350) < 60 ? 15 : 0); // a quarry's edge
}

} // namespace

/// Measured ground as tiles: true to the heights, without cracks, with gaps where the source has gaps.
class TerrainLayerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    WrittenLayer m_layer;
    std::shared_ptr<const TileSource> m_tiles;
    std::vector<TileSurface> m_surfaces;

    static constexpr double west = 392000;
    static constexpr double south = 5708000;
    static constexpr int size = 700; ///< nodes a side

    QString writeHills(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        QByteArray line;
        for (int y = size - 1; y >= 0; --y)
            for (int x = 0; x < size; ++x) {
                if (std::hypot(x - 500, y - 150) < 25) // a gap
                    continue;
                line.setNum(west + x, 'f', 0);
                line += ' ' + QByteArray::number(south + y, 'f', 0) + ' ' + QByteArray::number(hills(x, y), 'f', 3);
                file.write(line + '\n');
            }
        return file.fileName();
    }

    TileSurface read(std::int32_t index) const
    {
        TileSurface surface;
        const TileNode& node = m_tiles->tree().nodes[std::size_t(index)];
        surface.node = &node;
        const auto content = m_tiles->load(index, {});
        if (!content)
            return surface;
        const auto at = [&](std::uint32_t i) {
            const TileVertex& v = (*content)->vertices[i];
            return LocalPosition{double(v.x), double(v.y), double(v.z)} + (*content)->origin;
        };
        const auto& indices = (*content)->indices;
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            const std::array<LocalPosition, 3> t{at(indices[i]), at(indices[i + 1]), at(indices[i + 2])};
            const double area = (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y);
            auto& to = std::abs(area) < 0.05 ? surface.skirt : surface.top;
            to.insert(to.end(), t.begin(), t.end());
        }
        return surface;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        LayerRequest request;
        request.folder = m_folder.filePath(QStringLiteral("huegel"));
        QDir().mkpath(request.folder);
        request.id = QStringLiteral("huegel");
        request.title = QStringLiteral("Hügel");
        request.files = {writeHills(QStringLiteral("huegel.xyz"))};
        request.crs = QStringLiteral("EPSG:25832+7837");
        request.threads = 2;
        request.frame = SceneFrame({west, south, 0});
        auto layer = writeTerrainLayer(request, {}, {});
        QVERIFY2(layer, layer ? "" : qPrintable(layer.error().toText() + layer.error().detail));
        m_layer = *std::move(layer);
        auto tiles = tiles3d::openTileset(request.folder + QStringLiteral("/tileset.json"), request.id, request.frame);
        QVERIFY2(tiles, tiles ? "" : qPrintable(tiles.error().toText()));
        m_tiles = *std::move(tiles);
        for (std::size_t i = 0; i < m_tiles->tree().nodes.size(); ++i)
            m_surfaces.push_back(read(std::int32_t(i)));
        QVERIFY(m_surfaces.size() >= 13);
    }

    void layerSaysWhatItIs()
    {
        const auto read = readLayer(m_folder.filePath(QStringLiteral("huegel")), SceneFrame({west, south, 0}));
        QVERIFY(read);
        QCOMPARE(read->kind, LayerKind::Terrain);
        QCOMPARE(read->title, QStringLiteral("Hügel"));
        QCOMPARE(read->image, QStringLiteral("heights.tif"));
        QCOMPARE(read->tilesets.size(), 1U);
        QCOMPARE(read->sources.front().crsOrigin, QStringLiteral("--crs"));
        QVERIFY(std::abs(read->extent.min.x) < 1e-6 && std::abs(read->extent.max.y - (size - 1)) < 1e-6);
        QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("huegel/scratch"))));
    }

    void everyLevelIsAsTrueAsItSays()
    {
        std::mt19937 random(3); // NOLINT: the same places every time
        std::uniform_int_distribution<int> node(0, size - 1);
        const auto& nodes = m_tiles->tree().nodes;
        std::vector<int> hits(2);
        for (int n = 0; n < 400; ++n) {
            const int x = node(random);
            const int y = node(random);
            if (std::hypot(x - 500, y - 150) < 25)
                continue;
            for (std::size_t i = 0; i < m_surfaces.size(); ++i) {
                const TileNode& tile = nodes[i];
                if (x < tile.bounds.min.x || x > tile.bounds.max.x || y < tile.bounds.min.y || y > tile.bounds.max.y)
                    continue;
                const auto height = m_surfaces[i].heightAt(x, y);
                if (!height)
                    continue; // beside a gap or the edge
                ++hits[tile.children.empty() ? 0 : 1];
                QVERIFY2(std::abs(*height - hills(x, y)) <= tile.geometricError + 0.001,
                         qPrintable(QStringLiteral("%1 %2: off by %3, error %4")
                                        .arg(x)
                                        .arg(y)
                                        .arg(*height - hills(x, y))
                                        .arg(tile.geometricError)));
                if (tile.children.empty())
                    QVERIFY2(tile.geometricError < 0.12, qPrintable(QString::number(tile.geometricError)));
            }
        }
        QVERIFY2(hits[0] > 350 && hits[1] > 350, qPrintable(QStringLiteral("%1 %2").arg(hits[0]).arg(hits[1])));
    }

    void parentsAreCoarser()
    {
        for (const TileNode& tile : m_tiles->tree().nodes)
            if (tile.parent >= 0)
                QVERIFY(m_tiles->tree().nodes[std::size_t(tile.parent)].geometricError >= tile.geometricError);
        QVERIFY(m_tiles->tree().nodes.front().geometricError > 1);
    }

    /// Wherever two tiles meet, of one level or of two, the higher one's skirt hangs below the lower one's ground.
    void skirtsReachBelowTheNeighbours()
    {
        int meetings = 0;
        for (const TileSurface& a : m_surfaces)
            for (std::size_t i = 0; i + 5 < a.skirt.size(); i += 6) {
                // The skirt below one edge: two triangles; the edge's ends are the higher ones.
                double low = a.skirt[i].z;
                double high = a.skirt[i].z;
                for (std::size_t k = 0; k < 6; ++k) {
                    low = std::min(low, a.skirt[i + k].z);
                    high = std::max(high, a.skirt[i + k].z);
                }
                const LocalPosition place = a.skirt[i];
                for (const TileSurface& b : m_surfaces) {
                    if (&a == &b || b.top.empty() || place.x < b.node->bounds.min.x - 1 ||
                        place.x > b.node->bounds.max.x + 1 || place.y < b.node->bounds.min.y - 1 ||
                        place.y > b.node->bounds.max.y + 1)
                        continue;
                    // Not its own ancestors and descendants: they are never drawn together.
                    const LocalPosition am = a.node->bounds.centre();
                    const LocalPosition bm = b.node->bounds.centre();
                    const auto holds = [](const Box& box, const LocalPosition& p) {
                        return p.x > box.min.x && p.x < box.max.x && p.y > box.min.y && p.y < box.max.y;
                    };
                    if (holds(a.node->bounds, bm) || holds(b.node->bounds, am))
                        continue;
                    const auto ground = b.heightAt(place.x, place.y);
                    if (!ground)
                        continue;
                    ++meetings;
                    QVERIFY2(low <= *ground + 0.01,
                             qPrintable(QStringLiteral("%1 %2: skirt down to %3, neighbour at %4")
                                            .arg(place.x)
                                            .arg(place.y)
                                            .arg(low)
                                            .arg(*ground)));
                }
            }
        QVERIFY2(meetings > 500, qPrintable(QString::number(meetings)));
    }

    void gapsStayGaps()
    {
        for (std::size_t i = 0; i < m_surfaces.size(); ++i)
            if (m_tiles->tree().nodes[i].children.empty())
                QVERIFY(!m_surfaces[i].heightAt(500, 150));
    }

    void flatGroundEndsTheTreeEarly()
    {
        QFile file(m_folder.filePath(QStringLiteral("see.xyz")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int y = 0; y < 513; ++y)
            for (int x = 0; x < 513; ++x)
                file.write(QByteArray::number(west + x, 'f', 0) + ' ' + QByteArray::number(south + y, 'f', 0) +
                           " 71.5\n");
        file.close();
        LayerRequest request;
        request.folder = m_folder.filePath(QStringLiteral("see"));
        QDir().mkpath(request.folder);
        request.id = QStringLiteral("see");
        request.files = {file.fileName()};
        request.crs = QStringLiteral("EPSG:25832");
        const auto layer = writeTerrainLayer(request, {}, {});
        QVERIFY(layer);
        const auto tiles = tiles3d::openTileset(request.folder + QStringLiteral("/tileset.json"), request.id,
                                                SceneFrame({west, south, 0}));
        QVERIFY(tiles);
        QCOMPARE((*tiles)->tree().nodes.size(), 1U);
    }

    void cancelLeavesNoTileset()
    {
        const CancellationToken cancel;
        cancel.cancel();
        LayerRequest request;
        request.folder = m_folder.filePath(QStringLiteral("halb"));
        QDir().mkpath(request.folder);
        request.files = {m_folder.filePath(QStringLiteral("huegel.xyz"))};
        request.crs = QStringLiteral("EPSG:25832");
        const auto layer = writeTerrainLayer(request, cancel, {});
        QVERIFY(!layer);
        QCOMPARE(layer.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(request.folder + QStringLiteral("/layer.json")));
    }

    void triangulationHasNoTJunctionsAndKeepsTolerance()
    {
        std::vector<float> heights;
        for (int row = 0; row <= quads; ++row)
            for (int column = 0; column <= quads; ++column)
                heights.push_back(row > 9 && column < 4 ? gapHeight
                                                        : float(std::sin(row * 0.9) * std::cos(column * 0.7)));
        const RightTriangles hierarchy(heights, quads);
        const auto all = hierarchy.triangles(-1);
        QCOMPARE(all.size(),
                 std::size_t(2 * quads * quads - 2 * 4 * 7 + 1)); // 7 × 4 cells touch the gap, one with a corner
        const auto mesh = hierarchy.triangles(0.2);
        QVERIFY(mesh.size() < all.size() && mesh.size() > 20);
        // Inside, every edge belongs to two triangles that run along it in opposite senses.
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
        for (const auto& t : mesh)
            for (std::size_t i = 0; i < 3; ++i)
                ++edges[{t[i], t[(i + 1) % 3]}];
        for (const auto& [edge, count] : edges) {
            QCOMPARE(count, 1);
            const auto place = [](std::uint32_t n) { return std::pair{int(n) % (quads + 1), int(n) / (quads + 1)}; };
            const auto [c0, r0] = place(edge.first);
            const auto [c1, r1] = place(edge.second);
            const bool isRim = (c0 == c1 && c0 % quads == 0) || (r0 == r1 && r0 % quads == 0);
            const bool isGap = (c0 <= 4 && c1 <= 4 && r0 >= 9 && r1 >= 9);
            if (!isRim && !isGap)
                QVERIFY2(edges.count({edge.second, edge.first}) == 1,
                         qPrintable(QStringLiteral("%1,%2 - %3,%4").arg(c0).arg(r0).arg(c1).arg(r1)));
        }
    }
};

QTEST_GUILESS_MAIN(TerrainLayerTest)
#include "tst_terrainlayer.moc"

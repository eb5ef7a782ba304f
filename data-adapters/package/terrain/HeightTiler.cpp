// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/HeightTiler.h"

#include "geo/Heights.h"
#include "model/ParallelTasks.h"
#include "package/io/Files.h"
#include "package/terrain/HeightGridTile.h"
#include "package/tiles/TileMesh.h"
#include "package/tiles/TilesetWriter.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <tuple>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace twin::package {
namespace {

constexpr double finestPrecisionMetres = 0.005; ///< of the vertices
constexpr double tolerancePerError = 0.5;       ///< of thinning, beside what the coarser nodes cost anyway
constexpr double smallestSkirtMetres = 0.5;
constexpr int coarserNeighbours = 2; ///< levels that a neighbour in the picture may be coarser
constexpr double planShare = 0.7;

struct Key {
    int level = 0; ///< 0: every node of the raster
    int x = 0;     ///< from the west, in tiles of the level
    int y = 0;     ///< from the north

    friend auto operator<=>(const Key&, const Key&) = default;
    [[nodiscard]] QString name() const { return QStringLiteral("%1/%2_%3").arg(level).arg(x).arg(y); }
    [[nodiscard]] Key above(int levels) const { return {level + levels, x >> levels, y >> levels}; }
};

struct Tile {
    double error = 0; ///< of the mesh
    bool isLeaf = true;
    std::int64_t triangles = 0;
};

class HeightTiler {
public:
    HeightTiler(const QString& heights, const QString& folder, const QString& scratch,
                const HeightTilerOptions& options, const CancellationToken& cancel)
        : m_heights(heights), m_folder(folder), m_scratch(scratch), m_options(options), m_cancel(cancel)
    {
    }
    Result<HeightTilerSummary> write(const ProgressSink& progress);

private:
    using Grid = std::unique_ptr<HeightGridTile>;

    Result<void> open();
    Result<void> planAll(const ProgressSink& progress);
    Result<Grid> plan(const Key& key, const geo::HeightRaster& raster);
    Result<Grid> planLeaf(const Key& key, const geo::HeightRaster& raster);
    Result<void> keep(const Key& key, const HeightGridTile& grid, const std::vector<float>& fine, double below);
    void pruneBelow(const Key& key, double error);
    [[nodiscard]] bool isInside(const Key& key) const;
    [[nodiscard]] double precision(const Key& key) const;

    Result<void> buildAll(const ProgressSink& progress);
    Result<void> build(std::size_t node);
    [[nodiscard]] ProjectedPosition middle(const Key& key, const HeightTileMesh& mesh) const;
    [[nodiscard]] double skirtOf(const Key& key) const;
    void order(const Key& key, std::int32_t parent);
    [[nodiscard]] TileMesh content(const Key& key, const HeightTileMesh& mesh, const ProjectedPosition& centre) const;

    Result<geo::HeightRaster> borrow();
    void giveBack(geo::HeightRaster raster);

    QString m_heights;
    QString m_folder;
    QString m_scratch;
    HeightTilerOptions m_options;
    const CancellationToken& m_cancel;
    int m_threads = 1;
    int m_columns = 0;
    int m_rows = 0;
    double m_spacing = 0;
    double m_west = 0;
    double m_north = 0;
    int m_top = 0;

    std::mutex m_mutex; ///< of the three below
    std::vector<geo::HeightRaster> m_idle;
    std::map<Key, Tile> m_tiles;
    std::map<Key, Grid> m_roots; ///< of the subtrees that threads plan

    std::vector<Key> m_order; ///< as m_nodes
    std::vector<TilesetNode> m_nodes;
};

Result<geo::HeightRaster> HeightTiler::borrow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            geo::HeightRaster raster = std::move(m_idle.back());
            m_idle.pop_back();
            return raster;
        }
    }
    return geo::HeightRaster::open(m_heights);
}

void HeightTiler::giveBack(geo::HeightRaster raster)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(raster));
}

Result<void> HeightTiler::open()
{
    TWIN_TRY(geo::HeightRaster raster, borrow());
    m_columns = raster.columns();
    m_rows = raster.rows();
    m_spacing = raster.spacingMetres();
    m_west = raster.west();
    m_north = raster.north();
    while ((heightTileQuads << m_top) < std::max(m_columns, m_rows) - 1)
        ++m_top;
    giveBack(std::move(raster));
    m_threads =
        m_options.threads > 0 ? m_options.threads : std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
    return {};
}

bool HeightTiler::isInside(const Key& key) const
{
    const std::int64_t reach = std::int64_t{heightTileQuads} << key.level;
    return key.x * reach < m_columns - 1 && key.y * reach < m_rows - 1;
}

/// How far storing may move a vertex; counts as error.
double HeightTiler::precision(const Key& key) const
{
    return finestPrecisionMetres * (1 << std::min(key.level, 6));
}

Result<HeightTiler::Grid> HeightTiler::planLeaf(const Key& key, const geo::HeightRaster& raster)
{
    const int side = heightTileSide + 2;
    TWIN_TRY(const std::vector<float> window,
             raster.read(key.x * heightTileQuads - 1, key.y * heightTileQuads - 1, side, side));
    Grid grid = leafGrid(window, m_spacing);
    if (!grid)
        return grid;
    // Twice the nodes of a leaf are its own, with nothing between: the mesh is measured against what there is.
    std::vector<float> fine(std::size_t{2 * heightTileQuads + 1} * (2 * heightTileQuads + 1),
                            std::numeric_limits<float>::quiet_NaN());
    for (int row = 0; row < heightTileSide; ++row)
        for (int column = 0; column < heightTileSide; ++column)
            fine[static_cast<std::size_t>(2 * row) * (2 * heightTileQuads + 1) + static_cast<std::size_t>(2 * column)] =
                grid->heights[static_cast<std::size_t>(row) * heightTileSide + static_cast<std::size_t>(column)];
    TWIN_CHECK(keep(key, *grid, fine, 0));
    return grid;
}

Result<HeightTiler::Grid> HeightTiler::plan(const Key& key, const geo::HeightRaster& raster)
{
    if (m_cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    if (!isInside(key))
        return Grid();
    {
        const std::lock_guard lock(m_mutex);
        if (const auto done = m_roots.find(key); done != m_roots.end())
            return std::move(done->second);
    }
    if (key.level == 0)
        return planLeaf(key, raster);
    HeightGridQuarters quarters;
    double below = 0;
    bool any = false;
    for (int q = 0; q < 4; ++q) {
        auto& quarter = quarters[static_cast<std::size_t>(q)];
        TWIN_TRY(quarter, plan({key.level - 1, 2 * key.x + (q & 1), 2 * key.y + (q >> 1)}, raster));
        any = any || quarter;
        below = std::max(below, quarter ? quarter->errorMetres : 0);
    }
    if (!any)
        return Grid();
    const std::vector<float> fine = joined(quarters);
    auto grid = std::make_unique<HeightGridTile>(halved(quarters, fine));
    TWIN_CHECK(keep(key, *grid, fine, below));
    return grid;
}

/// Thins a tile's grid, measures the mesh and puts it aside.
Result<void> HeightTiler::keep(const Key& key, const HeightGridTile& grid, const std::vector<float>& fine, double below)
{
    const RightTriangles hierarchy(grid.heights, heightTileQuads);
    const double tolerance = std::max(m_options.finestToleranceMetres, tolerancePerError * grid.errorMetres);
    const auto triangles = hierarchy.triangles(tolerance);
    Tile tile;
    tile.error = hierarchy.deviation(triangles, fine) + below + precision(key);
    tile.triangles = static_cast<std::int64_t>(triangles.size());
    TWIN_CHECK(meshOf(grid, triangles).save(m_scratch + QLatin1Char('/') + key.name()));
    const std::lock_guard lock(m_mutex);
    for (int q = 0; q < 4 && key.level > 0; ++q)
        if (const auto child = m_tiles.find({key.level - 1, 2 * key.x + (q & 1), 2 * key.y + (q >> 1)});
            child != m_tiles.end()) {
            tile.error = std::max(tile.error, child->second.error);
            tile.isLeaf = false;
        }
    m_tiles[key] = tile;
    if (reachesAsFar(grid, fine))
        pruneBelow(key, tile.error);
    return {};
}

/// Children that show nothing more than their parent go: still water, plains, and what was only interpolated.
void HeightTiler::pruneBelow(const Key& key, double error)
{
    if (m_tiles[key].isLeaf || error > m_options.finestToleranceMetres + precision(key))
        return;
    std::vector<Key> children;
    for (int q = 0; q < 4; ++q) {
        const Key child{key.level - 1, 2 * key.x + (q & 1), 2 * key.y + (q >> 1)};
        const auto found = m_tiles.find(child);
        if (found == m_tiles.end())
            continue;
        if (!found->second.isLeaf)
            return;
        children.push_back(child);
    }
    for (const Key& child : children) {
        m_tiles.erase(child);
        QFile::remove(m_scratch + QLatin1Char('/') + child.name());
    }
    m_tiles[key].isLeaf = true;
}

Result<void> HeightTiler::planAll(const ProgressSink& progress)
{
    // Subtrees of up to 16 × 16 leaves, one a task; what is above them is little.
    const int level = std::min(m_top, 4);
    std::vector<Key> roots;
    for (int y = 0; isInside({level, 0, y}); ++y)
        for (int x = 0; isInside({level, x, y}); ++x)
            roots.push_back({level, x, y});
    for (int l = 0; l <= m_top; ++l)
        QDir(m_scratch).mkpath(QString::number(l));
    std::atomic<std::size_t> done{0};
    const QString step = QCoreApplication::translate("twin::package", "Gelände vermaschen");
    TWIN_CHECK(runTasks(roots.size(), m_threads, [&](std::size_t i) -> Result<void> {
        TWIN_TRY(geo::HeightRaster raster, borrow());
        TWIN_TRY(Grid grid, plan(roots[i], raster));
        giveBack(std::move(raster));
        if (progress)
            progress(static_cast<double>(++done) / static_cast<double>(roots.size()), step);
        const std::lock_guard lock(m_mutex);
        m_roots[roots[i]] = std::move(grid);
        return {};
    }));
    TWIN_TRY(const geo::HeightRaster raster, borrow());
    TWIN_TRY([[maybe_unused]] const Grid top, plan({m_top, 0, 0}, raster));
    m_roots.clear();
    return {};
}

/// Deep enough below this tile's rim for whatever neighbour may stand there.
double HeightTiler::skirtOf(const Key& key) const
{
    double neighbours = 0;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const Key beside{key.level, key.x + dx, key.y + dy};
            if (beside.x < 0 || beside.y < 0)
                continue;
            int found = 0;
            for (int up = 0; beside.level + up <= m_top && found <= coarserNeighbours; ++up)
                if (const auto tile = m_tiles.find(beside.above(up)); tile != m_tiles.end()) {
                    neighbours = std::max(neighbours, tile->second.error);
                    ++found;
                }
        }
    return std::max(smallestSkirtMetres, m_tiles.at(key).error + neighbours);
}

void HeightTiler::order(const Key& key, std::int32_t parent)
{
    const auto found = m_tiles.find(key);
    if (found == m_tiles.end())
        return;
    const auto self = static_cast<std::int32_t>(m_nodes.size());
    TilesetNode node;
    node.parent = parent;
    node.uri = key.name() + QStringLiteral(".glb");
    node.geometricError = found->second.error;
    m_nodes.push_back(node);
    m_order.push_back(key);
    if (parent >= 0)
        m_nodes[static_cast<std::size_t>(parent)].children.push_back(self);
    for (int q = 0; q < 4 && !found->second.isLeaf; ++q)
        order({key.level - 1, 2 * key.x + (q & 1), 2 * key.y + (q >> 1)}, self);
}

TileMesh HeightTiler::content(const Key& key, const HeightTileMesh& mesh, const ProjectedPosition& centre) const
{
    const double step = m_spacing * (1 << key.level);
    const double west = m_west + static_cast<double>(key.x) * heightTileQuads * step - centre.eastingMetres;
    const double north = m_north - static_cast<double>(key.y) * heightTileQuads * step - centre.northingMetres;
    TileMesh tile;
    tile.precisionMetres = precision(key);
    TilePrimitive& ground = tile.of(TileMaterial::Terrain);
    for (const HeightTileMesh::Vertex& vertex : mesh.vertices) {
        ground.positions.push_back({static_cast<float>(west + vertex.column * step),
                                    static_cast<float>(north - vertex.row * step),
                                    static_cast<float>(static_cast<double>(vertex.height) - centre.heightMetres)});
        ground.normals.push_back(vertex.normal);
    }
    ground.indices = mesh.indices;

    const auto depth = static_cast<float>(skirtOf(key));
    const auto isRim = [&](const HeightTileMesh::Vertex& a, const HeightTileMesh::Vertex& b) {
        return (a.column == b.column && a.column % heightTileQuads == 0) ||
               (a.row == b.row && a.row % heightTileQuads == 0);
    };
    std::map<std::uint32_t, std::uint32_t> lowered;
    const auto low = [&](std::uint32_t vertex) {
        const auto [entry, isNew] = lowered.emplace(vertex, static_cast<std::uint32_t>(ground.positions.size()));
        if (isNew) {
            auto position = ground.positions[vertex];
            position.z -= depth;
            ground.positions.push_back(position);
            ground.normals.push_back(ground.normals[vertex]); // lit as the ground above: the seam stays unseen
        }
        return entry->second;
    };
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const std::uint32_t from = mesh.indices[i];
        const std::uint32_t to = mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
        if (!isRim(mesh.vertices[from], mesh.vertices[to]))
            continue;
        const std::uint32_t lowFrom = low(from);
        const std::uint32_t lowTo = low(to);
        ground.indices.insert(ground.indices.end(), {from, lowFrom, lowTo, from, lowTo, to});
    }
    return tile;
}

/// Of what the tile holds, which at the raster's edge may be a corner of its square: a tile's tangent plane touches the
/// earth here, and readers take it for another one where that is not inside.
ProjectedPosition HeightTiler::middle(const Key& key, const HeightTileMesh& mesh) const
{
    int west = heightTileQuads;
    int east = 0;
    int north = heightTileQuads;
    int south = 0;
    for (const HeightTileMesh::Vertex& vertex : mesh.vertices) {
        west = std::min<int>(west, vertex.column);
        east = std::max<int>(east, vertex.column);
        north = std::min<int>(north, vertex.row);
        south = std::max<int>(south, vertex.row);
    }
    const double step = m_spacing * (1 << key.level);
    return {std::round(m_west + (key.x * heightTileQuads + 0.5 * (west + east)) * step),
            std::round(m_north - (key.y * heightTileQuads + 0.5 * (north + south)) * step),
            mesh.vertices.empty() ? 0.0 : std::round(static_cast<double>(mesh.vertices.front().height))};
}

Result<void> HeightTiler::build(std::size_t index)
{
    if (m_cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    const Key& key = m_order[index];
    TilesetNode& node = m_nodes[index];
    const QString kept = m_scratch + QLatin1Char('/') + key.name();
    TWIN_TRY(const HeightTileMesh mesh, HeightTileMesh::load(kept));
    QFile::remove(kept);
    node.centre = middle(key, mesh);
    const TileMesh tile = content(key, mesh, node.centre);
    node.box = tile.bounds();
    if (node.box.isEmpty()) { // nothing but gaps at this distance: a place to hang the children on
        node.uri.clear();
        node.box.include(LocalPosition{});
        return {};
    }
    const double slack = 2 * tile.precisionMetres;
    node.box.include(node.box.min - LocalPosition{slack, slack, slack});
    node.box.include(node.box.max + LocalPosition{slack, slack, slack});
    return writeFile(m_folder + QLatin1Char('/') + node.uri, encodeGlb(tile), false);
}

Result<void> HeightTiler::buildAll(const ProgressSink& progress)
{
    order({m_top, 0, 0}, -1);
    if (m_nodes.empty())
        return failure(ErrorCode::NoData,
                       QCoreApplication::translate("twin::package", "Das Höhenmodell enthält keine Höhen."), {}, {},
                       {m_heights, -1, {}});
    for (int l = 0; l <= m_top; ++l)
        QDir(m_folder).mkpath(QString::number(l));
    std::atomic<std::size_t> done{0};
    const QString step = QCoreApplication::translate("twin::package", "Geländekacheln schreiben");
    TWIN_CHECK(runTasks(m_nodes.size(), m_threads, [&](std::size_t i) -> Result<void> {
        TWIN_CHECK(build(i));
        if (const std::size_t now = ++done; progress && now % 16 == 0)
            progress(static_cast<double>(now) / static_cast<double>(m_nodes.size()), step);
        return {};
    }));
    encloseChildren(m_nodes);
    return writeTileset(m_folder + QStringLiteral("/tileset.json"), m_nodes, m_options.undulation);
}

Result<HeightTilerSummary> HeightTiler::write(const ProgressSink& progress)
{
    TWIN_CHECK(open());
    TWIN_CHECK(planAll(partOf(progress, 0, planShare)));
    TWIN_CHECK(buildAll(partOf(progress, planShare, 1)));
    HeightTilerSummary summary;
    summary.tiles = static_cast<std::int64_t>(m_order.size());
    for (const Key& key : m_order) {
        const Tile& tile = m_tiles.at(key);
        if (!tile.isLeaf)
            continue;
        summary.triangles += tile.triangles;
        summary.leafErrorMetres = std::max(summary.leafErrorMetres, tile.error);
    }
    return summary;
}

} // namespace

Result<HeightTilerSummary> writeHeightTiles(const QString& heights, const QString& folder, const QString& scratch,
                                            const HeightTilerOptions& options, const CancellationToken& cancel,
                                            const ProgressSink& progress)
{
    return HeightTiler(heights, folder, scratch, options, cancel).write(progress);
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/selection/TileSelection.h"

#include "render/selection/Frustum.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_set>

namespace twin::render {

namespace {

/// A refined tile stays refined until its error is this much below the limit: no flicker at the border.
constexpr double hysteresis = 0.85;
/// Raised limits come down only when the wanted tiles would leave this much of the budget free.
constexpr double headroom = 0.85;
constexpr double errorStep = 1.25;
constexpr double longestShadow = 600; ///< metres

/// One walk over all trees with one error limit.
class Walk {
public:
    Walk(const SelectionRequest& request, std::span<const TreeState> trees, double limit)
        : m_request(request),
          m_trees(trees),
          m_limit(limit),
          m_frustum(request.camera, request.size),
          m_forward(viewDirection(request.camera)),
          m_pixelsPerRadian(request.size.height() /
                            (2 * std::tan(request.camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0)))
    {
        for (std::int32_t source = 0; source < static_cast<std::int32_t>(trees.size()); ++source) {
            const TreeState& tree = trees[static_cast<std::size_t>(source)];
            const bool covered =
                tree.tree && !tree.tree->nodes.empty() && visit(source, 0, std::numeric_limits<double>::infinity());
            selection.covered.push_back(covered ? 1 : 0);
        }
    }

    Selection selection;
    std::size_t wantedBytes = 0;

private:
    [[nodiscard]] const TreeState& treeOf(std::int32_t source) const
    {
        return m_trees[static_cast<std::size_t>(source)];
    }
    [[nodiscard]] const TileNode& nodeOf(std::int32_t source, std::int32_t node) const
    {
        return treeOf(source).tree->nodes[static_cast<std::size_t>(node)];
    }
    [[nodiscard]] TileLoad loadOf(std::int32_t source, std::int32_t node) const
    {
        return treeOf(source).load[static_cast<std::size_t>(node)];
    }

    [[nodiscard]] double projectedError(double metres, const Box& bounds) const
    {
        const double distance = std::max(bounds.distanceTo(m_request.camera.eye), 0.1);
        return metres * m_pixelsPerRadian / distance;
    }

    /// Marks a tile with content as wanted and asks for it if need be. @returns whether it can be drawn (or never will
    /// be).
    bool want(std::int32_t source, std::int32_t index, double gain)
    {
        const TileNode& node = nodeOf(source, index);
        const std::uint32_t known = treeOf(source).bytes[static_cast<std::size_t>(index)];
        const TileLoad load = loadOf(source, index);
        selection.used.push_back({source, index});
        if (load != TileLoad::Failed)
            wantedBytes += known ? known : m_request.typicalTileBytes;
        if (load == TileLoad::Absent || load == TileLoad::Loading) {
            const LocalPosition towards = node.bounds.centre() - m_request.camera.eye;
            const double cosine = dot(towards, m_forward) / std::max(length(towards), 1e-6);
            selection.load.push_back({{source, index}, std::min(gain, 1e9) * (0.5 + 0.5 * std::max(cosine, 0.0))});
        }
        return load == TileLoad::Resident || load == TileLoad::Failed;
    }

    void drawIfResident(std::int32_t source, std::int32_t index)
    {
        if (loadOf(source, index) == TileLoad::Resident)
            selection.draw.push_back({source, index});
    }

    /// Covers a tile that is not there itself with resident descendants. @returns whether they cover it.
    bool coverByDescendants(std::int32_t source, std::int32_t index)
    {
        const TileNode& node = nodeOf(source, index);
        if (node.children.empty() || node.refine == Refine::Add)
            return false;
        const std::size_t start = selection.draw.size();
        for (const std::int32_t child : node.children) {
            if (!m_frustum.intersects(nodeOf(source, child).bounds))
                continue;
            if (loadOf(source, child) == TileLoad::Resident) {
                selection.draw.push_back({source, child});
            } else if (!coverByDescendants(source, child)) {
                selection.draw.resize(start);
                return false;
            }
        }
        return true;
    }

    /// @param gain  pixels of error that are seen while this tile is not there. @returns whether the tile's view is
    /// covered.
    bool visit(std::int32_t source, std::int32_t index, double gain)
    {
        const TileNode& node = nodeOf(source, index);
        if (!m_frustum.intersects(node.bounds)) {
            if (treeOf(source).throwsShadows && throwsShadowIntoView(node.bounds))
                visitCaster(source, index);
            return true;
        }
        const bool hasContent = !node.uri.isEmpty();
        const double error = projectedError(node.geometricError, node.bounds);
        const bool wasRefined = treeOf(source).refined[static_cast<std::size_t>(index)] != 0;
        const bool refine =
            !node.children.empty() && (!hasContent || error > (wasRefined ? m_limit * hysteresis : m_limit));
        if (!refine)
            return visitTarget(source, index, gain);
        selection.refined.push_back({source, index});
        const bool ready = hasContent && want(source, index, gain);
        const std::size_t start = selection.draw.size();
        if (node.refine == Refine::Add && hasContent) {
            ++selection.targets;
            if (ready)
                drawIfResident(source, index);
            else
                ++selection.missing;
        }
        bool covered = true;
        for (const std::int32_t child : node.children)
            covered = visit(source, child, std::max(error, 0.0)) && covered;
        if (covered || node.refine == Refine::Add)
            return covered;
        if (hasContent && loadOf(source, index) == TileLoad::Resident) {
            selection.draw.resize(start);
            selection.draw.push_back({source, index});
            return true;
        }
        return false;
    }

    [[nodiscard]] bool throwsShadowIntoView(const Box& bounds) const
    {
        if (!m_request.shadows || bounds.isEmpty() ||
            bounds.distanceTo(m_request.camera.eye) > m_request.shadows->metres)
            return false;
        const LocalPosition& sun = m_request.shadows->towardsSun;
        const double length = std::min(bounds.size().z / std::max(sun.z, 1e-3), longestShadow);
        Box swept = bounds;
        swept.include(LocalPosition{bounds.min.x - sun.x * length, bounds.min.y - sun.y * length, bounds.min.z});
        swept.include(LocalPosition{bounds.max.x - sun.x * length, bounds.max.y - sun.y * length, bounds.min.z});
        return m_frustum.intersects(swept);
    }

    /// Tiles outside the view are as fine as they would be inside, but come last.
    void visitCaster(std::int32_t source, std::int32_t index)
    {
        const TileNode& node = nodeOf(source, index);
        if (!throwsShadowIntoView(node.bounds))
            return;
        const bool hasContent = !node.uri.isEmpty();
        const bool refine =
            !node.children.empty() && (!hasContent || projectedError(node.geometricError, node.bounds) > m_limit);
        if (hasContent && (!refine || node.refine == Refine::Add)) {
            want(source, index, 0);
            const TileLoad load = loadOf(source, index);
            if (load == TileLoad::Resident)
                selection.casters.push_back({source, index});
            else if (load != TileLoad::Failed)
                ++selection.missing;
            ++selection.targets;
        }
        if (refine) {
            for (const std::int32_t child : node.children)
                visitCaster(source, child);
        }
    }

    bool visitTarget(std::int32_t source, std::int32_t index, double gain)
    {
        if (nodeOf(source, index).uri.isEmpty())
            return true;
        ++selection.targets;
        want(source, index, gain);
        const TileLoad load = loadOf(source, index);
        if (load == TileLoad::Resident) {
            selection.draw.push_back({source, index});
            return true;
        }
        selection.missing += load == TileLoad::Failed ? 0 : 1;
        return coverByDescendants(source, index);
    }

    const SelectionRequest& m_request;
    std::span<const TreeState> m_trees;
    double m_limit;
    Frustum m_frustum;
    LocalPosition m_forward;
    double m_pixelsPerRadian;
};

void sortByDistance(std::vector<TileRef>& tiles, const SelectionRequest& request, std::span<const TreeState> trees)
{
    std::vector<std::pair<double, TileRef>> keyed;
    keyed.reserve(tiles.size());
    for (const TileRef& tile : tiles) {
        const Box& box =
            trees[static_cast<std::size_t>(tile.source)].tree->nodes[static_cast<std::size_t>(tile.node)].bounds;
        keyed.emplace_back(box.distanceTo(request.camera.eye), tile);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(keyed.begin(), keyed.end(), tiles.begin(), [](const auto& k) { return k.second; });
}

/// What has to go so that the resident tiles and the ones asked for fit into the budget; oldest first, nothing in use.
std::vector<TileRef> chooseDrops(const SelectionRequest& request, std::span<const TreeState> trees, const Selection& s)
{
    std::size_t incoming = 0; // of tiles being read or waiting for their upload
    for (const TileRef& tile : s.used) {
        const TreeState& tree = trees[static_cast<std::size_t>(tile.source)];
        const TileLoad load = tree.load[static_cast<std::size_t>(tile.node)];
        const std::uint32_t known = tree.bytes[static_cast<std::size_t>(tile.node)];
        if (load != TileLoad::Resident && load != TileLoad::Failed)
            incoming += known ? known : request.typicalTileBytes;
    }
    std::size_t total = request.residentBytes + incoming;
    std::vector<TileRef> drops;
    if (total <= request.gpuBudget)
        return drops;
    std::unordered_set<std::uint64_t> inUse;
    for (const TileRef& tile : s.used)
        inUse.insert(tile.key());
    for (const auto* list : {&s.draw, &s.casters}) {
        for (const TileRef& tile : *list)
            inUse.insert(tile.key());
    }
    for (const TileRef& tile : request.residentOldestFirst) {
        if (total <= request.gpuBudget)
            break;
        if (inUse.contains(tile.key()))
            continue;
        drops.push_back(tile);
        total -= std::min<std::size_t>(
            total, trees[static_cast<std::size_t>(tile.source)].bytes[static_cast<std::size_t>(tile.node)]);
    }
    return drops;
}

} // namespace

Selection selectTiles(const SelectionRequest& request, std::span<const TreeState> trees)
{
    const double wished = std::max(request.maximumScreenSpaceError, 0.0);
    const double last = request.lastScreenSpaceError;
    double limit = last > wished ? std::max(wished, last / errorStep) : wished;
    Selection selection;
    for (int attempt = 0; attempt < 64; ++attempt) {
        Walk walk(request, trees, limit);
        const bool lowering = last > wished && limit < last;
        const double allowed = static_cast<double>(request.gpuBudget) * (lowering ? headroom : 1.0);
        selection = std::move(walk.selection);
        selection.screenSpaceError = limit;
        if (static_cast<double>(walk.wantedBytes) <= allowed)
            break;
        limit = std::max(limit, 1.0) * errorStep;
    }
    sortByDistance(selection.draw, request, trees);
    std::stable_sort(selection.load.begin(), selection.load.end(),
                     [](const TileWish& a, const TileWish& b) { return a.priority > b.priority; });
    selection.drop = chooseDrops(request, trees, selection);
    return selection;
}

} // namespace twin::render

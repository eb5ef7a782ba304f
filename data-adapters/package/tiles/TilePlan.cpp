// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/TilePlan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twin::package {
namespace {

constexpr int deepest = 24;

struct Cell {
    double west = 0;
    double south = 0;
    double size = 1;
    int level = 0;
    std::int64_t column = 0;
    std::int64_t row = 0;

    [[nodiscard]] Cell quadrant(int q) const
    {
        const double half = size / 2;
        const int east = q & 1;
        const int north = q >> 1;
        return {west + east * half, south + north * half, half, level + 1, column * 2 + east, row * 2 + north};
    }
    [[nodiscard]] QString name() const { return QStringLiteral("%1/%2_%3").arg(level).arg(column).arg(row); }
};

class Planner {
public:
    Planner(const std::vector<Drawable>& all, std::vector<std::uint32_t> drawables, const TileBudget& budget)
        : m_all(all), m_budget(budget)
    {
        m_plan.drawables = std::move(drawables);
    }

    TilePlan plan()
    {
        if (m_plan.drawables.empty())
            return std::move(m_plan);
        Extent extent;
        for (const std::uint32_t drawable : m_plan.drawables)
            extent.include(m_all[drawable].extent);
        const LocalPosition size = extent.box.size();
        const Cell root{extent.box.min.x, extent.box.min.y, std::max({size.x, size.y, 1.0})};
        grow(root, 0, static_cast<std::uint32_t>(m_plan.drawables.size()), -1);
        addRootOverview();
        return std::move(m_plan);
    }

private:
    [[nodiscard]] std::uint64_t triangles(std::uint32_t first, std::uint32_t count) const
    {
        std::uint64_t sum = 0;
        for (std::uint32_t i = first; i < first + count; ++i)
            sum += m_all[m_plan.drawables[i]].triangles;
        return sum;
    }

    /// Sorts a range into quadrants, keeping the order of the input within each. @returns the ends of the quadrants.
    std::array<std::uint32_t, 4> partition(const Cell& cell, std::uint32_t first, std::uint32_t count)
    {
        const double midX = cell.west + cell.size / 2;
        const double midY = cell.south + cell.size / 2;
        const auto quadrantOf = [&](std::uint32_t drawable) {
            const LocalPosition centre = m_all[drawable].extent.box.centre();
            return (centre.x >= midX ? 1 : 0) + (centre.y >= midY ? 2 : 0);
        };
        const auto begin = m_plan.drawables.begin() + first;
        std::array<std::uint32_t, 4> ends{};
        auto from = begin;
        for (int q = 0; q < 4; ++q) {
            from = std::stable_partition(from, begin + count,
                                         [&](std::uint32_t drawable) { return quadrantOf(drawable) == q; });
            ends[static_cast<std::size_t>(q)] = first + static_cast<std::uint32_t>(from - begin);
        }
        return ends;
    }

    std::int32_t grow(Cell cell, std::uint32_t first, std::uint32_t count, std::int32_t parent)
    {
        std::array<std::uint32_t, 4> ends{};
        const bool split = count > 1 && triangles(first, count) > m_budget.leafTriangles;
        if (split) {
            // Objects that all lie in one quadrant need no tile of their own for the empty rest.
            for (bool shrunk = true; shrunk && cell.level < deepest;) {
                shrunk = false;
                ends = partition(cell, first, count);
                for (int q = 0; q < 4; ++q) {
                    const std::uint32_t begin = q == 0 ? first : ends[static_cast<std::size_t>(q) - 1];
                    if (ends[static_cast<std::size_t>(q)] - begin == count && cell.level + 1 < deepest) {
                        cell = cell.quadrant(q);
                        shrunk = true;
                        break;
                    }
                }
            }
        }
        const auto self = static_cast<std::int32_t>(m_plan.tiles.size());
        m_plan.tiles.push_back({first, count, parent, {}, cell.name()});
        if (!split || cell.level + 1 >= deepest)
            return self;
        for (int q = 0; q < 4; ++q) {
            const std::uint32_t begin = q == 0 ? first : ends[static_cast<std::size_t>(q) - 1];
            const std::uint32_t size = ends[static_cast<std::size_t>(q)] - begin;
            if (size > 0) {
                const std::int32_t child = grow(cell.quadrant(q), begin, size, self);
                m_plan.tiles[static_cast<std::size_t>(self)].children.push_back(child);
            }
        }
        return self;
    }

    /// A region of one leaf gets a coarse root all the same, so that it is cheap from afar.
    void addRootOverview()
    {
        if (m_plan.tiles.size() != 1 || triangles(0, m_plan.tiles[0].count) <= m_budget.aloneTriangles)
            return;
        PlannedTile leaf = m_plan.tiles[0];
        leaf.parent = 0;
        leaf.name = QStringLiteral("full");
        m_plan.tiles[0].children = {1};
        m_plan.tiles.push_back(leaf);
    }

    const std::vector<Drawable>& m_all;
    TileBudget m_budget;
    TilePlan m_plan;
};

} // namespace

TilePlan planTiles(const std::vector<Drawable>& all, std::vector<std::uint32_t> drawables, const TileBudget& budget)
{
    return Planner(all, std::move(drawables), budget).plan();
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/GroundMesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::render {

namespace {

constexpr int mostNodesPerSide = 384;
constexpr int cellsPerBlock = 48; ///< along each side: a block is what is left out when it is not in view
constexpr double horizonMetres = 400000;
constexpr double nearMetres = 200;   ///< in which the edge loses its details: else each draws a ray to the horizon
constexpr double apronMetres = 6000; ///< in which it levels out
constexpr int tuckNodes = 4;         ///< by which the surroundings reach below terrain tiles: coarse ones end early
constexpr double tuckMetres = 1.5;   ///< how deep

/// The model's heights on a coarser grid, gaps filled from their neighbours.
struct Grid {
    int columns = 0;
    int rows = 0;
    std::vector<double> x, y;
    std::vector<double> z;
    double mean = 0;

    [[nodiscard]] std::size_t at(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
    [[nodiscard]] LocalPosition node(int row, int column) const
    {
        return {x[std::size_t(column)], y[std::size_t(row)], z[at(row, column)]};
    }
    [[nodiscard]] LocalPosition normal(int row, int column) const
    {
        const LocalPosition west = node(row, std::max(column - 1, 0));
        const LocalPosition east = node(row, std::min(column + 1, columns - 1));
        const LocalPosition south = node(std::max(row - 1, 0), column);
        const LocalPosition north = node(std::min(row + 1, rows - 1), column);
        const LocalPosition n{-(east.z - west.z) / (east.x - west.x), -(north.z - south.z) / (north.y - south.y), 1};
        return n * (1 / length(n));
    }
    [[nodiscard]] LocalPosition centre() const
    {
        return {(x.front() + x.back()) / 2, (y.front() + y.back()) / 2, mean};
    }
};

std::vector<int> picksOf(int nodes)
{
    const int step = (nodes + mostNodesPerSide - 1) / mostNodesPerSide;
    std::vector<int> picks;
    for (int i = 0; i < nodes - 1; i += step)
        picks.push_back(i);
    picks.push_back(nodes - 1);
    return picks;
}

/// Grows the known heights into the gaps, one ring a pass, so that a hole takes the height of its rim.
void fillGaps(Grid& grid)
{
    std::vector<std::size_t> gaps;
    for (std::size_t i = 0; i < grid.z.size(); ++i) {
        if (std::isnan(grid.z[i]))
            gaps.push_back(i);
    }
    while (!gaps.empty()) {
        std::vector<std::pair<std::size_t, double>> filled;
        std::vector<std::size_t> left;
        for (const std::size_t i : gaps) {
            const int row = static_cast<int>(i) / grid.columns;
            const int column = static_cast<int>(i) % grid.columns;
            double sum = 0;
            int count = 0;
            for (const auto& [dr, dc] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                const int r = row + dr;
                const int c = column + dc;
                if (r < 0 || c < 0 || r >= grid.rows || c >= grid.columns || std::isnan(grid.z[grid.at(r, c)]))
                    continue;
                sum += grid.z[grid.at(r, c)];
                ++count;
            }
            if (count > 0)
                filled.emplace_back(i, sum / count);
            else
                left.push_back(i);
        }
        if (filled.empty())
            break; // nothing known at all
        for (const auto& [i, z] : filled)
            grid.z[i] = z;
        gaps = std::move(left);
    }
}

Grid gridOf(const GroundModel& ground)
{
    const std::vector<int> columns = picksOf(ground.columns);
    const std::vector<int> rows = picksOf(ground.rows);
    Grid grid;
    grid.columns = static_cast<int>(columns.size());
    grid.rows = static_cast<int>(rows.size());
    double sum = 0;
    int known = 0;
    for (const int column : columns)
        grid.x.push_back(ground.southWest.x + column * ground.spacingMetres);
    for (const int row : rows) {
        grid.y.push_back(ground.southWest.y + row * ground.spacingMetres);
        for (const int column : columns) {
            const double z = static_cast<double>(
                ground.heights[static_cast<std::size_t>(row) * static_cast<std::size_t>(ground.columns) +
                               static_cast<std::size_t>(column)]);
            grid.z.push_back(z);
            if (!std::isnan(z)) {
                sum += z;
                ++known;
            }
        }
    }
    if (known == 0)
        return {};
    grid.mean = sum / known;
    fillGaps(grid);
    return grid;
}

class Builder {
public:
    explicit Builder(const LocalPosition& origin) { content.origin = origin; }
    std::uint32_t add(const LocalPosition& p, const LocalPosition& normal = {0, 0, 1})
    {
        const LocalPosition d = p - content.origin;
        const auto byte = [](double v) {
            return static_cast<std::int8_t>(std::lround(std::clamp(v, -1.0, 1.0) * 127));
        };
        content.vertices.push_back(
            {static_cast<float>(d.x), static_cast<float>(d.y), static_cast<float>(d.z), byte(normal.x), byte(normal.y),
             byte(normal.z), static_cast<std::uint8_t>(FaceClass::Terrain), TileContent::noFeature, 0xFFFFFFFFu});
        content.bounds.include(p);
        return static_cast<std::uint32_t>(content.vertices.size() - 1);
    }
    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c)
    {
        content.indices.insert(content.indices.end(), {a, b, c});
    }
    /// Joins two closed counter-clockwise loops of the same length, inner to outer.
    void join(const std::vector<std::uint32_t>& inner, const std::vector<std::uint32_t>& outer)
    {
        for (std::size_t i = 0; i < inner.size(); ++i) {
            const std::size_t j = (i + 1) % inner.size();
            triangle(inner[i], outer[i], outer[j]);
            triangle(inner[i], outer[j], inner[j]);
        }
    }
    TileContent content;
};

/// @returns a loop that every point lies `metres` further out of, seen from a centre; heights stay.
std::vector<LocalPosition> pushedOut(const std::vector<LocalPosition>& loop, const LocalPosition& centre, double metres)
{
    std::vector<LocalPosition> outer;
    for (const LocalPosition& p : loop) {
        LocalPosition d = p - centre;
        d.z = 0;
        const double l = std::max(length(d), 1e-6);
        LocalPosition q = centre + d * ((l + metres) / l);
        q.z = p.z;
        outer.push_back(q);
    }
    return outer;
}

std::vector<std::uint32_t> added(Builder& builder, const std::vector<LocalPosition>& loop)
{
    std::vector<std::uint32_t> indices;
    for (const LocalPosition& p : loop)
        indices.push_back(builder.add(p));
    return indices;
}

std::vector<LocalPosition> levelled(std::vector<LocalPosition> loop, double z)
{
    for (LocalPosition& p : loop)
        p.z = z;
    return loop;
}

/// Each height becomes the mean along `metres` of the loop to either side.
std::vector<LocalPosition> smoothed(const std::vector<LocalPosition>& loop, double metres)
{
    const std::size_t count = loop.size();
    const double step = count > 1 ? std::max(length(loop[1] - loop[0]), 1e-6) : metres;
    const auto reach = std::min(count / 2, static_cast<std::size_t>(metres / step));
    std::vector<LocalPosition> smooth = loop;
    for (std::size_t i = 0; i < count; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j <= 2 * reach; ++j)
            sum += loop[(i + count + j - reach) % count].z;
        smooth[i].z = sum / static_cast<double>(2 * reach + 1);
    }
    return smooth;
}

/// The nodes from (row, column) on, with the normals of the whole grid: no seam shows between blocks.
TileContent blockOf(const Grid& grid, int row, int column)
{
    const int lastRow = std::min(row + cellsPerBlock, grid.rows - 1);
    const int lastColumn = std::min(column + cellsPerBlock, grid.columns - 1);
    Builder builder(grid.centre());
    for (int r = row; r <= lastRow; ++r) {
        for (int c = column; c <= lastColumn; ++c)
            builder.add(grid.node(r, c), grid.normal(r, c));
    }
    const int width = lastColumn - column + 1;
    for (int r = 0; r < lastRow - row; ++r) {
        for (int c = 0; c + 1 < width; ++c) {
            const auto at = static_cast<std::uint32_t>(r * width + c);
            const auto above = at + static_cast<std::uint32_t>(width);
            builder.triangle(at, at + 1, above + 1);
            builder.triangle(at, above + 1, above);
        }
    }
    return std::move(builder.content);
}

/// From the grid's border to the horizon.
TileContent surroundingsOf(const Grid& grid)
{
    Builder builder(grid.centre());
    std::vector<std::uint32_t> border;
    std::vector<std::uint32_t> below;
    std::vector<LocalPosition> loop;
    const int tuck = std::min({tuckNodes, (grid.rows - 1) / 2, (grid.columns - 1) / 2});
    const auto push = [&](int r, int c) {
        loop.push_back(grid.node(r, c));
        border.push_back(builder.add(loop.back(), grid.normal(r, c)));
        const int row = std::clamp(r, tuck, grid.rows - 1 - tuck);
        const int column = std::clamp(c, tuck, grid.columns - 1 - tuck);
        below.push_back(
            builder.add(grid.node(row, column) - LocalPosition{0, 0, tuckMetres}, grid.normal(row, column)));
    };
    for (int c = 0; c + 1 < grid.columns; ++c)
        push(0, c);
    for (int r = 0; r + 1 < grid.rows; ++r)
        push(r, grid.columns - 1);
    for (int c = grid.columns - 1; c > 0; --c)
        push(grid.rows - 1, c);
    for (int r = grid.rows - 1; r > 0; --r)
        push(r, 0);
    const auto ring = [&](const std::vector<LocalPosition>& at, double metres) {
        return added(builder, pushedOut(at, grid.centre(), metres));
    };
    const std::vector<std::uint32_t> near = ring(smoothed(loop, nearMetres), nearMetres);
    const std::vector<std::uint32_t> apron = ring(levelled(loop, grid.mean), apronMetres);
    builder.join(below, border);
    builder.join(border, near);
    builder.join(near, apron);
    builder.join(apron, ring(levelled(loop, grid.mean), horizonMetres));
    return std::move(builder.content);
}

TileContent plainAt(const LocalPosition& centre)
{
    Builder builder(centre);
    constexpr int sides = 48;
    std::vector<LocalPosition> loop;
    std::vector<std::uint32_t> inner;
    const std::uint32_t middle = builder.add(centre);
    for (int i = 0; i < sides; ++i) {
        const double angle = 2 * std::numbers::pi * i / sides;
        loop.push_back(centre + LocalPosition{std::cos(angle) * apronMetres, std::sin(angle) * apronMetres, 0});
        inner.push_back(builder.add(loop.back()));
    }
    for (std::size_t i = 0; i < inner.size(); ++i)
        builder.triangle(middle, inner[i], inner[(i + 1) % inner.size()]);
    builder.join(inner, added(builder, pushedOut(levelled(loop, centre.z), centre, horizonMetres)));
    return std::move(builder.content);
}

} // namespace

GroundMesh makeGroundMesh(const GroundModel* ground, const LocalPosition& fallback)
{
    if (!ground || ground->spacingMetres <= 0 || ground->columns < 2 || ground->rows < 2)
        return {plainAt(fallback), {}};
    const Grid grid = gridOf(*ground);
    if (grid.columns < 2 || grid.rows < 2)
        return {plainAt(fallback), {}};
    GroundMesh mesh;
    for (int row = 0; row + 1 < grid.rows; row += cellsPerBlock) {
        for (int column = 0; column + 1 < grid.columns; column += cellsPerBlock)
            mesh.blocks.push_back(blockOf(grid, row, column));
    }
    mesh.surroundings = surroundingsOf(grid);
    return mesh;
}

} // namespace twin::render

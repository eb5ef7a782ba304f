// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Fields.h"

#include "demo/Obstacles.h"

#include <algorithm>

namespace twin::demo {
namespace {

constexpr double cell = 25;    ///< metres of the map of taken land
constexpr double side = 330;   ///< of a field's lattice
constexpr double headland = 3; ///< left free along a field's edge: paths and ditches

/// Which land is taken, in cells.
class TakenLand {
public:
    TakenLand(Vec2 low, Vec2 high)
        : m_low(low),
          m_columns(int((high.x - low.x) / cell) + 1),
          m_rows(int((high.y - low.y) / cell) + 1),
          m_taken(std::size_t(m_columns) * std::size_t(m_rows))
    {
    }

    void take(Vec2 low, Vec2 high, const auto& isIn)
    {
        const auto clamped = [](double v, int count) { return std::clamp(int(v), 0, count - 1); };
        const int lastRow = clamped((high.y - m_low.y) / cell, m_rows);
        const int lastColumn = clamped((high.x - m_low.x) / cell, m_columns);
        for (int row = clamped((low.y - m_low.y) / cell, m_rows); row <= lastRow; ++row)
            for (int column = clamped((low.x - m_low.x) / cell, m_columns); column <= lastColumn; ++column)
                if (isIn(m_low + Vec2{(column + 0.5) * cell, (row + 0.5) * cell}))
                    m_taken[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)] = true;
    }
    [[nodiscard]] bool isTaken(Vec2 p) const
    {
        const int column = int((p.x - m_low.x) / cell);
        const int row = int((p.y - m_low.y) / cell);
        return p.x < m_low.x || p.y < m_low.y || column >= m_columns || row >= m_rows ||
               m_taken[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)];
    }
    /// @returns whether a piece is free as far as one sees.
    [[nodiscard]] bool isFree(const Quad& quad) const
    {
        constexpr int steps = 6;
        for (int i = 0; i <= steps; ++i)
            for (int j = 0; j <= steps; ++j)
                if (isTaken(mix(mix(quad[0], quad[1], double(i) / steps), mix(quad[3], quad[2], double(i) / steps),
                                double(j) / steps)))
                    return false;
        return true;
    }

private:
    Vec2 m_low;
    int m_columns, m_rows;
    std::vector<bool> m_taken;
};

void takeStrip(TakenLand& land, Vec2 a, Vec2 b, double half)
{
    land.take({std::min(a.x, b.x) - half, std::min(a.y, b.y) - half},
              {std::max(a.x, b.x) + half, std::max(a.y, b.y) + half},
              [&](Vec2 p) { return distanceToSegment(p, a, b) < half; });
}

void takeRing(TakenLand& land, const Ring& ring)
{
    Vec2 low = ring.front();
    Vec2 high = low;
    for (const Vec2& p : ring) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    land.take(low, high, [&](Vec2 p) { return contains(ring, p); });
    for (std::size_t i = 0; i < ring.size(); ++i)
        takeStrip(land, ring[i], ring[(i + 1) % ring.size()], cell);
}

TakenLand takenLand(const Assets& assets, const std::vector<Block>& blocks, Vec2 low, Vec2 high)
{
    TakenLand land(low, high);
    for (const Block& block : blocks)
        takeRing(land, {block.corners.begin(), block.corners.end()});
    for (const Wood& wood : assets.woods)
        takeRing(land, wood.outline());
    for (const Green& green : assets.greens)
        takeRing(land, ellipse(green.centre, green.radius, green.radius, 0, 24));
    for (const Landmark& landmark : assets.landmarks)
        takeRing(land, ellipse(landmark.centre, landmark.a / 2 + 60, landmark.a / 2 + 60, 0, 16));
    for (const Course& course : assets.courses) {
        if (course.kind == "lake")
            takeRing(land, course.points);
        const double half = keptFree(course);
        for (std::size_t i = 0; half > 0 && i + 1 < course.points.size(); ++i)
            takeStrip(land, course.points[i], course.points[i + 1], half + 6);
    }
    return land;
}

/// Adds a piece if it is free, else its free quarters.
void addPieces(const Quad& quad, const TakenLand& land, int depth, Random& random, std::vector<Field>& fields)
{
    if (land.isFree(quad)) {
        // Long strips, as heirs divide them.
        const int strips = depth == 0 ? random.whole(1, 3) : 1;
        for (int i = 0; i < strips; ++i) {
            const double from = double(i) / strips;
            const double to = double(i + 1) / strips;
            const Quad strip{mix(quad[0], quad[1], from), mix(quad[0], quad[1], to), mix(quad[3], quad[2], to),
                             mix(quad[3], quad[2], from)};
            if (const auto field = inset(strip, headland))
                fields.push_back({{field->begin(), field->end()}, random.chance(depth == 0 ? 0.38 : 0.72)});
        }
        return;
    }
    if (depth == 2)
        return;
    const Vec2 middle = centreOf(quad);
    for (std::size_t i = 0; i < 4; ++i)
        addPieces({quad[i], mix(quad[i], quad[(i + 1) % 4], 0.5), middle, mix(quad[i], quad[(i + 3) % 4], 0.5)}, land,
                  depth + 1, random, fields);
}

} // namespace

std::vector<Field> fieldsOf(const Assets& assets, const std::vector<Block>& blocks, quint32 seed)
{
    Vec2 low{1e9, 1e9};
    Vec2 high{-1e9, -1e9};
    for (const Area& area : assets.areas)
        for (const Vec2& p : area.ring) {
            low = {std::min(low.x, p.x - farmedBeyond), std::min(low.y, p.y - farmedBeyond)};
            high = {std::max(high.x, p.x + farmedBeyond), std::max(high.y, p.y + farmedBeyond)};
        }
    const TakenLand land = takenLand(assets, blocks, low, high);
    // A lattice whose nodes stray: neighbours share their corners, nothing overlaps.
    const auto node = [&](int column, int row) {
        Random random(seed, 29, std::uint64_t(column), std::uint64_t(row));
        return low + Vec2{(column + random.between(-0.30, 0.30)) * side, (row + random.between(-0.30, 0.30)) * side};
    };
    std::vector<Field> fields;
    const int columns = int((high.x - low.x) / side);
    const int rows = int((high.y - low.y) / side);
    for (int row = 1; row + 1 < rows; ++row)
        for (int column = 1; column + 1 < columns; ++column) {
            Random random(seed, 31, std::uint64_t(column), std::uint64_t(row));
            Quad quad{node(column, row), node(column + 1, row), node(column + 1, row + 1), node(column, row + 1)};
            if (random.chance(0.5))
                quad = {quad[1], quad[2], quad[3], quad[0]}; // divided the other way
            addPieces(quad, land, 0, random, fields);
        }
    return fields;
}

} // namespace twin::demo

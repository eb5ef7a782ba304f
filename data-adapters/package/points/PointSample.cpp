// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/points/PointSample.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <memory>

namespace twin::package {
namespace {

constexpr int mostDivisions = 7;
constexpr int spacingDivisions = 5;

/// Which cube of the cell a point is in, on each axis.
std::array<std::uint32_t, 3> cubeOf(const StoredPoint& point, const PointCell& cell, int shift)
{
    return {(point.at[0] - cell.corner[0]) >> shift, (point.at[1] - cell.corner[1]) >> shift,
            (point.at[2] - cell.corner[2]) >> shift};
}

std::uint64_t squaredDistance(const StoredPoint& point, const PointCell& cell, const std::array<std::uint32_t, 3>& cube,
                              int shift)
{
    std::uint64_t sum = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::int64_t middle = (std::int64_t{cube[axis]} << shift) + (std::int64_t{1} << shift) / 2;
        const std::int64_t d = std::int64_t{point.at[axis] - cell.corner[axis]} - middle;
        sum += static_cast<std::uint64_t>(d * d) >> 2; // three squares of 2^31 fit
    }
    return sum;
}

} // namespace

std::vector<StoredPoint> thinned(std::span<const StoredPoint> points, const PointCell& cell, int divisions)
{
    const int shift = cell.bits - std::min(divisions, mostDivisions);
    struct Choice {
        std::uint64_t distance;
        std::uint32_t index;
    };
    // By cube; sorted instead of looked up, so that memory follows the points and not the cubes.
    struct Entry {
        std::uint32_t cube;
        Choice choice;
    };
    std::vector<Entry> entries;
    entries.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto cube = cubeOf(points[i], cell, shift);
        entries.push_back({cube[0] | cube[1] << mostDivisions | cube[2] << (2 * mostDivisions),
                           {squaredDistance(points[i], cell, cube, shift), static_cast<std::uint32_t>(i)}});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (a.cube != b.cube)
            return a.cube < b.cube;
        return a.choice.distance != b.choice.distance ? a.choice.distance < b.choice.distance
                                                      : a.choice.index < b.choice.index;
    });
    std::vector<StoredPoint> kept;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (i == 0 || entries[i].cube != entries[i - 1].cube)
            kept.push_back(points[entries[i].choice.index]);
    return kept;
}

double spacingOf(std::span<const StoredPoint> points, const PointCell& cell)
{
    const int shift = std::max(cell.bits - spacingDivisions, 0);
    constexpr std::size_t side = std::size_t{1} << spacingDivisions;
    std::array<std::bitset<side * side>, 3> seen;
    for (const StoredPoint& point : points) {
        const auto cube = cubeOf(point, cell, shift);
        for (std::size_t axis = 0; axis < 3; ++axis)
            seen[axis].set(cube[axis] * side + cube[(axis + 1) % 3]);
    }
    const std::size_t most = std::max({seen[0].count(), seen[1].count(), seen[2].count()});
    const double edge = 0.001 * static_cast<double>(std::uint64_t{1} << shift);
    return points.empty() ? edge : edge * std::sqrt(static_cast<double>(most) / static_cast<double>(points.size()));
}

} // namespace twin::package

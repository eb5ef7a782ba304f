// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/FacingGroups.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace twin::render {

namespace {

constexpr std::size_t sectors = 16;  ///< of azimuth; their middles lie on the axes
constexpr std::size_t tilts = 2;     ///< upright and sloping
constexpr std::size_t downwards = 0; ///< first in the list
constexpr std::size_t firstSector = 1;
constexpr std::size_t upwards = firstSector + sectors * tilts;
constexpr std::size_t groupCount = upwards + 1;
constexpr float levelNormalZ = 0.9f;
constexpr float uprightNormalZ = 0.15f;
constexpr double leastMetres = 1e-3; ///< below this behind its plane a triangle counts as seen edge-on: drawn

using Vec = std::array<float, 3>;

/// Unit normal; zero for a triangle without area.
Vec normalOf(const TileVertex& a, const TileVertex& b, const TileVertex& c)
{
    const Vec u{b.x - a.x, b.y - a.y, b.z - a.z};
    const Vec v{c.x - a.x, c.y - a.y, c.z - a.z};
    const Vec n{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    const float l = std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    return l > 0 ? Vec{n[0] / l, n[1] / l, n[2] / l} : Vec{};
}

std::size_t groupOf(const Vec& n)
{
    if (n[2] < -levelNormalZ)
        return downwards;
    if (n[2] > levelNormalZ || (n[0] == 0 && n[1] == 0))
        return upwards;
    const double turn = std::atan2(static_cast<double>(n[1]), static_cast<double>(n[0])) / (2 * std::numbers::pi);
    const auto sector = static_cast<std::size_t>(std::lround((turn + 1) * sectors)) % sectors;
    return firstSector + sector * tilts + (std::abs(n[2]) > uprightNormalZ ? 1 : 0);
}

void include(Vec& low, Vec& high, const Vec& v)
{
    for (std::size_t i = 0; i < 3; ++i) {
        low[i] = std::min(low[i], v[i]);
        high[i] = std::max(high[i], v[i]);
    }
}

} // namespace

bool FacingGroup::isAverted(const std::array<double, 3>& eye) const
{
    // Interval arithmetic: the largest value of normal · (eye - corner).
    double largest = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double from = eye[i] - static_cast<double>(high[i]);
        const double to = eye[i] - static_cast<double>(low[i]);
        const auto a = static_cast<double>(normalLow[i]);
        const auto b = static_cast<double>(normalHigh[i]);
        largest += std::max({a * from, a * to, b * from, b * to});
    }
    return largest < -leastMetres;
}

FacingOrder orderByFacing(const TileContent& content, std::span<const std::uint32_t> indices)
{
    const std::size_t triangles = indices.size() / 3;
    std::vector<std::uint8_t> groupOfTriangle(triangles);
    constexpr float most = std::numeric_limits<float>::max();
    std::array<FacingGroup, groupCount> groups;
    groups.fill({0, 0, {most, most, most}, {-most, -most, -most}, {2, 2, 2}, {-2, -2, -2}});
    for (std::size_t t = 0; t < triangles; ++t) {
        const TileVertex* corners[3];
        for (std::size_t i = 0; i < 3; ++i)
            corners[i] = &content.vertices[indices[t * 3 + i]];
        const Vec normal = normalOf(*corners[0], *corners[1], *corners[2]);
        const std::size_t at = groupOf(normal);
        groupOfTriangle[t] = static_cast<std::uint8_t>(at);
        FacingGroup& group = groups[at];
        group.count += 3;
        include(group.normalLow, group.normalHigh, normal);
        for (const TileVertex* v : corners)
            include(group.low, group.high, {v->x, v->y, v->z});
    }
    FacingOrder order;
    std::array<std::uint32_t, groupCount> next{};
    std::uint32_t first = 0;
    for (std::size_t g = 0; g < groupCount; ++g) {
        groups[g].first = next[g] = first;
        first += groups[g].count;
        if (groups[g].count > 0)
            order.groups.push_back(groups[g]);
    }
    order.indices.resize(first);
    for (std::size_t t = 0; t < triangles; ++t) {
        std::uint32_t& to = next[groupOfTriangle[t]];
        for (std::size_t i = 0; i < 3; ++i)
            order.indices[to++] = indices[t * 3 + i];
    }
    return order;
}

} // namespace twin::render

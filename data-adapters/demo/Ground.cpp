// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Ground.h"

#include <algorithm>

namespace twin::demo {
namespace {

/// Inverse distance weighting (Shepard), softened near the spots so that they make no peaks.
double interpolated(const std::vector<SpotHeight>& spots, Vec2 p)
{
    constexpr double softening = 300.0 * 300.0;
    double weights = 0;
    double sum = 0;
    for (const SpotHeight& spot : spots) {
        const Vec2 d = p - spot.place;
        const double near = dot(d, d) + softening;
        const double weight = 1 / (near * near);
        weights += weight;
        sum += weight * spot.elevation;
    }
    return sum / weights;
}

} // namespace

Ground::Ground(const std::vector<SpotHeight>& spots, Vec2 centre, double radius)
    : m_southWest(centre - Vec2{radius, radius}), m_size(int(2 * radius / spacing) + 2)
{
    m_heights.reserve(std::size_t(m_size) * std::size_t(m_size));
    for (int row = 0; row < m_size; ++row)
        for (int column = 0; column < m_size; ++column)
            m_heights.push_back(float(interpolated(spots, m_southWest + Vec2{column * spacing, row * spacing})));
}

double Ground::at(Vec2 p) const
{
    const double x = std::clamp((p.x - m_southWest.x) / spacing, 0.0, m_size - 1.001);
    const double y = std::clamp((p.y - m_southWest.y) / spacing, 0.0, m_size - 1.001);
    const auto column = std::size_t(x);
    const auto row = std::size_t(y);
    const auto height = [&](std::size_t r, std::size_t c) { return double(m_heights[r * std::size_t(m_size) + c]); };
    const double u = x - double(column);
    const double v = y - double(row);
    return (height(row, column) * (1 - u) + height(row, column + 1) * u) * (1 - v) +
           (height(row + 1, column) * (1 - u) + height(row + 1, column + 1) * u) * v;
}

} // namespace twin::demo

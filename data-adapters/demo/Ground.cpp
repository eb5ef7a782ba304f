// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Ground.h"

#include "demo/shore/Waterside.h"

#include <algorithm>
#include <array>

namespace twin::demo {
namespace {

constexpr double margin = 2500;
constexpr double cell = 1000;
constexpr double bank = 70;        ///< metres over which the ground falls to the water
constexpr double portBank = 6;     ///< the same beside a port's walls
constexpr double portDepth = 8;    ///< of its bed: with 20 m between nodes the land must not come through the water
constexpr double stationGap = 350; ///< between the heights taken from a course

/// Inverse distance weighting (Shepard 1968), softened near the spots so that they make no peaks.
double interpolated(const std::vector<SpotHeight>& spots, Vec2 p)
{
    constexpr double softening = 220.0 * 220.0;
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

/// Gentle waves of the ground between the known heights, metres.
double unevenness(Vec2 p)
{
    return 1.6 * std::sin(p.x / 610 + 0.3) * std::sin(p.y / 540 + 1.1) +
           1.1 * std::sin((p.x + p.y) / 380) * std::sin((p.x - 0.7 * p.y) / 450 + 2);
}

std::vector<SpotHeight> knownHeights(const Assets& assets)
{
    std::vector<SpotHeight> known = assets.spotHeights;
    for (const Course& course : assets.courses) {
        // Roads and railways run on dams and in cuttings, and their levels are guesses: only waters shape the land.
        if (waterHalfWidth(course) == 0 && course.kind != "lake")
            continue;
        for (std::size_t i = 0; i + 1 < course.points.size(); ++i) {
            const int pieces = std::max(1, int(length(course.points[i + 1] - course.points[i]) / stationGap));
            for (int k = 0; k < pieces; ++k) {
                const double t = double(k) / pieces;
                known.push_back({mix(course.points[i], course.points[i + 1], t),
                                 course.elevations[i] + (course.elevations[i + 1] - course.elevations[i]) * t + 2});
            }
        }
    }
    return known;
}

double smoothStep(double t)
{
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

std::array<double, 4> splineWeights(double t)
{
    const double s = 1 - t;
    return {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6};
}

} // namespace

double waterHalfWidth(const Course& course)
{
    if (course.kind == "river")
        return course.name == "Ruhr" ? 32 : course.name.startsWith("Lenne") ? 24 : 6;
    return course.kind == "canal" ? 25 : course.kind == "brook" ? 2.5 : 0;
}

Ground::Ground(const Assets& assets)
{
    Vec2 low{1e9, 1e9};
    Vec2 high{-1e9, -1e9};
    for (const Area& area : assets.areas)
        for (const Vec2& p : area.ring) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
    m_southWest = {std::floor((low.x - margin) / cell) * cell, std::floor((low.y - margin) / cell) * cell};
    m_columns = int((std::ceil((high.x + margin) / cell) * cell - m_southWest.x) / spacing) + 1;
    m_rows = int((std::ceil((high.y + margin) / cell) * cell - m_southWest.y) / spacing) + 1;
    const std::vector<SpotHeight> known = knownHeights(assets);
    m_heights.reserve(std::size_t(m_columns) * std::size_t(m_rows));
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column) {
            const Vec2 p = m_southWest + Vec2{column * spacing, row * spacing};
            m_heights.push_back(float(interpolated(known, p) + unevenness(p)));
        }
    addWaters(assets);
}

Ground::Lake Ground::lakeOf(const Course& course)
{
    const double bank = bankOf(course);
    Lake lake{course.points, course.elevations.front(), bank, course.points.front(), course.points.front()};
    for (const Vec2& p : course.points) {
        lake.low = {std::min(lake.low.x, p.x - bank), std::min(lake.low.y, p.y - bank)};
        lake.high = {std::max(lake.high.x, p.x + bank), std::max(lake.high.y, p.y + bank)};
    }
    return lake;
}

void Ground::addWaters(const Assets& assets)
{
    for (const Course& course : assets.courses) {
        if (course.kind == "lake")
            m_lakes.push_back(lakeOf(course));
        if (course.kind == "port") {
            Plateau plateau{course.points, course.elevations.front(), course.points.front(), course.points.front()};
            for (const Vec2& p : course.points) {
                plateau.low = {std::min(plateau.low.x, p.x - bank), std::min(plateau.low.y, p.y - bank)};
                plateau.high = {std::max(plateau.high.x, p.x + bank), std::max(plateau.high.y, p.y + bank)};
            }
            m_plateaus.push_back(std::move(plateau));
        }
        const double half = waterHalfWidth(course);
        for (std::size_t i = 0; half > 0 && i + 1 < course.points.size(); ++i)
            m_reaches.push_back(
                {course.points[i], course.points[i + 1], course.elevations[i], course.elevations[i + 1], half});
    }
    m_cellColumns = int((m_columns - 1) * spacing / cell) + 1;
    const int cellRows = int((m_rows - 1) * spacing / cell) + 1;
    for (int row = 0; row < cellRows; ++row)
        for (int column = 0; column < m_cellColumns; ++column) {
            const Vec2 centre = m_southWest + Vec2{(column + 0.5) * cell, (row + 0.5) * cell};
            auto& near = m_cells.emplace_back();
            for (std::size_t i = 0; i < m_reaches.size(); ++i)
                if (distanceToSegment(centre, m_reaches[i].a, m_reaches[i].b) < cell * 0.71 + m_reaches[i].half + bank)
                    near.push_back(std::uint16_t(i));
        }
}

Vec2 Ground::northEast() const
{
    return m_southWest + Vec2{(m_columns - 1) * spacing, (m_rows - 1) * spacing};
}

double Ground::smooth(Vec2 p) const
{
    const double x = std::clamp((p.x - m_southWest.x) / spacing, 1.0, m_columns - 2.001);
    const double y = std::clamp((p.y - m_southWest.y) / spacing, 1.0, m_rows - 2.001);
    const auto across = splineWeights(x - std::floor(x));
    const auto up = splineWeights(y - std::floor(y));
    double sum = 0;
    for (std::size_t j = 0; j < 4; ++j)
        for (std::size_t i = 0; i < 4; ++i) {
            const auto row = std::min(std::size_t(y) - 1 + j, std::size_t(m_rows) - 1);
            const auto column = std::min(std::size_t(x) - 1 + i, std::size_t(m_columns) - 1);
            sum += double(m_heights[row * std::size_t(m_columns) + column]) * up[j] * across[i];
        }
    return sum;
}

double Ground::levelled(Vec2 p, double height) const
{
    for (const Plateau& plateau : m_plateaus) {
        if (p.x < plateau.low.x || p.x > plateau.high.x || p.y < plateau.low.y || p.y > plateau.high.y)
            continue;
        double away = 0;
        if (!contains(plateau.outline, p)) {
            away = bank;
            for (std::size_t i = 0; i < plateau.outline.size(); ++i)
                away = std::min(
                    away, distanceToSegment(p, plateau.outline[i], plateau.outline[(i + 1) % plateau.outline.size()]));
        }
        height = plateau.level + (height - plateau.level) * smoothStep(away / bank);
    }
    return height;
}

double Ground::at(Vec2 p) const
{
    double height = levelled(p, smooth(p));
    const bool isPort = std::any_of(m_plateaus.begin(), m_plateaus.end(),
                                    [&](const Plateau& plateau) { return contains(plateau.outline, p); });
    const bool nearPort = std::any_of(m_plateaus.begin(), m_plateaus.end(), [&](const Plateau& plateau) {
        return p.x > plateau.low.x && p.x < plateau.high.x && p.y > plateau.low.y && p.y < plateau.high.y;
    });
    const double beside = isPort ? portBank : bank; // the canal's walls are steep there
    const Vec2 d = p - m_southWest;
    const int column = int(d.x / cell);
    const int row = int(d.y / cell);
    if (d.x < 0 || d.y < 0 || column >= m_cellColumns || std::size_t(row * m_cellColumns + column) >= m_cells.size())
        return height;
    for (const std::uint16_t i : m_cells[std::size_t(row * m_cellColumns + column)]) {
        const Reach& reach = m_reaches[i];
        const double away = distanceToSegment(p, reach.a, reach.b) - reach.half;
        if (away > beside)
            continue;
        const Vec2 ab = reach.b - reach.a;
        const double t = std::clamp(dot(p - reach.a, ab) / dot(ab, ab), 0.0, 1.0);
        const double level = reach.levelA + (reach.levelB - reach.levelA) * t;
        height = std::min(height, level + (height - level) * smoothStep(away / beside));
        if (away < 0)
            height = std::min(height, level - (nearPort ? portDepth : 0));
    }
    for (const Lake& lake : m_lakes) {
        if (p.x < lake.low.x || p.x > lake.high.x || p.y < lake.low.y || p.y > lake.high.y)
            continue;
        const Ring& ring = lake.outline;
        double away = lake.bank;
        for (std::size_t i = 0; i < ring.size(); ++i)
            away = std::min(away, distanceToSegment(p, ring[i], ring[(i + 1) % ring.size()]));
        if (contains(ring, p))
            height = lake.level - (lake.bank < bank ? portDepth : 0);
        else if (away < lake.bank)
            height = lake.level + (height - lake.level) * smoothStep(away / lake.bank);
    }
    return height;
}

} // namespace twin::demo

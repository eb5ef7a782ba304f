// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameSight.h"

#include <algorithm>
#include <cmath>

namespace twin::viewport {
namespace {

constexpr double highest = 330;   ///< metres above the ground where no roof is any more
constexpr double nearSteps = 12;  ///< metres; cells are hardly smaller
constexpr double farSteps = 90;   ///< metres: far from the place a single roof hides little
constexpr double nearWay = 400;   ///< metres from the place with near steps
constexpr double highestRow = 24; ///< metres: taken for a tower beside the street above
constexpr double pastHouses = 60; ///< metres from a street's middle where the next row begins
constexpr double roofs = 4;       ///< metres: cells are never too low, roofs often are
constexpr double noWall = 30;     ///< metres before the eye

} // namespace

NameSight::NameSight(Terrain terrain, std::shared_ptr<const services::Skyline> skyline)
    : m_terrain(std::move(terrain)), m_skyline(std::move(skyline))
{
}

double NameSight::topAt(double x, double y) const
{
    const double ground = m_terrain.heightAt(x, y);
    return m_skyline ? std::max(ground, m_skyline->topAt(x, y)) : ground;
}

bool NameSight::seesInto(const LocalPosition& eye, const LocalPosition& place, const LocalPosition& along,
                         double halfWidth, double grace) const
{
    const LocalPosition way = eye - place;
    const double level = std::hypot(way.x, way.y);
    const double across = std::abs(way.x * along.y - way.y * along.x); // metres beside the street's line
    // Where the view crosses the line of the houses, and how high it is there. Cells are wider than streets: the
    // houses on both sides are in them.
    const double share = across > halfWidth ? halfWidth / across : 1;
    const double houses = std::min(highestRow, topAt(place.x, place.y) - place.z);
    return way.z * share + grace >= houses && sees(eye, place, std::max(pastHouses, share * level), grace + roofs);
}

bool NameSight::sees(const LocalPosition& eye, const LocalPosition& place, double spared, double grace) const
{
    const LocalPosition way = eye - place;
    const double whole = length(way);
    if (whole <= spared + noWall)
        return true;
    const LocalPosition step = way * (1 / whole);
    for (double gone = spared; gone < whole - noWall; gone += gone - spared < nearWay ? nearSteps : farSteps) {
        const LocalPosition p = place + step * gone;
        if (p.z > place.z + highest)
            return true;
        if (topAt(p.x, p.y) > p.z + grace)
            return false;
    }
    return true;
}

} // namespace twin::viewport

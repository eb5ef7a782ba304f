// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"

#include <cmath>

namespace twin::geo {

/// The place that the region CRS (EPSG:25832) maps there and back to the millimetre: 3000 km on either side of its
/// central meridian, which is Europe, most of Africa and the equator where data without a place of its own are put.
/// Lengths are true in its zone alone: 3 % wrong 1500 km off, 11 % at the edge.
inline constexpr double regionReachEastMetres = 3.0e6;
inline constexpr double regionReachNorthMetres = 8.5e6;
/// The same in degrees from the central meridian, 9° East, so that nothing within the reach is left out.
inline constexpr double regionReachDegrees = 75;

/// @brief Whether what a box holds can be shown: whether its middle lies within the reach.
/// @param box  region CRS; empty or not finite: no. Any thread.
[[nodiscard]] inline bool isWithinRegionReach(const Box& box)
{
    constexpr double falseEasting = 500'000;
    const LocalPosition middle = box.centre(); // not a number for an empty box
    return std::abs(middle.x - falseEasting) < regionReachEastMetres && std::abs(middle.y) < regionReachNorthMetres;
}

} // namespace twin::geo

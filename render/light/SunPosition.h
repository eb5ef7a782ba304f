// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <QDateTime>

namespace twin::render {

/// Where the sun stands, seen from a place.
struct SunPosition {
    double azimuthDegrees = 0;   ///< clockwise from true north, [0, 360)
    double elevationDegrees = 0; ///< above the horizon, topocentric, without refraction
};

/// @brief Solar position after Meeus, Astronomical Algorithms (2nd ed., chapters 22, 25, 28) with the leading VSOP87
/// terms of the earth's orbit; 1950 to 2100 within 0.003 degrees of NREL's SPA. Any thread.
/// @param utc  moment in UTC (UT1 = UTC assumed)
[[nodiscard]] SunPosition sunPosition(const QDateTime& utc, const GeodeticPosition& place);

/// @returns how much the atmosphere lifts the sun, degrees (Meeus 16.4, 1010 hPa, 10 °C); 0 well below the horizon.
[[nodiscard]] double refractionDegrees(double elevationDegrees);

/// @returns the unit direction towards the sun in the scene frame (x East, y grid North, z Up), without refraction.
/// @param meridianConvergenceDegrees  trueAzimuth = gridAzimuth + convergence
[[nodiscard]] LocalPosition sunDirection(const SunPosition& sun, double meridianConvergenceDegrees);

} // namespace twin::render

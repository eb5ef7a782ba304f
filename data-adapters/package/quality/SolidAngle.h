// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <cmath>

namespace twin::package {

/// @returns the solid angle of a triangle seen from the zero of its coordinates, signed (Van Oosterom and Strackee
/// 1983):
///          those of a closed surface around it add up to 4π.
[[nodiscard]] inline double solidAngle(const LocalPosition& a, const LocalPosition& b, const LocalPosition& c)
{
    const double la = length(a);
    const double lb = length(b);
    const double lc = length(c);
    return 2 * std::atan2(dot(a, cross(b, c)), la * lb * lc + dot(a, b) * lc + dot(b, c) * la + dot(c, a) * lb);
}

} // namespace twin::package

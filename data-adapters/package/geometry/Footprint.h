// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/geometry/EarClipper.h"

#include <vector>

namespace twin::package {

/// A rectangle of any direction in the plane.
struct OrientedRectangle {
    Point2 centre;
    Point2 along{1, 0};    ///< unit vector of the longer side
    double halfLength = 0; ///< along `along`
    double halfWidth = 0;
};

/// @returns the convex hull, counter-clockwise, without collinear points; fewer than 3 points: no area.
[[nodiscard]] std::vector<Point2> convexHull(std::vector<Point2> points);

/// @returns the rectangle of smallest area around a convex hull.
[[nodiscard]] OrientedRectangle smallestRectangle(const std::vector<Point2>& hull);

/// @brief Douglas-Peucker on a closed ring: what is left out lies within `tolerance` of the result.
/// @returns fewer than 3 points when the ring vanishes.
[[nodiscard]] std::vector<Point2> simplifiedRing(const std::vector<Point2>& ring, double tolerance);

/// @returns the signed area of a ring; positive: counter-clockwise.
[[nodiscard]] double signedArea(const std::vector<Point2>& ring);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "package/geometry/EarClipper.h"

#include <cstdint>
#include <vector>

namespace twin::package {

/// A ring among the points of a FlatPolygon.
struct FlatRing {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// A polygon as a checker looks at it: its points relative to an origin, and seen straight on in its own plane.
struct FlatPolygon {
    std::vector<LocalPosition> points;
    std::vector<Point2> flat;    ///< metres in the plane through `base`; the exterior ring runs counter-clockwise
    std::vector<FlatRing> rings; ///< [0] is the exterior one
    LocalPosition normal;        ///< unit, Newell's, of the exterior ring; zero: it encloses nothing
    LocalPosition base;          ///< mean of the exterior ring's points
    LocalPosition right;         ///< the plane's axes
    LocalPosition up;

    /// @brief Takes a polygon in. @returns false when a coordinate is no number or a ring has no points.
    bool set(const Polygon& polygon, const ProjectedPosition& origin);

    [[nodiscard]] Point2 project(const LocalPosition& p) const;
    [[nodiscard]] double distanceToPlane(const LocalPosition& p) const { return dot(p - base, normal); }
    [[nodiscard]] std::uint32_t next(const FlatRing& ring, std::uint32_t i) const
    {
        return i + 1 == ring.first + ring.count ? ring.first : i + 1;
    }
    /// @returns twice the signed area of a ring in the plane.
    [[nodiscard]] double twiceArea(const FlatRing& ring) const;
    /// @returns whether a place of the plane lies inside the exterior ring and outside all holes; on an edge: either.
    [[nodiscard]] bool contains(const Point2& p) const;
    /// @returns whether it lies inside one ring, whatever its direction.
    [[nodiscard]] bool ringContains(const FlatRing& ring, const Point2& p) const;
    /// @returns the distance to the nearest edge of any ring, metres.
    [[nodiscard]] double distanceToEdges(const Point2& p) const;
    [[nodiscard]] double distanceToRing(const FlatRing& ring, const Point2& p) const;
};

[[nodiscard]] double distanceToSegment(const Point2& p, const Point2& a, const Point2& b);

/// @returns whether two segments cross so that each has an end on either side of the other, further off than
///          `tolerance` metres.
[[nodiscard]] bool crossProperly(const Point2& a, const Point2& b, const Point2& c, const Point2& d, double tolerance);

} // namespace twin::package

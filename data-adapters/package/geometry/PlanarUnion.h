// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/geometry/EarClipper.h"
#include "package/geometry/GluTessellator.h"

#include <vector>

namespace twin::package {

/// A polygon in the plane: exterior ring counter-clockwise, holes clockwise, rings open.
struct PlanarPolygon {
    std::vector<std::vector<Point2>> rings; ///< [0] is the exterior
};

/// Joins polygons that overlap or share edges, as simple features (OGC 06-103r4 §6.1.14) demand of a MULTIPOLYGON.
/// One object a thread.
class PlanarUnion {
public:
    /// @brief Orientation of the given rings does not matter: the first of each polygon is its exterior.
    [[nodiscard]] std::vector<PlanarPolygon> join(std::vector<PlanarPolygon> polygons);

private:
    RingTessellator m_tessellator;
};

} // namespace twin::package

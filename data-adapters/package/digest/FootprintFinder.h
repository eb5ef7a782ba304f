// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "package/digest/GeometryRecord.h"
#include "package/digest/ShapeLibrary.h"
#include "package/geometry/PlanarUnion.h"

#include <span>

namespace twin::package {

/// Finds the outlines that objects stand on. One a thread.
class FootprintFinder {
public:
    /// @param shapes  outlives this object
    explicit FootprintFinder(const ShapeLibrary& shapes) : m_shapes(shapes) {}

    /// @brief The union of an object's faces that show its outline from above; where that is nothing, the hull of its
    ///        points.
    /// @param faces  the polygon of each patch that was made of one; they come first among the patches
    /// @returns outlines with holes, relative to `origin`; empty for lines alone
    [[nodiscard]] std::vector<PlanarPolygon>
    find(const FeatureGeometry& geometry, std::span<const Polygon* const> faces, const ProjectedPosition& origin);
    /// @returns the union of footprints.
    [[nodiscard]] std::vector<PlanarPolygon> join(std::vector<PlanarPolygon> pieces)
    {
        return m_union.join(std::move(pieces));
    }

private:
    const ShapeLibrary& m_shapes;
    PlanarUnion m_union;
};

/// @returns whether a place lies inside one of the outlines and in no hole of it.
[[nodiscard]] bool covers(const std::vector<PlanarPolygon>& polygons, const Point2& p);
/// @returns the area of outlines minus their holes, square metres.
[[nodiscard]] double areaOf(const std::vector<PlanarPolygon>& footprint);

} // namespace twin::package

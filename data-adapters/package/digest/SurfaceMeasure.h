// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Crs.h"
#include "package/digest/ObjectRows.h"
#include "package/geometry/Triangulator.h"

namespace twin::package {

/// Measures surfaces: area, inclination and the direction they face from true north. One a thread.
class SurfaceMeasure {
public:
    explicit SurfaceMeasure(geo::Geocentric geocentric) : m_geocentric(std::move(geocentric)) {}

    /// @param triangles  of the surface, relative to `origin`
    /// @returns figures that point to `surface`, which must outlive them
    [[nodiscard]] MeasuredSurface measure(const Surface& surface, const TriangulatedPolygon& triangles,
                                          const ProjectedPosition& origin);

private:
    [[nodiscard]] double convergenceDegrees(const ProjectedPosition& p);

    geo::Geocentric m_geocentric;
    std::int64_t m_cell = -1; ///< of m_convergence
    double m_convergence = 0; ///< degrees
};

} // namespace twin::package

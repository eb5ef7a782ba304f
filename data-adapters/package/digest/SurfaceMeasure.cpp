// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/SurfaceMeasure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::package {
namespace {

constexpr double degrees = 180 / std::numbers::pi;
/// A surface that leans less than this has no orientation worth a figure.
constexpr double flatDegrees = 1;

} // namespace

MeasuredSurface SurfaceMeasure::measure(const Surface& surface, const TriangulatedPolygon& triangles,
                                        const ProjectedPosition& origin)
{
    MeasuredSurface measured{&surface, triangles.areaSquareMetres, 0, -1};
    const LocalPosition& n = triangles.normal;
    if (n == LocalPosition{})
        return measured;
    measured.inclinationDegrees = std::acos(std::clamp(std::abs(n.z), 0.0, 1.0)) * degrees;
    if (measured.inclinationDegrees >= flatDegrees) {
        const double azimuth = std::atan2(n.x, n.y) * degrees + convergenceDegrees(origin);
        measured.azimuthDegrees = std::fmod(azimuth + 720, 360);
    }
    return measured;
}

double SurfaceMeasure::convergenceDegrees(const ProjectedPosition& p)
{
    // It changes by 0.01 degrees a kilometre: one value a square kilometre, the same whichever thread asks first.
    const double east = std::floor(p.eastingMetres / 1000);
    const double north = std::floor(p.northingMetres / 1000);
    const auto cell = static_cast<std::int64_t>(std::clamp(east, -1e6, 1e6)) * 4000000 +
                      static_cast<std::int64_t>(std::clamp(north, -1e6, 1e6));
    if (cell != m_cell) {
        const double degreesHere = m_geocentric.meridianConvergenceDegrees({east * 1000 + 500, north * 1000 + 500, 0});
        m_convergence = std::isfinite(degreesHere) ? degreesHere : 0;
        m_cell = cell;
    }
    return m_convergence;
}

} // namespace twin::package

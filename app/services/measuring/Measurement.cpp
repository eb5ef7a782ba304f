// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/measuring/Measurement.h"

#include "geo/Crs.h"
#include "package/geometry/Triangulator.h"

#include <algorithm>
#include <cmath>

namespace twin::services {
namespace {

constexpr double earthRadiusMetres = 6'382'900; ///< mean of the ellipsoid's curvatures at 51.5° N
constexpr double falseEastingMetres = 500'000;  ///< of UTM: the central meridian
constexpr double centralScale = 0.9996;         ///< of UTM on it

LocalPosition middle(const LocalPosition& a, const LocalPosition& b)
{
    return (a + b) * 0.5;
}

double horizontal(const LocalPosition& a, const LocalPosition& b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// @returns the scale of UTM without height, to the second order in the distance from the central meridian.
double utmScale(double metresFromMeridian)
{
    const double x = metresFromMeridian / (earthRadiusMetres * centralScale);
    return centralScale * (1 + x * x / 2);
}

} // namespace

Result<GroundScale> GroundScale::around(const SceneFrame& frame, const LocalPosition& place)
{
    TWIN_TRY(const geo::Geocentric geocentric, geo::Geocentric::create());
    const ProjectedPosition at = frame.toProjected(place);
    GroundScale scale;
    scale.m_known = true;
    scale.m_centralOffset = frame.origin().eastingMetres - falseEastingMetres;
    // What the formula misses of PROJ's exact figure is the same for the whole surroundings.
    scale.m_gridScale = geocentric.gridScale(at) / utmScale(at.eastingMetres - falseEastingMetres);
    scale.m_zeroHeight = frame.origin().heightMetres + geocentric.undulationMetres(at);
    return scale;
}

double GroundScale::groundPerGrid(const LocalPosition& place) const
{
    if (!m_known)
        return 1;
    const double grid = m_gridScale * utmScale(m_centralOffset + place.x);
    return (1 + (m_zeroHeight + place.z) / earthRadiusMetres) / grid;
}

DistanceMeasure measureDistance(std::span<const LocalPosition> points, const GroundScale& scale)
{
    DistanceMeasure measure;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double grid = horizontal(points[i - 1], points[i]);
        const double ground = grid * scale.groundPerGrid(middle(points[i - 1], points[i]));
        measure.gridMetres += grid;
        measure.horizontalMetres += ground;
        measure.slopeMetres += std::hypot(ground, points[i].z - points[i - 1].z);
    }
    if (!points.empty())
        measure.heightMetres = points.back().z - points.front().z;
    return measure;
}

AreaMeasure measureArea(std::span<const LocalPosition> points, const GroundScale& scale)
{
    AreaMeasure measure;
    if (points.size() < 3)
        return measure;
    std::vector<LocalPosition> ring(points.begin(), points.end());
    ring.push_back(ring.front());
    measure.perimeterMetres = measureDistance(ring, scale).horizontalMetres;

    Polygon polygon;
    LocalPosition centre;
    for (const LocalPosition& point : points) {
        polygon.points.push_back({point.x, point.y, 0});
        centre = centre + point * (1.0 / double(points.size()));
    }
    polygon.ringStarts = {0};
    package::Triangulator triangulator;
    const package::TriangulatedPolygon& flat = triangulator.triangulate(polygon, {});
    measure.gridSquareMetres = flat.areaSquareMetres;
    const double factor = scale.groundPerGrid(centre);
    measure.squareMetres = flat.areaSquareMetres * factor * factor;
    measure.crosses = flat.has(package::Mend::SelfIntersecting);
    const auto raised = [&points](const LocalPosition& p) { // the height of the point that it is or is nearest to
        const auto nearest = std::min_element(points.begin(), points.end(), [&p](const auto& a, const auto& b) {
            return horizontal(a, p) < horizontal(b, p);
        });
        return LocalPosition{p.x, p.y, nearest->z};
    };
    for (std::size_t i = 0; i + 2 < flat.indices.size(); i += 3)
        measure.triangles.push_back({raised(flat.points[flat.indices[i]]), raised(flat.points[flat.indices[i + 1]]),
                                     raised(flat.points[flat.indices[i + 2]])});
    return measure;
}

} // namespace twin::services

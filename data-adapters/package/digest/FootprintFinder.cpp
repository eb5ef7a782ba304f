// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/FootprintFinder.h"

#include "package/digest/GeometryPieces.h"
#include "package/geometry/Footprint.h"
#include "package/geometry/Triangulator.h"

#include <cmath>

namespace twin::package {
namespace {

/// A shape of more faces than this has the outline of its points for a footprint.
constexpr std::size_t mostFootprintPieces = 400;

/// The faces whose union is the footprint: the ground's; without one the roof's; of a road or a meadow all.
std::vector<PlanarPolygon> facingPieces(const FeatureGeometry& geometry, std::span<const Polygon* const> faces,
                                        const ProjectedPosition& origin)
{
    bool hasGround = false;
    bool hasRoof = false;
    for (const Patch& patch : geometry.patches) {
        hasGround = hasGround || patch.drawAs == SurfaceType::Ground;
        hasRoof = hasRoof || patch.drawAs == SurfaceType::Roof || patch.drawAs == SurfaceType::OuterFloor;
    }
    const auto isWanted = [&](const Patch& patch) {
        if (std::abs(patch.normal[2]) < 4)
            return false;
        if (hasGround)
            return patch.drawAs == SurfaceType::Ground;
        return !hasRoof || patch.drawAs == SurfaceType::Roof || patch.drawAs == SurfaceType::OuterFloor;
    };
    std::vector<PlanarPolygon> pieces;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        if (!isWanted(geometry.patches[i]))
            continue;
        if (pieces.size() == mostFootprintPieces)
            return {};
        const Polygon& polygon = *faces[i];
        PlanarPolygon& piece = pieces.emplace_back();
        for (std::size_t r = 0; r < polygon.ringStarts.size(); ++r) {
            const std::size_t end =
                r + 1 < polygon.ringStarts.size() ? polygon.ringStarts[r + 1] : polygon.points.size();
            std::vector<Point2>& ring = piece.rings.emplace_back();
            for (std::size_t k = polygon.ringStarts[r]; k < end && k < polygon.points.size(); ++k) {
                const Point2 p{polygon.points[k].eastingMetres - origin.eastingMetres,
                               polygon.points[k].northingMetres - origin.northingMetres};
                if (ring.empty() ||
                    std::hypot(p.x - ring.back().x, p.y - ring.back().y) > Triangulator::coincidenceMetres)
                    ring.push_back(p);
            }
            if (ring.size() < 3)
                piece.rings.pop_back();
        }
        if (piece.rings.empty())
            pieces.pop_back();
    }
    return pieces;
}

} // namespace

std::vector<PlanarPolygon> FootprintFinder::find(const FeatureGeometry& geometry, std::span<const Polygon* const> faces,
                                                 const ProjectedPosition& origin)
{
    std::vector<PlanarPolygon> footprint = m_union.join(facingPieces(geometry, faces, origin));
    if (!footprint.empty() || geometry.isEmpty())
        return footprint;
    std::vector<Point2> points;
    for (const Patch& patch : geometry.patches)
        for (const Point3& p : patch.points)
            points.push_back({p.x, p.y});
    for (const PlacedShape& place : geometry.shapes)
        for (const Point3& corner : cornersOf(place, m_shapes))
            points.push_back({corner.x, corner.y});
    std::vector<Point2> hull = convexHull(std::move(points));
    if (hull.size() >= 3)
        footprint.push_back({{std::move(hull)}});
    return footprint;
}

bool covers(const std::vector<PlanarPolygon>& polygons, const Point2& p)
{
    bool inside = false;
    for (const PlanarPolygon& polygon : polygons)
        for (const std::vector<Point2>& ring : polygon.rings)
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
                if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
                    p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
                    inside = !inside;
    return inside;
}

double areaOf(const std::vector<PlanarPolygon>& footprint)
{
    double area = 0;
    for (const PlanarPolygon& piece : footprint)
        for (std::size_t r = 0; r < piece.rings.size(); ++r)
            area += (r == 0 ? 1 : -1) * std::abs(signedArea(piece.rings[r]));
    return area;
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/Block.h"

#include "package/digest/ObjectDigester.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::package {
namespace {

/// A rectangle that is fuller than this stands for its footprint.
constexpr double fullRectangle = 0.85;
constexpr double outlineToleranceMetres = 0.75;
constexpr std::size_t mostOutlinePoints = 24;
/// Roofs that rise less than this are drawn flat.
constexpr double flatRoofMetres = 1.0;

struct RoofShape {
    double area = 0; ///< horizontal, of all roof faces
    double low = 0;  ///< mean lower end of the faces, by area
    double high = 0;
    double slopeAlong = 0; ///< horizontal part of the normals along the rectangle's longer side, by area
    double slopeAcross = 0;
};

RoofShape roofShape(const FeatureGeometry& feature, const OrientedRectangle& rectangle)
{
    RoofShape roof;
    for (const Patch& patch : feature.patches) {
        if (patch.drawAs != SurfaceType::Roof && patch.drawAs != SurfaceType::OuterFloor)
            continue;
        double area = 0;
        for (std::size_t i = 0; i + 2 < patch.indices.size(); i += 3) {
            const Point3& a = patch.points[patch.indices[i]];
            const Point3& b = patch.points[patch.indices[i + 1]];
            const Point3& c = patch.points[patch.indices[i + 2]];
            area += std::abs(orientation({a.x, a.y}, {b.x, b.y}, {c.x, c.y})) / 2;
        }
        float low = std::numeric_limits<float>::infinity();
        float high = -low;
        for (const Point3& p : patch.points) {
            low = std::min(low, p.z);
            high = std::max(high, p.z);
        }
        roof.area += area;
        roof.low += area * low;
        roof.high += area * high;
        const double nx = patch.normal[0] / 127.0;
        const double ny = patch.normal[1] / 127.0;
        roof.slopeAlong += area * std::abs(nx * rectangle.along.x + ny * rectangle.along.y);
        roof.slopeAcross += area * std::abs(ny * rectangle.along.x - nx * rectangle.along.y);
    }
    if (roof.area > 0) {
        roof.low /= roof.area;
        roof.high /= roof.area;
    }
    return roof;
}

void takeOutline(Block& block, const std::vector<PlanarPolygon>& footprint, const OrientedRectangle& rectangle,
                 std::vector<OutlinePoint>& outlines)
{
    if (footprint.size() != 1)
        return;
    const std::vector<Point2> ring = simplifiedRing(footprint.front().rings.front(), outlineToleranceMetres);
    if (ring.size() < 5 || ring.size() > mostOutlinePoints || signedArea(ring) < 0.5 * block.footArea)
        return;
    block.outlineFirst = static_cast<std::uint32_t>(outlines.size());
    block.outlineCount = static_cast<std::uint16_t>(ring.size());
    for (const Point2& p : ring)
        outlines.push_back(
            {static_cast<float>(p.x - rectangle.centre.x), static_cast<float>(p.y - rectangle.centre.y)});
}

} // namespace

Block makeBlock(const FeatureGeometry& feature, const std::vector<PlanarPolygon>& footprint, const Extent& extent,
                const ProjectedPosition& origin, std::vector<OutlinePoint>& outlines)
{
    Block block;
    double area = 0;
    std::vector<Point2> points;
    for (const PlanarPolygon& polygon : footprint) {
        points.insert(points.end(), polygon.rings.front().begin(), polygon.rings.front().end());
        for (const std::vector<Point2>& ring : polygon.rings)
            area += signedArea(ring);
    }
    const OrientedRectangle rectangle = smallestRectangle(convexHull(std::move(points)));
    const double rectangleArea = 4 * rectangle.halfLength * rectangle.halfWidth;
    block.easting = origin.eastingMetres + rectangle.centre.x;
    block.northing = origin.northingMetres + rectangle.centre.y;
    block.alongX = static_cast<float>(rectangle.along.x);
    block.alongY = static_cast<float>(rectangle.along.y);
    block.halfLength = static_cast<float>(rectangle.halfLength);
    block.halfWidth = static_cast<float>(rectangle.halfWidth);
    block.footArea = static_cast<float>(area);
    for (const Patch& patch : feature.patches)
        block.triangles += static_cast<std::uint32_t>(patch.indices.size() / 3);

    const RoofShape roof = roofShape(feature, rectangle);
    const double top = extent.isEmpty() ? 0 : extent.box.max.z - origin.heightMetres;
    const double low = roof.area > 0 ? roof.low : top;
    const double high = roof.area > 0 ? roof.high : top;
    double error = std::max(0.0, top - high);
    if (area < fullRectangle * rectangleArea)
        takeOutline(block, footprint, rectangle, outlines);
    if (block.outlineCount == 0 && high - low >= flatRoofMetres) {
        block.roof = roof.slopeAcross >= roof.slopeAlong ? Block::Roof::GableAlong : Block::Roof::GableAcross;
        block.eaves = static_cast<float>(origin.heightMetres + low);
        block.ridge = static_cast<float>(origin.heightMetres + high);
        error = std::max(error, (high - low) / 4); // hips and dormers
    } else {
        block.ridge = static_cast<float>(origin.heightMetres + (low + high) / 2);
        block.eaves = block.ridge;
        block.roof = high - low >= flatRoofMetres ? Block::Roof::Sloped : Block::Roof::Flat;
        error = std::max(error, (high - low) / 2);
    }
    if (block.outlineCount > 0)
        error = std::max(error, outlineToleranceMetres);
    else if (rectangleArea > 0)
        error =
            std::max(error, std::max(0.0, rectangleArea - area) / (2 * (rectangle.halfLength + rectangle.halfWidth)));
    block.base = static_cast<float>(extent.isEmpty() ? origin.heightMetres : extent.box.min.z);
    block.top = static_cast<float>(origin.heightMetres + top);
    block.error = static_cast<float>(error);
    return block;
}

} // namespace twin::package

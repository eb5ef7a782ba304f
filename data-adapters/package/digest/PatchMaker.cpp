// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/PatchMaker.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::package {
namespace {

/// Solids without semantics stand for these: what faces up is their roof.
bool isBuildingLike(CityObjectType type)
{
    switch (type) {
    case CityObjectType::Building:
    case CityObjectType::BuildingPart:
    case CityObjectType::BuildingInstallation:
    case CityObjectType::BuildingConstructiveElement:
    case CityObjectType::BuildingUnit:
    case CityObjectType::Storey:
        return true;
    default:
        return false;
    }
}

SurfaceType drawnAs(const Surface& surface, CityObjectType owner, const LocalPosition& normal)
{
    if (surface.type != SurfaceType::None || !isBuildingLike(owner))
        return surface.type;
    if (normal.z > 0.5)
        return SurfaceType::Roof;
    return normal.z < -0.5 ? SurfaceType::Ground : SurfaceType::Wall;
}

std::uint32_t packed(const SurfaceAppearance& appearance)
{
    const auto byte = [](float value) {
        return static_cast<std::uint32_t>(std::lround(255 * std::clamp(value, 0.0F, 1.0F)));
    };
    return byte(appearance.diffuse[0]) | byte(appearance.diffuse[1]) << 8 | byte(appearance.diffuse[2]) << 16 |
           byte(1 - appearance.transparency) << 24;
}

/// The texture coordinates of the triangulated points. Those that the mending made anew take their neighbour's.
std::vector<TextureCoordinate> textureCoordinates(const Surface& surface, const std::vector<Point3>& points,
                                                  const ProjectedPosition& origin)
{
    const auto& corners = surface.polygon.points;
    std::vector<TextureCoordinate> result;
    result.reserve(points.size());
    std::size_t cursor = 0; // the triangulator keeps the order: the next point is mostly the next corner
    for (const Point3& p : points) {
        double nearest = std::numeric_limits<double>::infinity();
        std::size_t best = 0;
        for (std::size_t n = 0; n < corners.size() && nearest > 0; ++n) {
            const std::size_t i = (cursor + n) % corners.size();
            // As the triangulator computes them: points that came through unchanged differ by exactly nothing.
            const double dx =
                static_cast<double>(static_cast<float>(corners[i].eastingMetres - origin.eastingMetres) - p.x);
            const double dy =
                static_cast<double>(static_cast<float>(corners[i].northingMetres - origin.northingMetres) - p.y);
            const double dz =
                static_cast<double>(static_cast<float>(corners[i].heightMetres - origin.heightMetres) - p.z);
            const double distance = dx * dx + dy * dy + dz * dz;
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        const TextureCoordinate& at = surface.textureCoordinates[best];
        result.push_back(std::isfinite(at.u) && std::isfinite(at.v) ? at : TextureCoordinate{});
        cursor = best + 1;
    }
    return result;
}

} // namespace

bool PatchMaker::canDraw(const TriangulatedPolygon& triangles)
{
    return !triangles.indices.empty() && triangles.points.size() <= std::numeric_limits<std::uint16_t>::max();
}

Patch PatchMaker::patchOf(const Surface& surface, CityObjectType owner, const ProjectedPosition& origin)
{
    constexpr std::uint16_t unused = 0xFFFF;
    const TriangulatedPolygon& triangles = m_triangulator.result();
    Patch patch;
    patch.drawAs = drawnAs(surface, owner, triangles.normal);
    const auto eighth = [](double v) { return static_cast<std::int8_t>(std::lround(v * 127)); };
    patch.normal = {eighth(triangles.normal.x), eighth(triangles.normal.y), eighth(triangles.normal.z)};
    std::vector<std::uint16_t> renumbered(triangles.points.size(), unused);
    patch.indices.reserve(triangles.indices.size());
    for (const std::uint32_t index : triangles.indices) {
        if (renumbered[index] == unused) {
            renumbered[index] = static_cast<std::uint16_t>(patch.points.size());
            const LocalPosition& p = triangles.points[index];
            patch.points.push_back({static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)});
        }
        patch.indices.push_back(renumbered[index]);
    }
    if (!surface.appearance)
        return patch;
    if (surface.appearance->hasMaterial)
        patch.colour = packed(*surface.appearance);
    if (!surface.appearance->image.isEmpty() && surface.textureCoordinates.size() == surface.polygon.points.size()) {
        patch.image = m_images.ordinalOf(surface.appearance->image);
        patch.textureCoordinates = textureCoordinates(surface, patch.points, origin);
    }
    return patch;
}

} // namespace twin::package

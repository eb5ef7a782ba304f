// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/BoundingVolume.h"

#include <numbers>

namespace twin::tiles3d {
namespace {

template <class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

GeodeticPosition at(double longitude, double latitude, double height)
{
    constexpr double degrees = 180 / std::numbers::pi;
    return {latitude * degrees, longitude * degrees, height};
}

double eastOf(const GeodeticRegion& r)
{
    return r.east < r.west ? r.east + 2 * std::numbers::pi : r.east; // across the date line
}

Box boxOfRegion(const GeodeticRegion& r, const Placement& placement)
{
    // Edges bulge between the corners: five places along each side catch that to centimetres for a town.
    Box box;
    for (int i = 0; i <= 4; ++i)
        for (int j = 0; j <= 4; ++j)
            for (const double height : {r.minHeight, r.maxHeight}) {
                const auto p = placement.fromGeodetic(
                    at(r.west + (eastOf(r) - r.west) * i / 4, r.south + (r.north - r.south) * j / 4, height));
                if (!p || !isFinite(*p))
                    return {};
                box.include(*p);
            }
    return box;
}

} // namespace

std::optional<BoundingVolume> readBoundingVolume(JsonValue tile)
{
    const auto volume = objectMember(tile, "boundingVolume");
    if (!volume)
        return std::nullopt;
    if (const auto v = numbersMember<12>(*volume, "box")) {
        const auto& n = *v;
        return OrientedBox{{n[0], n[1], n[2]},
                           {LocalPosition{n[3], n[4], n[5]}, {n[6], n[7], n[8]}, {n[9], n[10], n[11]}}};
    }
    if (const auto v = numbersMember<6>(*volume, "region")) {
        const auto& n = *v;
        const bool valid = std::abs(n[0]) <= 7 && std::abs(n[2]) <= 7 && std::abs(n[1]) <= 1.5708 &&
                           std::abs(n[3]) <= 1.5708 && n[1] <= n[3] && std::abs(n[4]) < 1e7 && std::abs(n[5]) < 1e7;
        return valid ? std::optional<BoundingVolume>(GeodeticRegion{n[0], n[1], n[2], n[3], n[4], n[5]}) : std::nullopt;
    }
    if (const auto v = numbersMember<4>(*volume, "sphere")) {
        const auto& n = *v;
        return n[3] >= 0 ? std::optional<BoundingVolume>(Sphere{{n[0], n[1], n[2]}, n[3]}) : std::nullopt;
    }
    return std::nullopt;
}

LocalPosition centreOf(const BoundingVolume& volume, const Matrix4& tilesetFromTile)
{
    return std::visit(Overloaded{[&](const OrientedBox& b) { return transformPoint(tilesetFromTile, b.centre); },
                                 [&](const Sphere& s) { return transformPoint(tilesetFromTile, s.centre); },
                                 [](const GeodeticRegion& r) {
                                     return ecefOf(at((r.west + eastOf(r)) / 2, (r.south + r.north) / 2,
                                                      (r.minHeight + r.maxHeight) / 2));
                                 }},
                      volume);
}

Box sceneBounds(const BoundingVolume& volume, const Matrix4& sceneFromTile, const Placement& placement)
{
    const auto around = [](const LocalPosition& centre, const LocalPosition& half) {
        Box box;
        if (isFinite(centre) && isFinite(half)) {
            box.include(centre - half);
            box.include(centre + half);
        }
        return box;
    };
    return std::visit(Overloaded{[&](const OrientedBox& b) {
                                     LocalPosition half;
                                     for (const LocalPosition& axis : b.halfAxes) {
                                         const LocalPosition a = transformVector(sceneFromTile, axis);
                                         half = half + LocalPosition{std::abs(a.x), std::abs(a.y), std::abs(a.z)};
                                     }
                                     return around(transformPoint(sceneFromTile, b.centre), half);
                                 },
                                 [&](const Sphere& s) {
                                     const double radius = s.radius * largestScale(sceneFromTile);
                                     return around(transformPoint(sceneFromTile, s.centre), {radius, radius, radius});
                                 },
                                 [&](const GeodeticRegion& r) { return boxOfRegion(r, placement); }},
                      volume);
}

BoundingVolume childCell(const BoundingVolume& volume, unsigned child, bool octree)
{
    const double x = (child & 1U) != 0 ? 0.5 : -0.5;
    const double y = (child & 2U) != 0 ? 0.5 : -0.5;
    const double z = (child & 4U) != 0 ? 0.5 : -0.5;
    if (const auto* region = std::get_if<GeodeticRegion>(&volume)) {
        GeodeticRegion r = *region;
        const double longitude = (region->west + eastOf(*region)) / 2;
        const double latitude = (region->south + region->north) / 2;
        const double height = (region->minHeight + region->maxHeight) / 2;
        (x > 0 ? r.west : r.east) = longitude;
        (y > 0 ? r.south : r.north) = latitude;
        if (octree)
            (z > 0 ? r.minHeight : r.maxHeight) = height;
        return r;
    }
    if (const auto* box = std::get_if<OrientedBox>(&volume)) {
        OrientedBox b = *box;
        b.centre = b.centre + b.halfAxes[0] * x + b.halfAxes[1] * y + (octree ? b.halfAxes[2] * z : LocalPosition{});
        b.halfAxes = {b.halfAxes[0] * 0.5, b.halfAxes[1] * 0.5, octree ? b.halfAxes[2] * 0.5 : b.halfAxes[2]};
        return b;
    }
    return volume; // spheres have no cells; refused when the implicit root is read
}

} // namespace twin::tiles3d

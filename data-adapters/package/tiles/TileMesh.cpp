// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/TileMesh.h"

#include <algorithm>

namespace twin::package {

const char* materialName(TileMaterial material)
{
    constexpr std::array<const char*, tileMaterialCount> names{
        "RoofSurface",         "WallSurface",       "GroundSurface", "ClosureSurface",
        "OuterCeilingSurface", "OuterFloorSurface", "Terrain"};
    return names[static_cast<std::size_t>(material)];
}

TileMaterial materialOf(SurfaceType drawAs)
{
    switch (drawAs) {
    case SurfaceType::Roof:
        return TileMaterial::Roof;
    case SurfaceType::Ground:
        return TileMaterial::Ground;
    case SurfaceType::Closure:
        return TileMaterial::Closure;
    case SurfaceType::OuterCeiling:
        return TileMaterial::OuterCeiling;
    case SurfaceType::OuterFloor:
        return TileMaterial::OuterFloor;
    default:
        return TileMaterial::Wall;
    }
}

bool TileMesh::isEmpty() const
{
    return triangleCount() == 0;
}

std::size_t TileMesh::triangleCount() const
{
    std::size_t count = 0;
    for (const TilePrimitive& primitive : primitives)
        count += primitive.indices.size() / 3;
    return count;
}

Box TileMesh::bounds() const
{
    Box box;
    for (const TilePrimitive& primitive : primitives)
        for (const Point3& p : primitive.positions)
            box.include(LocalPosition{p.x, p.y, p.z});
    return box;
}

} // namespace twin::package

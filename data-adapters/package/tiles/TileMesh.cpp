// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/TileMesh.h"

#include <algorithm>

namespace twin::package {
namespace {

/// What an object without thematic surfaces looks like.
TileMaterial materialOf(CityObjectType type)
{
    using T = CityObjectType;
    switch (type) {
    case T::Building:
    case T::BuildingPart:
    case T::BuildingInstallation:
    case T::BuildingConstructiveElement:
    case T::BuildingUnit:
    case T::Storey:
        return TileMaterial::Wall;
    case T::BuildingRoom:
    case T::BuildingFurniture:
    case T::BridgeRoom:
    case T::BridgeFurniture:
    case T::HollowSpace:
    case T::TunnelFurniture:
        return TileMaterial::Interior;
    case T::Window:
        return TileMaterial::Window;
    case T::Door:
        return TileMaterial::Door;
    case T::Road:
    case T::Track:
    case T::Square:
    case T::TransportComplex:
    case T::TrafficSpace:
        return TileMaterial::Traffic;
    case T::AuxiliaryTrafficSpace:
        return TileMaterial::AuxiliaryTraffic;
    case T::Railway:
        return TileMaterial::Rail;
    case T::Waterway:
    case T::WaterBody:
        return TileMaterial::Water;
    case T::PlantCover:
    case T::SolitaryVegetationObject:
        return TileMaterial::Vegetation;
    case T::CityFurniture:
        return TileMaterial::Furniture;
    case T::LandUse:
        return TileMaterial::LandUse;
    case T::Relief:
        return TileMaterial::Terrain;
    case T::GenericCityObject:
    case T::CityObjectGroup:
    case T::Unknown:
        return TileMaterial::Generic;
    default:
        return TileMaterial::Construction; // bridges, tunnels and what they are made of
    }
}

Point3 placed(const LocalPosition& p, const MeshInstance& instance)
{
    const LocalPosition scaled{p.x * static_cast<double>(instance.scale[0]),
                               p.y * static_cast<double>(instance.scale[1]),
                               p.z * static_cast<double>(instance.scale[2])};
    const auto& r = instance.rotation;
    const LocalPosition axis{r[0], r[1], r[2]};
    const LocalPosition turn = cross(axis, scaled) * 2;
    const LocalPosition at = scaled + turn * static_cast<double>(r[3]) + cross(axis, turn);
    return {static_cast<float>(at.x) + instance.position.x, static_cast<float>(at.y) + instance.position.y,
            static_cast<float>(at.z) + instance.position.z};
}

} // namespace

const char* materialName(TileMaterial material)
{
    constexpr std::array<const char*, tileMaterialCount> names{
        "RoofSurface",         "WallSurface",    "GroundSurface",        "ClosureSurface", "OuterCeilingSurface",
        "OuterFloorSurface",   "Terrain",        "WindowSurface",        "DoorSurface",    "WaterSurface",
        "VegetationSurface",   "TrafficArea",    "AuxiliaryTrafficArea", "RailwaySurface", "CityFurnitureSurface",
        "ConstructionSurface", "LandUseSurface", "InteriorSurface",      "Generic",        "Appearance"};
    return names[static_cast<std::size_t>(material)];
}

TileMaterial materialOf(SurfaceType drawAs, CityObjectType owner)
{
    switch (drawAs) {
    case SurfaceType::Roof:
        return TileMaterial::Roof;
    case SurfaceType::Wall:
        return TileMaterial::Wall;
    case SurfaceType::Ground:
    case SurfaceType::WaterGround:
        return TileMaterial::Ground;
    case SurfaceType::Closure:
    case SurfaceType::WaterClosure:
    case SurfaceType::Hole:
        return TileMaterial::Closure;
    case SurfaceType::OuterCeiling:
        return TileMaterial::OuterCeiling;
    case SurfaceType::OuterFloor:
        return TileMaterial::OuterFloor;
    case SurfaceType::Floor:
    case SurfaceType::InteriorWall:
    case SurfaceType::Ceiling:
        return TileMaterial::Interior;
    case SurfaceType::Window:
        return TileMaterial::Window;
    case SurfaceType::Door:
        return TileMaterial::Door;
    case SurfaceType::Water:
        return TileMaterial::Water;
    case SurfaceType::Traffic:
        return owner == CityObjectType::Railway ? TileMaterial::Rail : TileMaterial::Traffic;
    case SurfaceType::AuxiliaryTraffic:
    case SurfaceType::Marking:
        return TileMaterial::AuxiliaryTraffic;
    case SurfaceType::None:
        break;
    }
    return materialOf(owner);
}

TilePrimitive& TileMesh::part(PrimitiveKind kind, TileMaterial material, std::int32_t image, bool blended)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const MeshPart& p) {
        return p.kind == kind && p.material == material && p.image == image && p.blended == blended;
    });
    if (found != parts.end())
        return found->primitive;
    return parts.emplace_back(MeshPart{kind, material, image, blended, {}}).primitive;
}

bool TileMesh::isEmpty() const
{
    const auto isEmptyPart = [](const MeshPart& part) { return part.primitive.positions.empty(); };
    const auto isEmptyPrimitive = [](const TilePrimitive& primitive) { return primitive.indices.empty(); };
    return std::all_of(primitives.begin(), primitives.end(), isEmptyPrimitive) &&
           std::all_of(parts.begin(), parts.end(), isEmptyPart);
}

std::size_t TileMesh::triangleCount() const
{
    std::size_t count = 0;
    for (const TilePrimitive& primitive : primitives)
        count += primitive.indices.size() / 3;
    for (const MeshPart& part : parts)
        if (part.kind == PrimitiveKind::Triangles)
            count += part.primitive.indices.size() / 3;
    return count;
}

Box TileMesh::bounds() const
{
    Box box;
    const auto include = [&box](const TilePrimitive& primitive) {
        for (const Point3& p : primitive.positions)
            box.include(LocalPosition{p.x, p.y, p.z});
    };
    for (const TilePrimitive& primitive : primitives)
        include(primitive);
    for (const MeshPart& part : parts)
        include(part.primitive);
    if (instances.empty() || box.isEmpty())
        return box;
    Box all;
    for (const MeshInstance& instance : instances)
        for (int corner = 0; corner < 8; ++corner) {
            const Point3 p = placed({corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                     corner & 4 ? box.max.z : box.min.z},
                                    instance);
            all.include(LocalPosition{p.x, p.y, p.z});
        }
    return all;
}

} // namespace twin::package

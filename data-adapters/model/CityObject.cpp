// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/CityObject.h"

#include <array>

namespace twin {
namespace {

template <class Enum> struct Name {
    Enum value;
    QLatin1String name;
};
template <class Enum> Name(Enum, QLatin1String) -> Name<Enum>; // clang 14 has no CTAD for aggregates

constexpr std::array objectNames{
    Name{CityObjectType::Building, QLatin1String("Building")},
    Name{CityObjectType::BuildingPart, QLatin1String("BuildingPart")},
    Name{CityObjectType::BuildingInstallation, QLatin1String("BuildingInstallation")},
    Name{CityObjectType::BuildingRoom, QLatin1String("BuildingRoom")},
    Name{CityObjectType::BuildingFurniture, QLatin1String("BuildingFurniture")},
    Name{CityObjectType::BuildingConstructiveElement, QLatin1String("BuildingConstructiveElement")},
    Name{CityObjectType::BuildingUnit, QLatin1String("BuildingUnit")},
    Name{CityObjectType::Storey, QLatin1String("Storey")},
    Name{CityObjectType::Window, QLatin1String("Window")},
    Name{CityObjectType::Door, QLatin1String("Door")},
    Name{CityObjectType::Bridge, QLatin1String("Bridge")},
    Name{CityObjectType::BridgePart, QLatin1String("BridgePart")},
    Name{CityObjectType::BridgeInstallation, QLatin1String("BridgeInstallation")},
    Name{CityObjectType::BridgeConstructiveElement, QLatin1String("BridgeConstructiveElement")},
    Name{CityObjectType::BridgeRoom, QLatin1String("BridgeRoom")},
    Name{CityObjectType::BridgeFurniture, QLatin1String("BridgeFurniture")},
    Name{CityObjectType::Tunnel, QLatin1String("Tunnel")},
    Name{CityObjectType::TunnelPart, QLatin1String("TunnelPart")},
    Name{CityObjectType::TunnelInstallation, QLatin1String("TunnelInstallation")},
    Name{CityObjectType::TunnelConstructiveElement, QLatin1String("TunnelConstructiveElement")},
    Name{CityObjectType::HollowSpace, QLatin1String("HollowSpace")},
    Name{CityObjectType::TunnelFurniture, QLatin1String("TunnelFurniture")},
    Name{CityObjectType::OtherConstruction, QLatin1String("OtherConstruction")},
    Name{CityObjectType::Road, QLatin1String("Road")},
    Name{CityObjectType::Railway, QLatin1String("Railway")},
    Name{CityObjectType::Track, QLatin1String("Track")},
    Name{CityObjectType::Square, QLatin1String("Square")},
    Name{CityObjectType::Waterway, QLatin1String("Waterway")},
    Name{CityObjectType::TransportComplex, QLatin1String("TransportationComplex")},
    Name{CityObjectType::TrafficSpace, QLatin1String("TrafficSpace")},
    Name{CityObjectType::AuxiliaryTrafficSpace, QLatin1String("AuxiliaryTrafficSpace")},
    Name{CityObjectType::PlantCover, QLatin1String("PlantCover")},
    Name{CityObjectType::SolitaryVegetationObject, QLatin1String("SolitaryVegetationObject")},
    Name{CityObjectType::WaterBody, QLatin1String("WaterBody")},
    Name{CityObjectType::CityFurniture, QLatin1String("CityFurniture")},
    Name{CityObjectType::LandUse, QLatin1String("LandUse")},
    Name{CityObjectType::Relief, QLatin1String("ReliefFeature")},
    Name{CityObjectType::GenericCityObject, QLatin1String("GenericCityObject")},
    Name{CityObjectType::CityObjectGroup, QLatin1String("CityObjectGroup")},
    Name{CityObjectType::Unknown, QLatin1String("CityObject")},
};
static_assert(objectNames.size() == cityObjectTypeCount);

constexpr std::array surfaceNames{
    Name{SurfaceType::None, QLatin1String("Surface")},
    Name{SurfaceType::Roof, QLatin1String("RoofSurface")},
    Name{SurfaceType::Wall, QLatin1String("WallSurface")},
    Name{SurfaceType::Ground, QLatin1String("GroundSurface")},
    Name{SurfaceType::Closure, QLatin1String("ClosureSurface")},
    Name{SurfaceType::OuterCeiling, QLatin1String("OuterCeilingSurface")},
    Name{SurfaceType::OuterFloor, QLatin1String("OuterFloorSurface")},
    Name{SurfaceType::Floor, QLatin1String("FloorSurface")},
    Name{SurfaceType::InteriorWall, QLatin1String("InteriorWallSurface")},
    Name{SurfaceType::Ceiling, QLatin1String("CeilingSurface")},
    Name{SurfaceType::Window, QLatin1String("WindowSurface")},
    Name{SurfaceType::Door, QLatin1String("DoorSurface")},
    Name{SurfaceType::Water, QLatin1String("WaterSurface")},
    Name{SurfaceType::WaterGround, QLatin1String("WaterGroundSurface")},
    Name{SurfaceType::WaterClosure, QLatin1String("WaterClosureSurface")},
    Name{SurfaceType::Traffic, QLatin1String("TrafficArea")},
    Name{SurfaceType::AuxiliaryTraffic, QLatin1String("AuxiliaryTrafficArea")},
    Name{SurfaceType::Marking, QLatin1String("Marking")},
    Name{SurfaceType::Hole, QLatin1String("HoleSurface")},
};
static_assert(surfaceNames.size() == surfaceTypeCount);

constexpr std::array layerNames{
    Name{CityModule::Building, QLatin1String("buildings")},
    Name{CityModule::Bridge, QLatin1String("bridges")},
    Name{CityModule::Tunnel, QLatin1String("tunnels")},
    Name{CityModule::Construction, QLatin1String("constructions")},
    Name{CityModule::Transportation, QLatin1String("transportation")},
    Name{CityModule::Vegetation, QLatin1String("vegetation")},
    Name{CityModule::WaterBody, QLatin1String("water")},
    Name{CityModule::CityFurniture, QLatin1String("furniture")},
    Name{CityModule::LandUse, QLatin1String("landuse")},
    Name{CityModule::Relief, QLatin1String("relief")},
    Name{CityModule::Generics, QLatin1String("generics")},
};
static_assert(layerNames.size() == cityModuleCount);

template <class Table, class Enum> QString nameOf(const Table& table, Enum value)
{
    for (const auto& row : table)
        if (row.value == value)
            return row.name;
    return {};
}

template <class Table, class Enum> Enum valueOf(const Table& table, QStringView name, Enum otherwise)
{
    for (const auto& row : table)
        if (name == row.name)
            return row.value;
    return otherwise;
}

} // namespace

QString typeName(CityObjectType type)
{
    return nameOf(objectNames, type);
}
CityObjectType cityObjectTypeFromName(QStringView name)
{
    return valueOf(objectNames, name, CityObjectType::Unknown);
}
QString typeName(SurfaceType type)
{
    return nameOf(surfaceNames, type);
}
SurfaceType surfaceTypeFromName(QStringView name)
{
    return valueOf(surfaceNames, name, SurfaceType::None);
}

CityModule moduleOf(CityObjectType type)
{
    using T = CityObjectType;
    if (type <= T::Door)
        return CityModule::Building;
    if (type <= T::BridgeFurniture)
        return CityModule::Bridge;
    if (type <= T::TunnelFurniture)
        return CityModule::Tunnel;
    if (type == T::OtherConstruction)
        return CityModule::Construction;
    if (type <= T::AuxiliaryTrafficSpace)
        return CityModule::Transportation;
    if (type <= T::SolitaryVegetationObject)
        return CityModule::Vegetation;
    switch (type) {
    case T::WaterBody:
        return CityModule::WaterBody;
    case T::CityFurniture:
        return CityModule::CityFurniture;
    case T::LandUse:
        return CityModule::LandUse;
    case T::Relief:
        return CityModule::Relief;
    default:
        return CityModule::Generics;
    }
}

QString layerName(CityModule module)
{
    return nameOf(layerNames, module);
}

std::optional<CityModule> cityModuleFromLayer(QStringView name)
{
    for (const auto& row : layerNames)
        if (name == row.name)
            return row.value;
    return {};
}

QString lodName(Lod lod)
{
    return lod % 10 == 0 ? QString::number(lod / 10) : QStringLiteral("%1.%2").arg(lod / 10).arg(lod % 10);
}

} // namespace twin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/objects/ObjectTypes.h"

#include <array>
#include <string>

namespace twin::citygml {
namespace {

using T = CityObjectType;

struct TypeRow {
    std::string_view local;
    CityObjectType type;
};
constexpr std::array typeRows{
    TypeRow{"Building", T::Building},
    TypeRow{"BuildingPart", T::BuildingPart},
    TypeRow{"BuildingInstallation", T::BuildingInstallation},
    TypeRow{"Window", T::Window},
    TypeRow{"Door", T::Door},
    TypeRow{"WindowSurface", T::Window}, // 3.0: fillings of walls as surfaces
    TypeRow{"DoorSurface", T::Door},
    TypeRow{"IntBuildingInstallation", T::BuildingInstallation},
    TypeRow{"Room", T::BuildingRoom},
    TypeRow{"BuildingRoom", T::BuildingRoom},
    TypeRow{"BuildingFurniture", T::BuildingFurniture},
    TypeRow{"BuildingConstructiveElement", T::BuildingConstructiveElement},
    TypeRow{"BuildingUnit", T::BuildingUnit},
    TypeRow{"Storey", T::Storey},
    TypeRow{"Bridge", T::Bridge},
    TypeRow{"BridgePart", T::BridgePart},
    TypeRow{"BridgeInstallation", T::BridgeInstallation},
    TypeRow{"IntBridgeInstallation", T::BridgeInstallation},
    TypeRow{"BridgeConstructionElement", T::BridgeConstructiveElement},
    TypeRow{"BridgeConstructiveElement", T::BridgeConstructiveElement},
    TypeRow{"BridgeRoom", T::BridgeRoom},
    TypeRow{"BridgeFurniture", T::BridgeFurniture},
    TypeRow{"Tunnel", T::Tunnel},
    TypeRow{"TunnelPart", T::TunnelPart},
    TypeRow{"TunnelInstallation", T::TunnelInstallation},
    TypeRow{"IntTunnelInstallation", T::TunnelInstallation},
    TypeRow{"TunnelConstructiveElement", T::TunnelConstructiveElement},
    TypeRow{"HollowSpace", T::HollowSpace},
    TypeRow{"TunnelFurniture", T::TunnelFurniture},
    TypeRow{"OtherConstruction", T::OtherConstruction},
    TypeRow{"Road", T::Road},
    TypeRow{"Railway", T::Railway},
    TypeRow{"Track", T::Track},
    TypeRow{"Square", T::Square},
    TypeRow{"Waterway", T::Waterway},
    TypeRow{"TransportationComplex", T::TransportComplex},
    TypeRow{"TrafficSpace", T::TrafficSpace},
    TypeRow{"AuxiliaryTrafficSpace", T::AuxiliaryTrafficSpace},
    TypeRow{"TrafficArea", T::TrafficSpace}, // 1.0, 2.0: objects of their own; 3.0: boundaries of spaces
    TypeRow{"AuxiliaryTrafficArea", T::AuxiliaryTrafficSpace},
    TypeRow{"PlantCover", T::PlantCover},
    TypeRow{"SolitaryVegetationObject", T::SolitaryVegetationObject},
    TypeRow{"WaterBody", T::WaterBody},
    TypeRow{"CityFurniture", T::CityFurniture},
    TypeRow{"LandUse", T::LandUse},
    TypeRow{"ReliefFeature", T::Relief},
    TypeRow{"TINRelief", T::Relief},
    TypeRow{"MassPointRelief", T::Relief},
    TypeRow{"BreaklineRelief", T::Relief},
    TypeRow{"RasterRelief", T::Relief},
    TypeRow{"GenericCityObject", T::GenericCityObject},
    TypeRow{"GenericOccupiedSpace", T::GenericCityObject},
    TypeRow{"GenericUnoccupiedSpace", T::GenericCityObject},
    TypeRow{"GenericLogicalSpace", T::GenericCityObject},
    TypeRow{"CityObjectGroup", T::CityObjectGroup},
};

struct SurfaceRow {
    std::string_view end;
    SurfaceType type;
};
/// The longer names first: "OuterCeilingSurface" ends with "CeilingSurface" too.
constexpr std::array surfaceRows{
    SurfaceRow{"InteriorWallSurface", SurfaceType::InteriorWall},
    SurfaceRow{"WallSurface", SurfaceType::Wall},
    SurfaceRow{"RoofSurface", SurfaceType::Roof},
    SurfaceRow{"WaterGroundSurface", SurfaceType::WaterGround},
    SurfaceRow{"GroundSurface", SurfaceType::Ground},
    SurfaceRow{"WaterClosureSurface", SurfaceType::WaterClosure},
    SurfaceRow{"ClosureSurface", SurfaceType::Closure},
    SurfaceRow{"OuterCeilingSurface", SurfaceType::OuterCeiling},
    SurfaceRow{"CeilingSurface", SurfaceType::Ceiling},
    SurfaceRow{"OuterFloorSurface", SurfaceType::OuterFloor},
    SurfaceRow{"FloorSurface", SurfaceType::Floor},
    SurfaceRow{"WaterSurface", SurfaceType::Water},
    SurfaceRow{"AuxiliaryTrafficArea", SurfaceType::AuxiliaryTraffic},
    SurfaceRow{"TrafficArea", SurfaceType::Traffic},
    SurfaceRow{"Marking", SurfaceType::Marking},
    SurfaceRow{"HoleSurface", SurfaceType::Hole},
    SurfaceRow{"WindowSurface", SurfaceType::Window},
    SurfaceRow{"DoorSurface", SurfaceType::Door},
};

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

} // namespace

CityObjectType objectTypeOf(const Name& name)
{
    if (!isCityGml(name.vocabulary))
        return T::Unknown;
    for (const TypeRow& row : typeRows)
        if (row.local == name.local)
            return row.type;
    return T::Unknown;
}

std::string classNameOf(const Name& name, const pugi::xml_node& element)
{
    const std::string_view prefix = customaryPrefix(name.vocabulary);
    return prefix.empty() ? std::string(element.name()) : std::string(prefix) + std::string(name.local);
}

SurfaceType surfaceTypeOf(std::string_view local)
{
    for (const SurfaceRow& row : surfaceRows)
        if (endsWith(local, row.end))
            return row.type;
    return SurfaceType::None;
}

SurfaceType ownSurfaceType(CityObjectType type)
{
    switch (type) {
    case T::Window:
        return SurfaceType::Window;
    case T::Door:
        return SurfaceType::Door;
    case T::TrafficSpace:
        return SurfaceType::Traffic;
    case T::AuxiliaryTrafficSpace:
        return SurfaceType::AuxiliaryTraffic;
    default:
        return SurfaceType::None;
    }
}

SurfaceType planeSurfaceType(CityObjectType owner, std::string_view property)
{
    const CityModule module = moduleOf(owner);
    if (module > CityModule::Construction)
        return SurfaceType::None;
    return endsWith(property, "RoofEdge") ? SurfaceType::Roof : SurfaceType::Ground;
}

GeometryProperty geometryPropertyOf(const Name& name)
{
    const std::string_view local = name.local;
    if (local.size() > 4 && local.substr(0, 3) == "lod" && local[3] >= '0' && local[3] <= '4') {
        const bool intersection = endsWith(local, "TerrainIntersection") || endsWith(local, "TerrainIntersectionCurve");
        return {true, intersection, Lod(10 * (local[3] - '0'))};
    }
    if (name.vocabulary == Vocabulary::Relief) {
        if (local == "tin" || local == "reliefPoints" || local == "ridgeOrValleyLines" || local == "breaklines")
            return {true, false, std::nullopt};
        return {local == "extent" || local == "grid", true, std::nullopt};
    }
    return {name.is(Vocabulary::Group, "geometry"), false, Lod(0)};
}

} // namespace twin::citygml

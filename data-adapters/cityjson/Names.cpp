// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/Names.h"
#include "model/Texts.h"

#include <array>
#include <utility>

namespace twin::cityjson {
namespace {

// What CityJSON calls otherwise than CityGML; older names of CityJSON 1.0 last.
constexpr std::array<std::pair<std::string_view, CityObjectType>, 9> objectNames{{
    {"BuildingStorey", CityObjectType::Storey},
    {"TINRelief", CityObjectType::Relief},
    {"TransportSquare", CityObjectType::Square},
    {"TunnelHollowSpace", CityObjectType::HollowSpace},
    {"BridgeConstructionElement", CityObjectType::BridgeConstructiveElement},
    {"TunnelConstructionElement", CityObjectType::TunnelConstructiveElement},
    {"+GenericCityObject", CityObjectType::GenericCityObject}, // left the core with 2.0
    {"BuildingConstructionElement", CityObjectType::BuildingConstructiveElement},
    {"CityObject", CityObjectType::Unknown},
}};
constexpr std::array<std::pair<std::string_view, SurfaceType>, 4> surfaceNames{{
    {"Window", SurfaceType::Window},
    {"Door", SurfaceType::Door},
    {"TransportationMarking", SurfaceType::Marking},
    {"TransportationHole", SurfaceType::Hole},
}};

template <class Table, class Type> bool find(const Table& table, std::string_view name, Type& type)
{
    for (const auto& [known, value] : table)
        if (known == name) {
            type = value;
            return true;
        }
    return false;
}

} // namespace

CityObjectType objectType(std::string_view name)
{
    CityObjectType type = CityObjectType::Unknown;
    return find(objectNames, name, type) ? type : cityObjectTypeFromName(toQString(name));
}

SurfaceType surfaceType(std::string_view name)
{
    SurfaceType type = SurfaceType::None;
    return find(surfaceNames, name, type) ? type : surfaceTypeFromName(toQString(name));
}

} // namespace twin::cityjson

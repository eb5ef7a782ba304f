// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/CityObject.h"

#include <array>

namespace twin {
namespace {

template <class Enum>
struct Name {
    Enum value;
    QLatin1String name;
};
template <class Enum> Name(Enum, QLatin1String) -> Name<Enum>; // clang 14 has no CTAD for aggregates

constexpr std::array objectNames{
    Name{CityObjectType::Building, QLatin1String("Building")},
    Name{CityObjectType::BuildingPart, QLatin1String("BuildingPart")},
    Name{CityObjectType::BuildingInstallation, QLatin1String("BuildingInstallation")},
    Name{CityObjectType::Unknown, QLatin1String("CityObject")},
};

constexpr std::array surfaceNames{
    Name{SurfaceType::None, QLatin1String("Surface")},
    Name{SurfaceType::Roof, QLatin1String("RoofSurface")},
    Name{SurfaceType::Wall, QLatin1String("WallSurface")},
    Name{SurfaceType::Ground, QLatin1String("GroundSurface")},
    Name{SurfaceType::Closure, QLatin1String("ClosureSurface")},
    Name{SurfaceType::OuterCeiling, QLatin1String("OuterCeilingSurface")},
    Name{SurfaceType::OuterFloor, QLatin1String("OuterFloorSurface")},
};

template <class Table, class Enum>
QString nameOf(const Table& table, Enum value)
{
    for (const auto& row : table)
        if (row.value == value)
            return row.name;
    return {};
}

template <class Table, class Enum>
Enum valueOf(const Table& table, QStringView name, Enum otherwise)
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

} // namespace twin

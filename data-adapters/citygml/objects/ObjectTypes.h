// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/xml/Names.h"
#include "model/CityObject.h"

#include <optional>

namespace twin::citygml {

/// @returns the type of a city object's element (CityGML 1.0 to 3.0); Unknown for data types, surfaces and extensions.
[[nodiscard]] CityObjectType objectTypeOf(const Name& name);
/// @returns the name of an element as CityObject::className states it: with its customary prefix, or with the file's
/// for
///          extensions.
[[nodiscard]] std::string classNameOf(const Name& name, const pugi::xml_node& element);

/// @returns the type of a thematic boundary surface; extensions name theirs after the ones they refine
///          ("SolarRoofSurface"). None for surfaces of other kinds.
[[nodiscard]] SurfaceType surfaceTypeOf(std::string_view local);
/// @returns what the polygons of an object that is a surface itself are (windows, doors, traffic areas); None for
/// others.
[[nodiscard]] SurfaceType ownSurfaceType(CityObjectType type);
/// @returns what the LoD0 polygons of a construction are by the property that holds them.
[[nodiscard]] SurfaceType planeSurfaceType(CityObjectType owner, std::string_view property);

/// What a property of a city object holds, by its name.
struct GeometryProperty {
    bool isGeometry = false;
    bool ignored = false;   ///< auxiliary: lines where a solid meets the terrain, extents of reliefs
    std::optional<Lod> lod; ///< stated by the name; none: that of the relief component
};
[[nodiscard]] GeometryProperty geometryPropertyOf(const Name& name);

/// @returns true for the name of an object or data type, false for that of a property (GML 3.1.1 §7.1: upper and lower
///          camel case).
[[nodiscard]] constexpr bool isTypeName(std::string_view local)
{
    return !local.empty() && local[0] >= 'A' && local[0] <= 'Z';
}

} // namespace twin::citygml

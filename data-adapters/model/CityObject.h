// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "model/Position.h"

#include <cstdint>
#include <vector>

#include <QDate>
#include <QString>

namespace twin {

/// Kinds of city objects read so far (CityGML 2.0, OGC 12-019, building module).
enum class CityObjectType : std::uint8_t { Building, BuildingPart, BuildingInstallation, Unknown };

/// Thematic boundary surfaces of CityGML 2.0 §10.3; None for geometry without semantics (LoD1 solids).
enum class SurfaceType : std::uint8_t { None, Roof, Wall, Ground, Closure, OuterCeiling, OuterFloor };

/// @returns the CityGML name, e.g. "BuildingPart"; used as key in JSON and the package.
[[nodiscard]] QString typeName(CityObjectType type);
[[nodiscard]] CityObjectType cityObjectTypeFromName(QStringView name);
/// @returns the CityGML name, e.g. "RoofSurface"; "Surface" for None.
[[nodiscard]] QString typeName(SurfaceType type);
[[nodiscard]] SurfaceType surfaceTypeFromName(QStringView name);

/// A planar polygon with holes in the CRS of its source, as read: rings are open (the closing point is removed).
struct Polygon {
    std::vector<ProjectedPosition> points;  ///< all rings, one after another
    std::vector<std::uint32_t> ringStarts;  ///< index of each ring's first point; [0] is the exterior ring
};

struct Surface {
    QString id; ///< gml:id of the boundary surface or polygon; may be empty
    SurfaceType type = SurfaceType::None;
    std::uint8_t lod = 2;
    Polygon polygon;
    qint64 line = -1; ///< of the polygon in its file, 1-based
};

/// One attribute as the source states it.
struct Attribute {
    QString name;   ///< the source's name, e.g. "measuredHeight", "Grundrissaktualitaet"
    QString value;  ///< as text; coded values: the German word when the list knows it, else the code
    QString unit;   ///< UCUM (e.g. "m"); empty for none
    QString code;   ///< the raw code of a coded value, e.g. "31001_1000"; else empty
    QString source; ///< where it comes from: e.g. "bldg:function", "gen:stringAttribute"
};

/// A postal address (OASIS xAL 2.0 as used by CityGML 1.0/2.0).
struct Address {
    QString street;
    QString houseNumber;
    QString postalCode;
    QString locality; ///< town
    QString country;
};

struct ExternalReference {
    QString informationSystem; ///< URI
    QString name;              ///< id there, e.g. the ALKIS object
};

/// A city object with all that belongs to it. Value type; a batch of them crosses threads by move.
struct CityObject {
    QString id; ///< gml:id; generated as "<file>#<n>" with an Issue when missing
    CityObjectType type = CityObjectType::Unknown;
    QString name;
    QDate creationDate;    ///< invalid: not stated
    QDate terminationDate; ///< invalid: exists still
    std::vector<Attribute> attributes;
    std::vector<Address> addresses;
    std::vector<ExternalReference> externalReferences;
    std::vector<Surface> surfaces; ///< highest LoD present; solid shells resolved to their surfaces, each once
    std::vector<CityObject> children;
    SourceLocation where;
};

} // namespace twin

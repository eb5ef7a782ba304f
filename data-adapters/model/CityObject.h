// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "model/Position.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <QDate>
#include <QString>

namespace twin {

/// Kinds of city objects: the classes of CityGML 2.0 (OGC 12-019) and 3.0 (OGC 20-010) and of CityJSON 2.0 that hold
/// geometry or belong between those that do. A class with two names in its standards has the newer one here; the older
/// spellings are read too.
enum class CityObjectType : std::uint8_t {
    Building,
    BuildingPart,
    BuildingInstallation,
    BuildingRoom,
    BuildingFurniture,
    BuildingConstructiveElement,
    BuildingUnit,
    Storey,
    Window,
    Door,
    Bridge,
    BridgePart,
    BridgeInstallation,
    BridgeConstructiveElement,
    BridgeRoom,
    BridgeFurniture,
    Tunnel,
    TunnelPart,
    TunnelInstallation,
    TunnelConstructiveElement,
    HollowSpace,
    TunnelFurniture,
    OtherConstruction,
    Road,
    Railway,
    Track,
    Square,
    Waterway,
    TransportComplex,
    TrafficSpace,
    AuxiliaryTrafficSpace,
    PlantCover,
    SolitaryVegetationObject,
    WaterBody,
    CityFurniture,
    LandUse,
    Relief,
    GenericCityObject,
    CityObjectGroup,
    Unknown ///< an ADE's or a later standard's: kept with its attributes and geometry
};
inline constexpr std::size_t cityObjectTypeCount = std::size_t(CityObjectType::Unknown) + 1;

/// Thematic modules of CityGML: what a layer panel switches. Order of the layer list.
enum class CityModule : std::uint8_t {
    Building,
    Bridge,
    Tunnel,
    Construction,
    Transportation,
    Vegetation,
    WaterBody,
    CityFurniture,
    LandUse,
    Relief,
    Generics
};
inline constexpr std::size_t cityModuleCount = std::size_t(CityModule::Generics) + 1;

/// Thematic boundary surfaces of CityGML 2.0 §10.3 and 3.0; None for geometry without semantics (LoD1 solids).
enum class SurfaceType : std::uint8_t {
    None,
    Roof,
    Wall,
    Ground,
    Closure,
    OuterCeiling,
    OuterFloor,
    Floor,
    InteriorWall,
    Ceiling,
    Window,
    Door,
    Water,       ///< WaterSurface
    WaterGround, ///< WaterGroundSurface
    WaterClosure,
    Traffic,          ///< TrafficArea
    AuxiliaryTraffic, ///< AuxiliaryTrafficArea
    Marking,
    Hole
};
inline constexpr std::size_t surfaceTypeCount = std::size_t(SurfaceType::Hole) + 1;

/// @returns the module of a type, e.g. Vegetation for PlantCover. Windows, doors, rooms and storeys count as Building;
///          an object inside another one is drawn with its top-level object's module.
[[nodiscard]] CityModule moduleOf(CityObjectType type);
/// @returns the layer id and folder of a module, e.g. "buildings", "vegetation".
[[nodiscard]] QString layerName(CityModule module);
/// @returns empty for a name that is no module's layer.
[[nodiscard]] std::optional<CityModule> cityModuleFromLayer(QStringView name);
/// @returns the CityGML name, e.g. "BuildingPart"; used as key in JSON and the package.
[[nodiscard]] QString typeName(CityObjectType type);
[[nodiscard]] CityObjectType cityObjectTypeFromName(QStringView name);
/// @returns the CityGML name, e.g. "RoofSurface"; "Surface" for None.
[[nodiscard]] QString typeName(SurfaceType type);
[[nodiscard]] SurfaceType surfaceTypeFromName(QStringView name);

/// Level of detail in tenths: 20 = LoD2; 22 = LoD2.2 of CityJSON (Biljecki, Ledoux, Stoter 2016).
using Lod = std::uint8_t;
/// @returns "2" for 20, "2.2" for 22.
[[nodiscard]] QString lodName(Lod lod);

/// A planar polygon with holes in the CRS of its source, as read: rings are open (the closing point is removed).
struct Polygon {
    std::vector<ProjectedPosition> points; ///< all rings, one after another
    std::vector<std::uint32_t> ringStarts; ///< index of each ring's first point; [0] is the exterior ring
};

/// Position on an image: u right, v up, (0, 0) the lower left corner (CityGML 2.0 §9.3); beyond 0…1 it wraps.
struct TextureCoordinate {
    float u = 0;
    float v = 0;
};

/// How a surface looks: an X3D material, an image, or both (CityGML 2.0 §9, CityJSON 2.0 §5).
struct SurfaceAppearance {
    std::array<float, 3> diffuse{0.8f, 0.8f, 0.8f}; ///< sRGB 0…1
    float transparency = 0;                         ///< 0 opaque … 1 invisible
    bool hasMaterial = false;
    QString image; ///< absolute path of a png, jpeg or webp beside the city model; empty: no texture
};

struct Surface {
    QString id; ///< gml:id of the boundary surface or polygon; may be empty
    SurfaceType type = SurfaceType::None;
    Lod lod = 20;
    /// The shell that it is a part of (ShellNumber); −1: of none.
    std::int32_t solid = -1;
    Polygon polygon;
    std::shared_ptr<const SurfaceAppearance> appearance; ///< shared by many surfaces; null: the default look
    std::vector<TextureCoordinate> textureCoordinates;   ///< one for each of polygon.points; empty: not textured
    qint64 line = -1;                                    ///< of the polygon in its file, 1-based
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

/// A shape used many times: an implicit geometry of CityGML, a geometry template of CityJSON. Coordinates are metres
/// from its own zero, x East, y North, z Up before the instance's transformation.
struct ShapeTemplate {
    QString id; ///< unique within the import: "<file>#<id>"
    std::vector<Surface> surfaces;
};

/// One use of a template.
struct ShapeInstance {
    std::shared_ptr<const ShapeTemplate> shape;
    Lod lod = 20;
    ProjectedPosition position;   ///< of the template's zero, region CRS
    std::array<double, 9> matrix; ///< row-major 3×3: rotates, scales and mirrors template coordinates
};

/// A curve or a set of points of an object (road axes of LoD0, terrain breaklines): kept and drawn as lines or marks.
struct Curve {
    Lod lod = 0;
    std::vector<ProjectedPosition> points; ///< one: a point
};

/// A city object with all that belongs to it. Value type; a batch of them crosses threads by move.
struct CityObject {
    QString id; ///< gml:id; generated as "<file>#<n>" with an Issue when missing
    CityObjectType type = CityObjectType::Unknown;
    QString className; ///< the element's own name where `type` is Unknown, e.g. "energy:WeatherStation"; else empty
    QString name;
    QDate creationDate;    ///< invalid: not stated
    QDate terminationDate; ///< invalid: exists still
    std::vector<Attribute> attributes;
    std::vector<Address> addresses;
    std::vector<ExternalReference> externalReferences;
    std::vector<Surface> surfaces; ///< of all LoDs; solid shells resolved to their surfaces, each once a LoD
    std::vector<ShapeInstance> instances;
    std::vector<Curve> curves;
    std::vector<CityObject> children;
    SourceLocation where;
};

} // namespace twin

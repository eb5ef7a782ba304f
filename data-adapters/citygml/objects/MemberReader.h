// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/appearance/SurfaceLooks.h"
#include "citygml/geometry/GeometryCollector.h"
#include "citygml/geometry/GeometrySelector.h"
#include "citygml/geometry/PolygonReader.h"
#include "citygml/objects/AttributeReader.h"
#include "citygml/objects/ObjectTypes.h"
#include "citygml/xml/LineIndex.h"
#include "citygml/xml/MemberSplitter.h"
#include "citygml/xml/Texts.h"
#include "geo/SourceCrs.h"
#include "model/CityObject.h"

#include <map>
#include <optional>
#include <span>

namespace twin::citygml {

/// What all members of a file share.
struct FileFacts {
    QString path;
    QString baseName;
    Names::Declarations declarations;
    std::string srsName; ///< of the model or from --crs; empty: every member states its own
    std::shared_ptr<const AppearanceTable> appearances; ///< of the model; null: none
};

/// A top-level object with its parts in one row, parents before children.
struct ObjectTree {
    std::vector<CityObject> objects;
    std::vector<int> parents; ///< -1 for the first

    /// @returns the top-level object with its children in it; the tree is used up.
    [[nodiscard]] CityObject assemble();
};

/// A polygon that an object takes from elsewhere in the file.
struct MissingPolygon {
    int object = 0; ///< in the tree
    std::string target;
    bool flipped = false;
    Surface surface; ///< without polygon
};

/// A use of a shape that stands elsewhere in the file.
struct MissingShape {
    int object = 0; ///< in the tree
    std::string target;
    ShapeInstance instance; ///< without shape
    qint64 line = -1;
};

/// A shape that other members may use, with the gml:id of its geometry.
struct NamedShape {
    std::string id;
    std::shared_ptr<const ShapeTemplate> shape;
};

/// What came of one member.
struct MemberResult {
    std::optional<ObjectTree> tree;
    std::vector<MissingPolygon> missing;
    std::vector<MissingShape> missingShapes;
    std::vector<NamedShape> shapes;
    std::vector<Issue> issues;
    bool heightUnknown = false; ///< a CRS without height reference was used
};

/// Turns the rings of a polygon round.
void flip(Polygon& polygon);

/// Polygons by the gml:id of the geometry they belong to, in the region CRS.
using SharedPolygons = std::map<std::string, std::vector<Polygon>, std::less<>>;

/// Turns the text of one member into city objects: parses it (pugixml, in place) and reads it by the schemas of
/// CityGML 1.0, 2.0 and 3.0 (OGC 08-007r1, 12-019, 21-006r2). What is in a property is told by its content, not by its
/// name: objects become children, boundary surfaces surfaces, the rest attributes. One object a thread and file.
class MemberReader {
public:
    MemberReader(const FileFacts& facts, geo::CrsTable& crsTable, Texts& texts);

    /// @param text  of the member; used up by the parser
    [[nodiscard]] MemberResult read(char* text, const Member& member);
    /// @brief Second pass: adds the polygons of the wanted ids that stand in this member. Keys of `wanted` exist
    /// already.
    /// @returns how many points were added.
    std::size_t collectShared(char* text, const Member& member, SharedPolygons& wanted);

private:
    struct PointSum { ///< equal for polygons with the same points in any order
        int object;
        std::uint64_t east, north, height; ///< micrometres; wrapping does no harm
        std::size_t count;
        Lod lod;
        auto operator<=>(const PointSum&) const = default;
    };
    struct StatedPolygon { ///< a surface of an object that states boundary surfaces and other geometry
        PointSum points;
        std::size_t surface; ///< index among the object's
        auto operator<=>(const StatedPolygon&) const = default;
    };

    // MemberReader.cpp: the document
    [[nodiscard]] bool parse(char* text, const Member& member, MemberResult& result);
    [[nodiscard]] pugi::xml_node memberObject() const;
    void issue(const char* reason, const QString& detail, const pugi::xml_node& at, const QString& id);
    [[nodiscard]] qint64 lineOf(const pugi::xml_node& node) const;

    // MemberObjects.cpp: objects and their properties
    void readObject(const pugi::xml_node& element, const Name& name, int parent, int depth, const char* srsName);
    void identify(CityObject& object, const pugi::xml_node& element, int parent);
    void readEnvelope(const pugi::xml_node& object, Place& place, double& lowestHeight);
    void readProperty(const pugi::xml_node& element, int depth, const Place& place);
    bool readContent(const pugi::xml_node& property, const Name& name, int depth, const Place& place);
    void readChild(const pugi::xml_node& element, const Name& name, int depth, const Place& place);
    void readBoundary(const pugi::xml_node& surface, const Name& name, int depth, const Place& outer);
    void readAppearance(const pugi::xml_node& property);
    void readGeometry(const pugi::xml_node& element, const GeometryProperty& property, std::string_view local,
                      const Place& outer);
    [[nodiscard]] bool holdsGeometry(const pugi::xml_node& element);
    [[nodiscard]] CityObject& objectOf(const Place& place)
    {
        return m_result->tree->objects[std::size_t(place.object)];
    }

    // MemberSurfaces.cpp: collected geometry → surfaces and curves
    void readSurfaces(const pugi::xml_node& member);
    void readPolygon(const PolygonSite& site);
    void readCurves();
    void reportFaults(const pugi::xml_node& node, const QString& objectId);
    [[nodiscard]] static PointSum pointSum(const PolygonSite& site, const Polygon& polygon);
    bool isStatedAlready(const PointSum& points, const Place& place);
    [[nodiscard]] const geo::SourceCrs* crsOf(const Place& place, const pugi::xml_node& at);
    bool toRegion(const Place& place, const pugi::xml_node& at, std::span<ProjectedPosition> points);
    void crsFault(std::size_t object, char bit, const char* reason, const QString& detail, const pugi::xml_node& at);
    void reportLinks();

    // MemberShapes.cpp: implicit geometries
    void readShapes();
    void readShape(const ShapeSite& site);
    [[nodiscard]] bool placeShape(const ShapeSite& site, ShapeInstance& instance);
    [[nodiscard]] std::shared_ptr<const ShapeTemplate> readTemplate(const pugi::xml_node& geometry, const Place& place);

    const FileFacts& m_facts;
    geo::CrsTable& m_crsTable;
    Texts& m_texts;
    Names m_names;
    AttributeReader m_attributes;
    GeometryCollector m_geometry;
    GeometryCollector m_shapeGeometry;
    GeometrySelector m_selector;
    PolygonReader m_polygons;
    SurfaceLooks m_looks;
    LineIndex m_lines;
    pugi::xml_document m_document;
    std::vector<double> m_lowestHeights;   ///< of each object's envelope, for geometry without heights
    std::vector<StatedPolygon> m_stated;   ///< boundary surfaces of objects that have other geometry too
    std::vector<char> m_mixed;             ///< such objects
    std::vector<char> m_crsFaults;         ///< of each object, one bit a reason: reported once
    const char* m_lastSurfaceId = nullptr; ///< of the polygon before, as text in m_surfaceId
    QString m_surfaceId;
    MemberResult* m_result = nullptr;
    const Member* m_member = nullptr;
    int m_generatedIds = 0;
};

} // namespace twin::citygml

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/AttributeReader.h"
#include "citygml/GeometryCollector.h"
#include "citygml/GeometrySelector.h"
#include "citygml/LineIndex.h"
#include "citygml/MemberSplitter.h"
#include "citygml/PolygonReader.h"
#include "citygml/Texts.h"
#include "geo/SourceCrs.h"
#include "model/CityObject.h"

#include <map>
#include <optional>

#include <QStringList>

namespace twin::citygml {

/// What all members of a file share.
struct FileFacts {
    QString path;
    QString baseName;
    Names::Declarations declarations;
    std::string srsName; ///< of the model or from --crs; empty: every member states its own
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

/// What came of one member.
struct MemberResult {
    std::optional<ObjectTree> tree;
    std::vector<MissingPolygon> missing;
    std::vector<Issue> issues;
    QString unsupportedType;    ///< local name of a top-level object that is no building; else empty
    bool heightUnknown = false; ///< a CRS without height reference was used
};

/// Turns the rings of a polygon round.
void flip(Polygon& polygon);

/// Polygons by the gml:id of the geometry they belong to, in the region CRS.
using SharedPolygons = std::map<std::string, std::vector<Polygon>, std::less<>>;

/// Turns the text of one member into city objects: parses it (pugixml, in place) and reads it by the schemas of
/// CityGML 1.0 and 2.0 (OGC 08-007r1, 12-019). One object a thread and file.
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
    [[nodiscard]] bool parse(char* text, const Member& member, MemberResult& result);
    [[nodiscard]] pugi::xml_node memberObject() const;
    void readObject(const pugi::xml_node& element, CityObjectType type, int parent, int depth, const char* srsName);
    void readProperty(const pugi::xml_node& element, int index, int depth, const Place& place);
    bool readBuildingProperty(const pugi::xml_node& element, std::string_view local, int index, int depth,
                              const Place& place);
    void readChildren(const pugi::xml_node& property, int index, int depth, const Place& place);
    void readBoundary(const pugi::xml_node& property, const Place& place);
    void readGeometry(const pugi::xml_node& element, std::string_view local, const Place& place);
    void readEnvelope(const pugi::xml_node& object, Place& place, double& lowestHeight);
    void readSurfaces(const pugi::xml_node& member);
    void readPolygon(const PolygonSite& site);
    [[nodiscard]] bool isDuplicate(const PolygonSite& site, const Polygon& polygon);
    bool toRegion(const PolygonSite& site, Polygon& polygon);
    void reportLinks();
    void identify(CityObject& object, const pugi::xml_node& element, int parent);
    void issue(const char* reason, const QString& detail, const pugi::xml_node& at, const QString& id);
    [[nodiscard]] qint64 lineOf(const pugi::xml_node& node) const;

    struct PointSum { ///< equal for polygons with the same points in any order
        int object;
        std::uint64_t east, north, height; ///< micrometres; wrapping does no harm
        std::size_t count;
        auto operator<=>(const PointSum&) const = default;
    };

    const FileFacts& m_facts;
    geo::CrsTable& m_crsTable;
    Texts& m_texts;
    Names m_names;
    AttributeReader m_attributes;
    GeometryCollector m_geometry;
    GeometrySelector m_selector;
    PolygonReader m_polygons;
    LineIndex m_lines;
    pugi::xml_document m_document;
    std::vector<double> m_lowestHeights;   ///< of each object's envelope, for geometry without heights
    std::vector<PointSum> m_seen;          ///< of objects that state boundary surfaces and other geometry
    std::vector<char> m_mixed;             ///< such objects
    std::vector<char> m_crsFaults;         ///< of each object, one bit a reason: reported once
    const char* m_lastSurfaceId = nullptr; ///< of the polygon before, as text in m_surfaceId
    QString m_surfaceId;
    MemberResult* m_result = nullptr;
    const Member* m_member = nullptr;
    int m_generatedIds = 0;
};

} // namespace twin::citygml

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/Names.h"
#include "model/CityObject.h"

#include <vector>

namespace twin::citygml {

/// What is known of a geometry from the elements around it. Strings point into the document.
struct Place {
    int object = 0; ///< index of the owner among the objects of its member
    SurfaceType type = SurfaceType::None;
    std::uint8_t lod = 0;
    bool thematic = false;      ///< below a boundary surface
    bool flipped = false;       ///< below an odd number of OrientableSurfaces with orientation "-"
    std::uint8_t dimension = 0; ///< srsDimension; 0: not stated
    const char* surfaceId = ""; ///< gml:id of the boundary surface
    const char* srsName = "";
};

struct PolygonSite {
    pugi::xml_node node;
    Place place;
    bool taken = false; ///< becomes a surface of place.object
};

struct LinkSite {
    pugi::xml_node node;
    const char* href = "";
    Place place;
};

/// A geometry that can be linked to, with the polygons in it (collected one after another).
struct IdSite {
    std::string_view id;
    std::size_t firstPolygon = 0;
    std::size_t endPolygon = 0;
    bool followed[2] = {false, false}; ///< by a link of a boundary surface [1] or of other geometry [0]
};

/// Walks GML geometry (ISO 19107 surfaces and solids as of GML 3.1.1 §10) and notes where polygons stand and what is
/// linked, without reading a coordinate: which of them count is only known when the whole object was seen.
class GeometryCollector {
public:
    explicit GeometryCollector(Names& names) : m_names(names) {}

    void clear();
    /// Takes in a geometry property (lod2Solid, lod2MultiSurface …) or a geometry.
    void collect(const pugi::xml_node& element, const Place& place);

    std::vector<PolygonSite> polygons;
    std::vector<LinkSite> links;
    std::vector<IdSite> ids;
    std::vector<pugi::xml_node> implicitGeometries;

private:
    Names& m_names;
};

/// @returns the attribute with this local name, whatever its prefix; null when absent.
[[nodiscard]] const char* attributeValue(const pugi::xml_node& element, std::string_view local);

} // namespace twin::citygml

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/xml/Names.h"
#include "model/CityObject.h"

#include <vector>

namespace twin::citygml {

/// What is known of a geometry from the elements around it. Strings point into the document.
struct Place {
    static constexpr std::size_t lodCount = 5;

    int object = 0; ///< index of the owner among the objects of its member
    SurfaceType type = SurfaceType::None;
    std::uint8_t lod = 0;
    bool thematic = false;      ///< below a boundary surface
    bool flipped = false;       ///< below an odd number of OrientableSurfaces with orientation "-"
    std::uint8_t dimension = 0; ///< srsDimension; 0: not stated
    std::uint8_t composite = 0; ///< the CompositeSolid it is in, counted as solids are; 0: none
    std::int32_t solid = -1;    ///< Surface::solid: the shell it is in, solids counted per object and level of detail
    const char* surfaceId = ""; ///< gml:id of the boundary surface
    const char* srsName = "";

    /// Numbers pairs of object and level of detail.
    [[nodiscard]] std::size_t level() const { return std::size_t(object) * lodCount + lod / 10; }
};

struct PolygonSite {
    pugi::xml_node node;
    Place place;
    bool taken = false;     ///< becomes a surface of place.object
    std::uint32_t next = 0; ///< the same polygon in another level of detail: index among the polygons; 0: none
};

/// A line, or a set of points of which each counts for itself.
struct CurveSite {
    pugi::xml_node node;
    Place place;
    bool points = false;
    std::uint8_t copied = 0; ///< one bit a further level of detail that has it by a link
};

/// An implicit geometry (CityGML 2.0 §8.2): a shape that is used with a transformation of its own.
struct ShapeSite {
    pugi::xml_node node;
    Place place;
};

struct LinkSite {
    pugi::xml_node node;
    const char* href = "";
    Place place;
};

/// A geometry that can be linked to, with what stands in it (collected one after another).
struct IdSite {
    std::string_view id;
    std::uint32_t firstPolygon = 0, endPolygon = 0;
    std::uint32_t firstCurve = 0, endCurve = 0;
    std::uint32_t firstLink = 0, endLink = 0;
    /// One bit a level of detail: by a link of a boundary surface [1], of a solid [2], of others [0].
    std::uint8_t followed[3] = {0, 0, 0};
};

/// Walks GML geometry (ISO 19107 points, curves, surfaces and solids as of GML 3.1.1 §10) and notes where polygons and
/// lines stand and what is linked, without reading a coordinate: which of them count is only known when the whole
/// object was seen.
class GeometryCollector {
public:
    explicit GeometryCollector(Names& names) : m_names(names) {}

    void clear();
    /// Takes in a geometry property (lod2Solid, lod2MultiSurface …) or a geometry.
    void collect(const pugi::xml_node& element, const Place& place);

    std::vector<PolygonSite> polygons;
    std::vector<CurveSite> curves;
    std::vector<ShapeSite> shapes;
    std::vector<LinkSite> links;
    std::vector<IdSite> ids;

private:
    [[nodiscard]] bool collectLeaf(const pugi::xml_node& element, const Name& name, const Place& place);
    [[nodiscard]] IdSite siteFromHere(std::string_view id) const;
    void endSite(IdSite& site) const;
    /// How many of each object and level of detail there were.
    struct Count {
        std::int32_t solids = 0;
        std::uint8_t composites = 0;
    };
    [[nodiscard]] Count& countOf(const Place& place);
    void enter(std::string_view local, bool reversed, Place& place);
    void collectChildren(const pugi::xml_node& element, std::string_view local, Place place);

    Names& m_names;
    std::vector<Count> m_counts;
};

/// @returns the attribute with this local name, whatever its prefix; null when absent.
[[nodiscard]] const char* attributeValue(const pugi::xml_node& element, std::string_view local);

} // namespace twin::citygml

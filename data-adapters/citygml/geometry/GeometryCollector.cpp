// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/geometry/GeometryCollector.h"
#include "citygml/objects/ObjectTypes.h"

namespace twin::citygml {
namespace {

bool isPolygon(std::string_view local)
{
    return local == "Polygon" || local == "PolygonPatch" || local == "Triangle" || local == "Rectangle";
}

bool isLine(std::string_view local)
{
    // A gml:Curve is one line of all its segments.
    return local == "LineString" || local == "Curve" || local == "LineStringSegment" || local == "Arc" ||
           local == "ArcString" || local == "GeodesicString";
}

/// Elements below geometries that hold none of the object's: metadata, and what a gml:Tin was triangulated from.
bool isForeign(const Name& name)
{
    return name.vocabulary == Vocabulary::Gml &&
           (name.local == "metaDataProperty" || name.local == "boundedBy" || name.local == "stopLines" ||
            name.local == "breakLines" || name.local == "maxLength");
}

/// @returns true when an element's attributes make it the place of a link; notes what they say of the geometry.
void readAttributes(const pugi::xml_node& element, Place& place, const char*& id, const char*& href, bool& reversed)
{
    for (pugi::xml_attribute a = element.first_attribute(); a; a = a.next_attribute()) {
        const std::string_view name = localName(a.name());
        if (name == "id")
            id = a.value();
        else if (name == "href")
            href = a.value();
        else if (name == "srsName" && *a.value() != '\0')
            place.srsName = a.value();
        else if (name == "srsDimension")
            place.dimension = std::uint8_t(a.as_uint() <= 9 ? a.as_uint() : 9);
        else if (name == "orientation")
            reversed = std::string_view(a.value()) == "-";
    }
}

} // namespace

const char* attributeValue(const pugi::xml_node& element, std::string_view local)
{
    for (pugi::xml_attribute a = element.first_attribute(); a; a = a.next_attribute())
        if (localName(a.name()) == local && std::string_view(a.name()).substr(0, 6) != "xmlns:")
            return a.value();
    return nullptr;
}

void GeometryCollector::clear()
{
    polygons.clear();
    curves.clear();
    shapes.clear();
    links.clear();
    ids.clear();
    m_solids.clear();
}

std::int32_t GeometryCollector::nextSolid(const Place& place)
{
    if (m_solids.size() <= place.level())
        m_solids.resize(place.level() + 1, 0);
    return m_solids[place.level()]++;
}

IdSite GeometryCollector::siteFromHere(std::string_view id) const
{
    IdSite site;
    site.id = id;
    site.firstPolygon = std::uint32_t(polygons.size());
    site.firstCurve = std::uint32_t(curves.size());
    site.firstLink = std::uint32_t(links.size());
    return site;
}

void GeometryCollector::endSite(IdSite& site) const
{
    site.endPolygon = std::uint32_t(polygons.size());
    site.endCurve = std::uint32_t(curves.size());
    site.endLink = std::uint32_t(links.size());
}

/// @returns false for geometry made of others.
bool GeometryCollector::collectLeaf(const pugi::xml_node& element, const Name& name, const Place& place)
{
    if (isPolygon(name.local)) {
        polygons.push_back({element, place});
        return true;
    }
    if (isLine(name.local)) {
        curves.push_back({element, place, false});
        return true;
    }
    if (name.local == "Point" || name.local == "controlPoint") {
        curves.push_back({element, place, true});
        return true;
    }
    return false;
}

void GeometryCollector::collect(const pugi::xml_node& element, const Place& outer)
{
    const Name name = m_names.of(element);
    if (name.vocabulary == Vocabulary::Core && name.local == "ImplicitGeometry") {
        shapes.push_back({element, outer});
        return;
    }
    if (isForeign(name))
        return;
    Place place = outer;
    const char* id = "";
    const char* href = nullptr;
    bool reversed = false;
    readAttributes(element, place, id, href, reversed);
    if (href != nullptr && *href != '\0') {
        links.push_back({element, href, place});
        return;
    }
    const std::size_t site = ids.size();
    if (*id != '\0')
        ids.push_back(siteFromHere(id));
    const bool leaf = (isTypeName(name.local) || name.local == "controlPoint") && collectLeaf(element, name, place);
    if (!leaf) {
        if (name.local == "Solid")
            place.solid = nextSolid(place);
        else if (name.local == "interior") // of a solid: what is left out of it
            place.solid = -1;
        else if (reversed && (name.local == "OrientableSurface" || name.local == "TexturedSurface"))
            place.flipped = !place.flipped;
        for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
            if (child.type() == pugi::node_element)
                collect(child, place);
    }
    if (*id != '\0')
        endSite(ids[site]);
}

} // namespace twin::citygml

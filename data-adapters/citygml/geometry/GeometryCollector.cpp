// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/geometry/GeometryCollector.h"
#include "citygml/objects/ObjectTypes.h"
#include "model/geometry/ShellNumber.h"

#include <limits>

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
    m_counts.clear();
}

GeometryCollector::Count& GeometryCollector::countOf(const Place& place)
{
    if (m_counts.size() <= place.level())
        m_counts.resize(place.level() + 1);
    return m_counts[place.level()];
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

/// Notes what an element says of the geometry below it.
void GeometryCollector::enter(std::string_view local, bool reversed, Place& place)
{
    if (local == "Solid") {
        place.solid = ShellNumber{countOf(place).solids++, 0, place.composite}.packed();
    } else if (local == "CompositeSolid") {
        std::uint8_t& composites = countOf(place).composites;
        place.composite = composites == std::numeric_limits<std::uint8_t>::max() ? composites : ++composites;
    } else if (reversed && (local == "OrientableSurface" || local == "TexturedSurface")) {
        place.flipped = !place.flipped;
    }
}

void GeometryCollector::collectChildren(const pugi::xml_node& element, std::string_view local, Place place)
{
    const std::int32_t exterior = place.solid;
    std::int32_t cavity = 0;
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element) {
            if (local == "Solid") // what an interior bounds is left out of the solid
                place.solid =
                    localName(child.name()) == "interior" ? ShellNumber::withCavity(exterior, ++cavity) : exterior;
            collect(child, place);
        }
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
        enter(name.local, reversed, place);
        collectChildren(element, name.local, place);
    }
    if (*id != '\0')
        endSite(ids[site]);
}

} // namespace twin::citygml

// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/GeometryCollector.h"

namespace twin::citygml {
namespace {

bool isPolygon(std::string_view local)
{
    return local == "Polygon" || local == "PolygonPatch" || local == "Triangle" || local == "Rectangle";
}

/// Elements below geometries that hold no surface.
bool isForeign(const Name& name)
{
    return name.vocabulary == Vocabulary::Gml && (name.local == "metaDataProperty" || name.local == "MultiCurve" ||
                                                  name.local == "MultiPoint" || name.local == "boundedBy");
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
    links.clear();
    ids.clear();
    implicitGeometries.clear();
}

void GeometryCollector::collect(const pugi::xml_node& element, const Place& outer)
{
    const Name name = m_names.of(element);
    if (name.vocabulary == Vocabulary::Core && name.local == "ImplicitGeometry") {
        implicitGeometries.push_back(element);
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
    const bool polygon = isPolygon(name.local);
    const std::size_t site = ids.size();
    if (*id != '\0')
        ids.push_back({id, polygons.size(), polygons.size() + 1});
    if (polygon) {
        polygons.push_back({element, place, false});
        return;
    }
    if (reversed && name.local == "OrientableSurface")
        place.flipped = !place.flipped;
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element)
            collect(child, place);
    if (*id != '\0')
        ids[site].endPolygon = polygons.size();
}

} // namespace twin::citygml

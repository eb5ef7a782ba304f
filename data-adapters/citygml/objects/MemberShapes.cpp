// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MemberReader that reads implicit geometries: shapes and their uses.
#include "citygml/objects/MemberReader.h"

#include <algorithm>

namespace twin::citygml {
namespace {

/// Row-major 4×4; CityGML 2.0 §8.2: the translation it holds comes before that of the reference point.
using Matrix = std::array<double, 16>;

std::optional<Matrix> matrixOf(const pugi::xml_node& element)
{
    Matrix matrix{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    if (!element)
        return matrix;
    std::vector<double> numbers;
    std::string scratch;
    if (appendNumbers(textOf(element, scratch), numbers) != NumbersResult::Good || numbers.size() != matrix.size())
        return std::nullopt;
    std::copy(numbers.begin(), numbers.end(), matrix.begin());
    return matrix;
}

pugi::xml_node childOf(const pugi::xml_node& element, std::string_view local)
{
    return element.find_child([&](const pugi::xml_node& child) { return localName(child.name()) == local; });
}

pugi::xml_node firstElement(const pugi::xml_node& element)
{
    return element.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
}

} // namespace

void MemberReader::readShapes()
{
    for (const ShapeSite& site : m_geometry.shapes)
        readShape(site);
}

void MemberReader::readShape(const ShapeSite& site)
{
    CityObject& object = objectOf(site.place);
    ShapeInstance instance;
    instance.lod = site.place.lod;
    std::string scratch;
    if (const pugi::xml_node library = childOf(site.node, "libraryObject")) {
        issue("geometry.library-object", toQString(textOf(library, scratch)).left(200), library, object.id);
        return;
    }
    if (!placeShape(site, instance))
        return;
    pugi::xml_node property = childOf(site.node, "relativeGMLGeometry");
    if (!property)
        property = childOf(site.node, "relativeGeometry"); // 3.0
    if (const char* href = attributeValue(property, "href"); href != nullptr && *href != '\0') {
        if (*href == '#')
            m_result->missingShapes.push_back({site.place.object, href + 1, instance, lineOf(property)});
        else
            issue("xlink.external", toQString(href).left(200), property, object.id);
        return;
    }
    instance.shape = readTemplate(firstElement(property), site.place);
    if (instance.shape)
        object.instances.push_back(std::move(instance));
    else
        issue("geometry.shape-empty", {}, site.node, object.id);
}

bool MemberReader::placeShape(const ShapeSite& site, ShapeInstance& instance)
{
    const QString& id = objectOf(site.place).id;
    const std::optional<Matrix> matrix = matrixOf(childOf(site.node, "transformationMatrix"));
    const pugi::xml_node point = firstElement(childOf(site.node, "referencePoint"));
    Place place = site.place;
    if (const char* srsName = attributeValue(point, "srsName"); srsName != nullptr && *srsName != '\0')
        place.srsName = srsName;
    std::vector<ProjectedPosition> points;
    if (point)
        points = m_polygons.readPoints({point, place, true}, m_lowestHeights[std::size_t(place.object)]);
    if (!matrix || points.size() != 1) {
        issue("geometry.shape-unplaced", {}, site.node, id);
        return false;
    }
    const Matrix& m = *matrix;
    points[0].eastingMetres += m[3];
    points[0].northingMetres += m[7];
    points[0].heightMetres += m[11];
    const geo::SourceCrs* const crs = crsOf(place, site.node);
    if (crs == nullptr)
        return false;
    const std::array<double, 4> axes = crs->axesAt(points[0]);
    if (!toRegion(place, site.node, points))
        return false;
    instance.position = points[0];
    for (std::size_t column = 0; column < 3; ++column) {
        instance.matrix[column] = axes[0] * m[column] + axes[1] * m[4 + column];
        instance.matrix[3 + column] = axes[2] * m[column] + axes[3] * m[4 + column];
        instance.matrix[6 + column] = m[8 + column];
    }
    return true;
}

/// @returns null when the geometry has no surface.
std::shared_ptr<const ShapeTemplate> MemberReader::readTemplate(const pugi::xml_node& geometry, const Place& place)
{
    auto shape = std::make_shared<ShapeTemplate>();
    m_shapeGeometry.clear();
    if (geometry)
        m_shapeGeometry.collect(geometry, place);
    for (const LinkSite& link : m_shapeGeometry.links)
        issue("xlink.unresolved", toQString(link.href).left(200), link.node, objectOf(place).id);
    for (const PolygonSite& site : m_shapeGeometry.polygons) {
        std::optional<Polygon> polygon = m_polygons.read(site, 0);
        reportFaults(site.node, objectOf(place).id);
        if (!polygon)
            continue;
        Surface surface;
        surface.lod = place.lod;
        surface.polygon = *std::move(polygon);
        surface.line = lineOf(site.node);
        if (const char* id = attributeValue(site.node, "id"))
            surface.id = toQString(id);
        m_looks.apply(site, m_polygons, surface);
        shape->surfaces.push_back(std::move(surface));
    }
    if (shape->surfaces.empty())
        return nullptr;
    const char* id = attributeValue(geometry, "id");
    shape->id = m_facts.path + QLatin1Char('#');
    if (id == nullptr || *id == '\0') {
        shape->id += QStringLiteral("%1.shape%2").arg(m_member->ordinal).arg(++m_generatedIds);
        return shape;
    }
    shape->id += toQString(id);
    m_result->shapes.push_back({id, shape});
    return shape;
}

} // namespace twin::citygml

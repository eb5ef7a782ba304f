// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/NatureWriter.h"

#include "demo/Solid.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace twin::demo {
namespace {

using Point = std::array<double, 3>;
using Polygon = std::vector<Point>;

constexpr int crownSides = 5;
constexpr double waterLift = 0.05; ///< metres above the bed that the ground model knows

QByteArray number(double value, int digits = 3)
{
    return QByteArray::number(value, 'f', digits);
}

QByteArray posList(const Polygon& polygon)
{
    QByteArray text;
    for (std::size_t i = 0; i <= polygon.size(); ++i)
        for (const double v : polygon[i % polygon.size()])
            text += number(v) + ' ';
    text.chop(1);
    return text;
}

QByteArray polygonText(const Polygon& polygon, const QByteArray& id)
{
    return "<gml:surfaceMember><gml:Polygon gml:id=\"" + id +
           "\"><gml:exterior><gml:LinearRing><gml:posList srsDimension=\"3\">" + posList(polygon) +
           "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>";
}

/// Height and radius, as parts of the whole.
struct Girth {
    double height = 0, radius = 0;
};

/// A crown: rings one above the other, pointed above; open below, where nobody looks.
void addCrown(std::vector<Polygon>& polygons, Vec2 centre, const std::vector<Girth>& girths, double top, int sides)
{
    const auto at = [&](const Girth& girth, int i) {
        const double angle = 2 * std::numbers::pi * (i + 0.3) / sides;
        return Point{centre.x + girth.radius * std::cos(angle), centre.y + girth.radius * std::sin(angle),
                     girth.height};
    };
    for (std::size_t ring = 0; ring + 1 < girths.size(); ++ring)
        for (int i = 0; i < sides; ++i)
            polygons.push_back(
                {at(girths[ring], i), at(girths[ring], i + 1), at(girths[ring + 1], i + 1), at(girths[ring + 1], i)});
    for (int i = 0; i < sides; ++i)
        polygons.push_back({at(girths.back(), i), at(girths.back(), i + 1), Point{centre.x, centre.y, top}});
}

/// Shapes are one metre high and wide.
std::vector<Polygon> crownsOf(PlantShape shape)
{
    std::vector<Polygon> polygons;
    switch (shape) {
    case PlantShape::Round:
        addCrown(polygons, {}, {{0.20, 0.30}, {0.46, 0.50}, {0.80, 0.36}}, 1.0, crownSides);
        break;
    case PlantShape::Slender:
        addCrown(polygons, {}, {{0.10, 0.34}, {0.38, 0.50}, {0.74, 0.30}}, 1.0, crownSides);
        break;
    case PlantShape::Reed:
        for (const auto& [place, top] :
             {std::pair{Vec2{-0.22, -0.10}, 0.86}, {Vec2{0.20, -0.14}, 1.0}, {Vec2{0.02, 0.22}, 0.93}})
            addCrown(polygons, place, {{0, 0.20}, {top * 0.6, 0.26}}, top, 4);
        break;
    case PlantShape::Group:
        for (const auto& [place, top] : {std::pair{Vec2{0.02, -0.03}, 1.0},
                                         {Vec2{0.28, 0.12}, 0.86},
                                         {Vec2{-0.06, 0.30}, 0.93},
                                         {Vec2{-0.30, 0.02}, 0.82},
                                         {Vec2{0.04, -0.32}, 0.90}})
            addCrown(polygons, place, {{0.08, 0.17}, {top * 0.62, 0.21}}, top, 5);
        break;
    }
    return polygons;
}

std::vector<Polygon> trunkOf(PlantShape shape)
{
    std::vector<Polygon> polygons;
    if (shape == PlantShape::Group || shape == PlantShape::Reed)
        return polygons;
    constexpr int sides = 3;
    constexpr double radius = 0.035;
    const auto at = [](int i, double z) {
        const double angle = 2 * std::numbers::pi * i / sides;
        return Point{radius * std::cos(angle), radius * std::sin(angle), z};
    };
    for (int i = 0; i < sides; ++i)
        polygons.push_back({at(i, -0.05), at(i + 1, -0.05), at(i + 1, 0.22), at(i, 0.22)});
    return polygons;
}

QByteArray shapeName(PlantShape shape)
{
    return shape == PlantShape::Round     ? "BAUMFORM_RUND"
           : shape == PlantShape::Slender ? "BAUMFORM_SCHLANK"
           : shape == PlantShape::Reed    ? "SCHILFFORM"
                                          : "BAUMFORM_GRUPPE";
}

QByteArray shapeText(PlantShape shape)
{
    const QByteArray name = shapeName(shape);
    QByteArray text = "<gml:MultiSurface gml:id=\"" + name + "\">";
    int count = 0;
    for (const Polygon& polygon : crownsOf(shape))
        text += polygonText(polygon, name + "_K" + QByteArray::number(++count));
    count = 0;
    for (const Polygon& polygon : trunkOf(shape))
        text += polygonText(polygon, name + "_S" + QByteArray::number(++count));
    return text + "</gml:MultiSurface>";
}

QByteArray stringAttribute(const char* name, const QByteArray& value)
{
    return QByteArray("<gen:stringAttribute name=\"") + name + "\"><gen:value>" + value +
           "</gen:value></gen:stringAttribute>";
}

/// The surfaces of a running water: two triangles between two points of its course, so that each is plane.
std::vector<Polygon> courseSurfaces(const Course& course, double half)
{
    const std::vector<Vec2>& points = course.points;
    const auto across = [&](std::size_t i) {
        const Vec2 before = unit(i > 0 ? points[i] - points[i - 1] : points[1] - points[0]);
        const Vec2 after = i + 1 < points.size() ? unit(points[i + 1] - points[i]) : before;
        const Vec2 middle = before + after;
        const Vec2 side = length(middle) < 0.2 ? left(before) : left(unit(middle));
        return side * (half / std::max(0.5, dot(side, left(before))));
    };
    const auto corner = [&](std::size_t i, double sign) {
        const Vec2 p = points[i] + across(i) * sign;
        return Point{p.x, p.y, course.elevations[i] + waterLift};
    };
    std::vector<Polygon> polygons;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        polygons.push_back({corner(i, -1), corner(i + 1, -1), corner(i + 1, 1)});
        polygons.push_back({corner(i, -1), corner(i + 1, 1), corner(i, 1)});
    }
    return polygons;
}

} // namespace

QByteArray natureHead(Vec2 low, Vec2 high)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:veg="http://www.opengis.net/citygml/vegetation/2.0" xmlns:wtr="http://www.opengis.net/citygml/waterbody/2.0" xmlns:app="http://www.opengis.net/citygml/appearance/2.0" xmlns:gen="http://www.opengis.net/citygml/generics/2.0" xmlns:gml="http://www.opengis.net/gml" xmlns:xlink="http://www.w3.org/1999/xlink">
<gml:name>Demo-Daten (erzeugt)</gml:name>
<gml:boundedBy><gml:Envelope srsName="urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016" srsDimension="3"><gml:lowerCorner>)" +
           number(low.x) + ' ' + number(low.y) + " 0.000</gml:lowerCorner><gml:upperCorner>" + number(high.x) + ' ' +
           number(high.y) + " 400.000</gml:upperCorner></gml:Envelope></gml:boundedBy>\n";
}

QByteArray natureFoot()
{
    return "</core:CityModel>\n";
}

QByteArray plantText(const Plant& plant, bool defines)
{
    const QByteArray id = "DEMOBAUM_" + QByteArray::number(std::llround(plant.place.x * 100)) + '_' +
                          QByteArray::number(std::llround(plant.place.y * 100));
    const double turn = plant.turnDegrees * std::numbers::pi / 180;
    const double c = std::cos(turn) * plant.width;
    const double s = std::sin(turn) * plant.width;
    const QByteArray shape = shapeName(plant.shape);
    QByteArray text = "<core:cityObjectMember><veg:SolitaryVegetationObject gml:id=\"" + id + "\">" +
                      stringAttribute("Datenart", "Demo-Daten (erzeugt)");
    if (plant.shape == PlantShape::Group)
        text += stringAttribute("Art", "Baumgruppe im Wald");
    if (plant.shape == PlantShape::Reed)
        text += stringAttribute("Art", "Schilf");
    text += "<veg:height uom=\"m\">" + number(plant.height, 1) + "</veg:height><veg:crownDiameter uom=\"m\">" +
            number(plant.width, 1) +
            "</veg:crownDiameter><veg:lod2ImplicitRepresentation><core:ImplicitGeometry><core:transformationMatrix>" +
            number(c) + ' ' + number(-s) + " 0 0 " + number(s) + ' ' + number(c) + " 0 0 0 0 " + number(plant.height) +
            " 0 0 0 0 1</core:transformationMatrix>";
    text += defines ? "<core:relativeGMLGeometry>" + shapeText(plant.shape) + "</core:relativeGMLGeometry>"
                    : "<core:relativeGMLGeometry xlink:href=\"#" + shape + "\"/>";
    return text + "<core:referencePoint><gml:Point><gml:pos srsDimension=\"3\">" + number(plant.place.x) + ' ' +
           number(plant.place.y) + ' ' + number(plant.ground) +
           "</gml:pos></gml:Point></core:referencePoint></core:ImplicitGeometry></veg:lod2ImplicitRepresentation></"
           "veg:SolitaryVegetationObject></core:cityObjectMember>\n";
}

QByteArray plantColours()
{
    QByteArray text = "<app:appearanceMember><app:Appearance><app:theme>rgbTexture</app:theme><app:surfaceDataMember>"
                      "<app:X3DMaterial><app:diffuseColor>0.42 0.36 0.30</app:diffuseColor>";
    for (const PlantShape shape : {PlantShape::Round, PlantShape::Slender})
        for (std::size_t i = 1; i <= trunkOf(shape).size(); ++i)
            text += "<app:target>#" + shapeName(shape) + "_S" + QByteArray::number(i) + "</app:target>";
    return text + "</app:X3DMaterial></app:surfaceDataMember></app:Appearance></app:appearanceMember>\n";
}

QByteArray waterText(const Course& course)
{
    const double half = waterHalfWidth(course);
    std::vector<Polygon> polygons;
    if (course.kind == "lake") {
        Polygon shore;
        double area = 0;
        for (std::size_t i = 0; i < course.points.size(); ++i) {
            const Vec2 p = course.points[i];
            area += cross(p, course.points[(i + 1) % course.points.size()]);
            shore.push_back({p.x, p.y, course.elevations.front() + waterLift});
        }
        if (area < 0)
            std::reverse(shore.begin(), shore.end());
        polygons.push_back(shore);
    } else if (half > 0) {
        polygons = courseSurfaces(course, half);
    }
    if (polygons.empty())
        return {};
    QByteArray id = "DEMOWASSER_" + course.kind + '_' + QByteArray::number(qChecksum(course.name));
    QByteArray text = "<core:cityObjectMember><wtr:WaterBody gml:id=\"" + id + "\"><gml:name>" + course.name +
                      "</gml:name>" + stringAttribute("Datenart", "Demo-Daten (erzeugt)") +
                      "<wtr:lod1MultiSurface><gml:MultiSurface>";
    int count = 0;
    for (const Polygon& polygon : polygons)
        text += polygonText(polygon, id + "_F" + QByteArray::number(++count));
    return text + "</gml:MultiSurface></wtr:lod1MultiSurface></wtr:WaterBody></core:cityObjectMember>\n";
}

} // namespace twin::demo

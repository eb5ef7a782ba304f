// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/geometry/PolygonReader.h"
#include "citygml/xml/Texts.h"

#include <algorithm>

namespace twin::citygml {
namespace {

/// gml:coordinates separates with cs="," ts=" " decimal="." unless it says otherwise.
NumberFormat coordinatesFormat(const pugi::xml_node& element)
{
    NumberFormat format{'.', ',', ' '};
    const auto character = [&](const char* attribute, char otherwise) {
        const std::string_view value(element.attribute(attribute).value());
        return value.size() == 1 ? value[0] : otherwise;
    };
    format.decimal = character("decimal", format.decimal);
    format.coordinateSeparator = character("cs", format.coordinateSeparator);
    format.tupleSeparator = character("ts", format.tupleSeparator);
    return format;
}

} // namespace

void PolygonReader::fault(const char* reason, const QString& detail)
{
    m_faults.push_back({reason, detail});
}

std::optional<Polygon> PolygonReader::read(const PolygonSite& site, double height)
{
    m_faults.clear();
    m_rings.clear();
    m_srsName = "";
    Polygon polygon;
    bool hasExterior = false;
    for (pugi::xml_node boundary = site.node.first_child(); boundary; boundary = boundary.next_sibling()) {
        const std::string_view local = localName(boundary.name());
        const bool exterior = local == "exterior" || local == "outerBoundaryIs";
        if (exterior ? hasExterior : local != "interior" && local != "innerBoundaryIs")
            continue;
        if (!exterior && !hasExterior)
            break;
        if (!readRing(boundary, site.place.dimension, height, site.place.flipped, polygon) && exterior)
            return std::nullopt;
        hasExterior = true;
    }
    if (!hasExterior) {
        fault("polygon.empty");
        return std::nullopt;
    }
    return polygon;
}

bool PolygonReader::appendText(const pugi::xml_node& element, NumberFormat format)
{
    if (appendNumbers(textOf(element, m_scratch), m_numbers, format) == NumbersResult::Good)
        return true;
    fault("number.invalid", toQString(localName(element.name())));
    return false;
}

bool PolygonReader::collectNumbers(const pugi::xml_node& element, std::uint8_t& dimension)
{
    for (pugi::xml_attribute a = element.first_attribute(); a; a = a.next_attribute()) {
        const std::string_view name(a.name());
        if (name == "srsDimension" || name == "dimension")
            dimension = std::uint8_t(std::min(a.as_uint(), 9u));
        else if (name == "srsName" && *a.value() != '\0')
            m_srsName = a.value();
    }
    const std::string_view local = localName(element.name());
    if (local == "posList" || local == "pos")
        return appendText(element, {});
    if (local == "coordinates")
        return appendText(element, coordinatesFormat(element));
    if (local == "X" || local == "Y" || local == "Z") // gml:coord
        return appendText(element, {});
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element && !collectNumbers(child, dimension))
            return false;
    return true;
}

int PolygonReader::pointDimension(std::uint8_t stated)
{
    const int dimension = stated == 0 && m_numbers.size() % 3 != 0 && m_numbers.size() % 2 == 0 ? 2
                          : stated == 0                                                         ? 3
                                                                                                : stated;
    if (dimension == 2)
        fault("geometry.two-dimensional");
    if ((dimension == 2 || dimension == 3) && m_numbers.size() % std::size_t(dimension) == 0)
        return dimension;
    fault("ring.odd-coordinates",
          QStringLiteral("%1 numbers for points of %2 coordinates").arg(m_numbers.size()).arg(dimension));
    return 0;
}

bool PolygonReader::readRing(const pugi::xml_node& boundary, std::uint8_t dimension, double height, bool flipped,
                             Polygon& polygon)
{
    m_numbers.clear();
    if (!collectNumbers(boundary, dimension))
        return false;
    const auto step = std::size_t(pointDimension(dimension));
    if (step == 0)
        return false;
    const std::size_t first = polygon.points.size();
    polygon.points.reserve(first + m_numbers.size() / step);
    for (std::size_t i = 0; i < m_numbers.size(); i += step)
        polygon.points.push_back({m_numbers[i], m_numbers[i + 1], step == 3 ? m_numbers[i + 2] : height});

    std::size_t count = polygon.points.size() - first;
    if (count > 1 && polygon.points.back() == polygon.points[first]) {
        polygon.points.pop_back();
        --count;
    } else if (count >= 3) {
        fault("ring.not-closed");
    }
    if (count < 3) {
        fault("ring.too-few-points", QStringLiteral("%1 points").arg(count));
        polygon.points.resize(first);
        return false;
    }
    if (flipped)
        std::reverse(polygon.points.begin() + std::ptrdiff_t(first), polygon.points.end());
    polygon.ringStarts.push_back(std::uint32_t(first));
    m_rings.push_back({boundary, m_numbers.size() / step});
    return true;
}

std::vector<ProjectedPosition> PolygonReader::readPoints(const CurveSite& site, double height)
{
    m_faults.clear();
    m_srsName = "";
    m_numbers.clear();
    std::vector<ProjectedPosition> points;
    std::uint8_t dimension = site.place.dimension;
    if (!collectNumbers(site.node, dimension))
        return points;
    const auto step = std::size_t(pointDimension(dimension));
    if (step == 0)
        return points;
    points.reserve(m_numbers.size() / step);
    for (std::size_t i = 0; i < m_numbers.size(); i += step) {
        const ProjectedPosition p{m_numbers[i], m_numbers[i + 1], step == 3 ? m_numbers[i + 2] : height};
        if (site.points || points.empty() || !(points.back() == p)) // segments of a curve share their ends
            points.push_back(p);
    }
    if (!site.points && points.size() < 2) {
        fault("line.too-few-points", QStringLiteral("%1 points").arg(points.size()));
        points.clear();
    }
    return points;
}

} // namespace twin::citygml

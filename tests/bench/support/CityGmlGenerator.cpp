// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityGmlGenerator.h"

#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <string>
#include <vector>

#include <QFile>

namespace twin::bench {
namespace {

struct Point {
    double east, north, height;
};
using Ring = std::vector<Point>;

constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<core:CityModel xmlns="http://www.opengis.net/citygml/1.0" xmlns:core="http://www.opengis.net/citygml/1.0" xmlns:gen="http://www.opengis.net/citygml/generics/1.0" xmlns:bldg="http://www.opengis.net/citygml/building/1.0" xmlns:gml="http://www.opengis.net/gml" xmlns:xAL="urn:oasis:names:tc:ciq:xsdschema:xAL:2.0" xmlns:xlink="http://www.w3.org/1999/xlink">
  <gml:name>generated</gml:name>
  <gml:boundedBy>
    <gml:Envelope srsName="urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016">
      <gml:lowerCorner srsDimension="3">380000.0 5698000.0 60.0</gml:lowerCorner>
      <gml:upperCorner srsDimension="3">420000.0 5718000.0 200.0</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
)";

/// Counts up like the numbers of a linear congruential generator: the same on every machine.
class Numbers {
public:
    double between(double low, double high)
    {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        return low + (high - low) * double(m_state >> 40) / double(1u << 24);
    }

private:
    std::uint64_t m_state = 42;
};

class HouseWriter {
public:
    explicit HouseWriter(std::string& xml) : m_xml(xml) {}

    void write(std::int64_t number, Numbers& numbers);

private:
    struct Face {
        const char* type;
        Ring ring;
    };
    [[nodiscard]] std::vector<Face> faces(std::int64_t number, Numbers& numbers) const;
    void attributes(std::int64_t number, double height);
    void solid(std::size_t faces);
    void boundary(const Face& face, std::size_t index);
    void terrainIntersection(const Ring& ground);
    void address(std::int64_t number);
    void positions(const Ring& ring);
    void text(const char* format, ...) __attribute__((format(printf, 2, 3)));

    std::string& m_xml;
    std::string m_id;
};

void HouseWriter::text(const char* format, ...)
{
    std::array<char, 1024> buffer;
    va_list arguments;
    va_start(arguments, format);
    const int size = std::vsnprintf(buffer.data(), buffer.size(), format, arguments);
    va_end(arguments);
    m_xml.append(buffer.data(), std::size_t(size));
}

/// A gabled house with some bays, so that rings have the 5 to 12 points that cadastral outlines have.
std::vector<HouseWriter::Face> HouseWriter::faces(std::int64_t number, Numbers& numbers) const
{
    const double east = 380000 + double(number % 2000) * 20;
    const double north = 5698000 + double(number / 2000 % 1000) * 20;
    const double width = numbers.between(6, 12), depth = numbers.between(8, 16);
    const double low = numbers.between(60, 120), eaves = low + numbers.between(3, 9),
                 ridge = eaves + numbers.between(2, 4);
    const double turn = numbers.between(0, 1.5);
    const auto at = [&](double x, double y, double h) {
        return Point{east + x * std::cos(turn) - y * std::sin(turn), north + x * std::sin(turn) + y * std::cos(turn),
                     h};
    };
    const double bay = depth / 3;
    const std::array<std::array<double, 2>, 8> outline{{{0, 0},
                                                        {width, 0},
                                                        {width, bay},
                                                        {width + 1, bay},
                                                        {width + 1, 2 * bay},
                                                        {width, 2 * bay},
                                                        {width, depth},
                                                        {0, depth}}};
    std::vector<Face> faces;
    Ring ground;
    for (std::size_t i = outline.size(); i-- > 0;)
        ground.push_back(at(outline[i][0], outline[i][1], low));
    faces.push_back({"GroundSurface", ground});
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const auto& a = outline[i];
        const auto& b = outline[(i + 1) % outline.size()];
        Ring wall{at(a[0], a[1], eaves), at(a[0], a[1], low), at(b[0], b[1], low), at(b[0], b[1], eaves)};
        if (a[1] == b[1] && std::abs(a[0] - b[0]) > 2)
            wall.push_back(at(width / 2, a[1], ridge));
        faces.push_back({"WallSurface", wall});
    }
    faces.push_back(
        {"RoofSurface", {at(0, 0, eaves), at(width / 2, 0, ridge), at(width / 2, depth, ridge), at(0, depth, eaves)}});
    faces.push_back({"RoofSurface",
                     {at(width / 2, 0, ridge), at(width, 0, eaves), at(width, bay, eaves), at(width, 2 * bay, eaves),
                      at(width, depth, eaves), at(width / 2, depth, ridge)}});
    faces.push_back(
        {"RoofSurface",
         {at(width, bay, eaves), at(width + 1, bay, eaves), at(width + 1, 2 * bay, eaves), at(width, 2 * bay, eaves)}});
    return faces;
}

void HouseWriter::positions(const Ring& ring)
{
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const Point& p = ring[i % ring.size()];
        text(i == 0 ? "%.3f %.3f %.3f" : " %.3f %.3f %.3f", p.east, p.north, p.height);
    }
}

void HouseWriter::attributes(std::int64_t number, double height)
{
    text("      <core:creationDate>2020-12-18</core:creationDate>\n"
         "      <core:externalReference>\n"
         "        "
         "<core:informationSystem>http://repository.gdi-de.org/schemas/adv/citygml/fdv/art.htm#_9100</"
         "core:informationSystem>\n"
         "        <core:externalObject>\n          <core:name>%s</core:name>\n        </core:externalObject>\n"
         "      </core:externalReference>\n",
         m_id.c_str());
    constexpr std::array<std::array<const char*, 2>, 6> generic{{{"DatenquelleDachhoehe", "1000"},
                                                                 {"Geometrietyp2DReferenz", "3000"},
                                                                 {"Gemeindeschluessel", "05913000"},
                                                                 {"DatenquelleBodenhoehe", "1100"},
                                                                 {"DatenquelleLage", "1000"},
                                                                 {"Grundrissaktualitaet", "2020-07-01"}}};
    for (const auto& [name, value] : generic)
        text("      <gen:stringAttribute name=\"%s\">\n        <gen:value>%s</gen:value>\n      "
             "</gen:stringAttribute>\n",
             name, value);
    text("      <bldg:function>31001_%d</bldg:function>\n      <bldg:roofType>3100</bldg:roofType>\n"
         "      <bldg:measuredHeight uom=\"urn:adv:uom:m\">%.3f</bldg:measuredHeight>\n",
         number % 3 == 0 ? 1010 : 2463, height);
}

void HouseWriter::solid(std::size_t faces)
{
    text("      <bldg:lod2Solid>\n        <gml:Solid>\n          <gml:exterior>\n            <gml:CompositeSurface>\n");
    for (std::size_t i = 0; i < faces; ++i)
        text("              <gml:surfaceMember xlink:href=\"#GUID_%s_%zu\"/>\n", m_id.c_str(), i);
    text("            </gml:CompositeSurface>\n          </gml:exterior>\n        </gml:Solid>\n      "
         "</bldg:lod2Solid>\n");
}

void HouseWriter::terrainIntersection(const Ring& ground)
{
    text("      <bldg:lod2TerrainIntersection>\n        <gml:MultiCurve>\n");
    for (std::size_t i = 0; i < ground.size(); ++i) {
        const Point& a = ground[i];
        const Point& b = ground[(i + 1) % ground.size()];
        text("          <gml:curveMember>\n            <gml:LineString>\n              <gml:posList "
             "srsDimension=\"3\">");
        for (int step = 0; step <= 5; ++step)
            text(step == 0 ? "%.3f %.3f %.3f" : " %.3f %.3f %.3f", a.east + (b.east - a.east) * step / 5,
                 a.north + (b.north - a.north) * step / 5, a.height);
        text("</gml:posList>\n            </gml:LineString>\n          </gml:curveMember>\n");
    }
    text("        </gml:MultiCurve>\n      </bldg:lod2TerrainIntersection>\n");
}

void HouseWriter::boundary(const Face& face, std::size_t index)
{
    text("      <bldg:boundedBy>\n        <bldg:%s gml:id=\"UUID_%s_%zu\">\n"
         "          <core:creationDate>2020-12-18</core:creationDate>\n          <bldg:lod2MultiSurface>\n"
         "            <gml:MultiSurface gml:id=\"UUID_m_%s_%zu\">\n              <gml:surfaceMember>\n"
         "                <gml:Polygon gml:id=\"GUID_%s_%zu\">\n                  <gml:exterior>\n"
         "                    <gml:LinearRing gml:id=\"GUID_%s_%zu_0_\">\n                      <gml:posList "
         "srsDimension=\"3\">",
         face.type, m_id.c_str(), index, m_id.c_str(), index, m_id.c_str(), index, m_id.c_str(), index);
    positions(face.ring);
    text("</gml:posList>\n                    </gml:LinearRing>\n                  </gml:exterior>\n"
         "                </gml:Polygon>\n              </gml:surfaceMember>\n            </gml:MultiSurface>\n"
         "          </bldg:lod2MultiSurface>\n        </bldg:%s>\n      </bldg:boundedBy>\n",
         face.type);
}

void HouseWriter::address(std::int64_t number)
{
    text("      <bldg:address>\n        <core:Address gml:id=\"UUID_a_%s\">\n          <core:xalAddress>\n"
         "            <xAL:AddressDetails>\n              <xAL:Country>\n"
         "                <xAL:CountryName>Germany</xAL:CountryName>\n                <xAL:Locality Type=\"Town\">\n"
         "                  <xAL:LocalityName>Dortmund</xAL:LocalityName>\n"
         "                  <xAL:Thoroughfare Type=\"Street\">\n"
         "                    <xAL:ThoroughfareNumber>%d</xAL:ThoroughfareNumber>\n"
         "                    <xAL:ThoroughfareName>Straße %d</xAL:ThoroughfareName>\n"
         "                  </xAL:Thoroughfare>\n                </xAL:Locality>\n              </xAL:Country>\n"
         "            </xAL:AddressDetails>\n          </core:xalAddress>\n        </core:Address>\n      "
         "</bldg:address>\n",
         m_id.c_str(), int(number % 200) + 1, int(number / 200));
}

void HouseWriter::write(std::int64_t number, Numbers& numbers)
{
    std::array<char, 32> id;
    std::snprintf(id.data(), id.size(), "DENW00G%09lld", static_cast<long long>(number));
    m_id = id.data();
    const std::vector<Face> all = faces(number, numbers);
    text("  <core:cityObjectMember>\n    <bldg:Building gml:id=\"%s\">\n", m_id.c_str());
    attributes(number, all.back().ring[0].height - all.front().ring[0].height);
    solid(all.size());
    terrainIntersection(all.front().ring);
    for (std::size_t i = 0; i < all.size(); ++i)
        boundary(all[i], i);
    if (number % 2 == 0)
        address(number);
    text("    </bldg:Building>\n  </core:cityObjectMember>\n");
}

} // namespace

std::int64_t writeLargeCityGml(const QString& path, int megabytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return 0;
    std::string xml = head;
    HouseWriter writer(xml);
    Numbers numbers;
    std::int64_t houses = 0;
    qint64 written = 0;
    while (written + qint64(xml.size()) < qint64(megabytes) * 1'000'000) {
        writer.write(houses++, numbers);
        if (xml.size() > (1 << 20)) {
            written += qint64(xml.size());
            if (file.write(xml.data(), qint64(xml.size())) != qint64(xml.size()))
                return 0;
            xml.clear();
        }
    }
    xml += "</core:CityModel>\n";
    return file.write(xml.data(), qint64(xml.size())) == qint64(xml.size()) ? houses : 0;
}

} // namespace twin::bench

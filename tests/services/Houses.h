// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include <QByteArray>

/// City models of box-shaped houses as tests of the import need them.
namespace twin::test {

using Ring = std::vector<std::array<double, 3>>;

inline QByteArray posList(const Ring& ring, double east, double north, double height)
{
    QByteArray text = "<gml:LinearRing><gml:posList srsDimension=\"3\">";
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const auto& p = ring[i % ring.size()];
        for (const double value : {east + p[0], north + p[1], height + p[2]})
            text += QByteArray::number(value, 'f', 3) + ' ';
    }
    return text + "</gml:posList></gml:LinearRing>";
}

/// The sides of a box: floor, lid, then walls.
inline std::vector<Ring> box(double height)
{
    const double z = height;
    return {{{0, 0, 0}, {0, 10, 0}, {10, 10, 0}, {10, 0, 0}},   {{0, 0, z}, {10, 0, z}, {10, 10, z}, {0, 10, z}},
            {{0, 0, 0}, {10, 0, 0}, {10, 0, z}, {0, 0, z}},     {{10, 0, 0}, {10, 10, 0}, {10, 10, z}, {10, 0, z}},
            {{10, 10, 0}, {0, 10, 0}, {0, 10, z}, {10, 10, z}}, {{0, 10, 0}, {0, 0, 0}, {0, 0, z}, {0, 10, z}}};
}

struct House {
    QByteArray id;
    std::vector<Ring> faces = box(8);
    double east = 0;
    double foot = 80;
    double measured = 8;
    QByteArray function = "31001_1010";
    double north = 0;
};

/// One building a line, with a solid.
inline QByteArray gmlOf(const House& house)
{
    QByteArray xml = "<core:cityObjectMember><bldg:Building gml:id=\"" + house.id + "\"><bldg:function>" +
                     house.function + "</bldg:function><bldg:measuredHeight uom=\"m\">" +
                     QByteArray::number(house.measured) +
                     "</bldg:measuredHeight><bldg:lod2Solid><gml:Solid><gml:exterior><gml:CompositeSurface>";
    for (const Ring& face : house.faces)
        xml += "<gml:surfaceMember><gml:Polygon><gml:exterior>" +
               posList(face, 393000 + house.east, 5707000 + house.north, house.foot) +
               "</gml:exterior></gml:Polygon></gml:surfaceMember>";
    return xml + "</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod2Solid></bldg:Building>"
                 "</core:cityObjectMember>\n";
}

inline QByteArray model(const std::vector<House>& houses)
{
    QByteArray xml =
        "<?xml version=\"1.0\"?>\n"
        "<core:CityModel xmlns:core=\"http://www.opengis.net/citygml/2.0\" "
        "xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\" xmlns:gml=\"http://www.opengis.net/gml\">\n"
        "<gml:boundedBy><gml:Envelope srsName=\"urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016\"/>"
        "</gml:boundedBy>\n";
    for (const House& house : houses)
        xml += gmlOf(house);
    return xml + "</core:CityModel>\n";
}

} // namespace twin::test

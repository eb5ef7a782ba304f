// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/GmlWriter.h"

#include <utility>

namespace twin::demo {
namespace {

constexpr const char* header =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<core:CityModel xmlns="http://www.opengis.net/citygml/1.0" xmlns:core="http://www.opengis.net/citygml/1.0" xmlns:gen="http://www.opengis.net/citygml/generics/1.0" xmlns:bldg="http://www.opengis.net/citygml/building/1.0" xmlns:app="http://www.opengis.net/citygml/appearance/1.0" xmlns:gml="http://www.opengis.net/gml" xmlns:xAL="urn:oasis:names:tc:ciq:xsdschema:xAL:2.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/citygml/1.0 http://repository.gdi-de.org/schemas/adv/citygml/1.0/cityGMLBaseLoD2.xsd http://www.opengis.net/citygml/building/1.0 http://repository.gdi-de.org/schemas/adv/citygml/building/1.0/buildingLoD2.xsd http://www.opengis.net/citygml/generics/1.0 http://repository.gdi-de.org/schemas/adv/citygml/generics/1.0/genericsLoD2.xsd">
)";

const char* elementOf(SurfaceType type)
{
    return type == SurfaceType::Roof     ? "bldg:RoofSurface"
           : type == SurfaceType::Ground ? "bldg:GroundSurface"
                                         : "bldg:WallSurface";
}

QByteArray twoDigits(int value)
{
    return QByteArray::number(value).rightJustified(2, '0');
}

QByteArray escaped(const QByteArray& text)
{
    QByteArray safe = text;
    safe.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    return safe;
}

} // namespace

GmlWriter::GmlWriter(const QByteArray& name, const std::array<double, 3>& lower, const std::array<double, 3>& upper)
{
    m_out.reserve(2 << 20);
    m_out += header;
    // The name says it in every place that shows where data come from.
    m_out += "  <gml:description>" + name + "</gml:description>\n  <gml:name>Demo-Daten (erzeugt)</gml:name>\n";
    m_out += "  <gml:boundedBy>\n    <gml:Envelope srsName=\"urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016\">\n";
    const auto corner = [this](const char* element, const std::array<double, 3>& p) {
        m_out += QByteArray("      <gml:") + element + " srsDimension=\"3\">" + QByteArray::number(p[0], 'f', 3) + ' ' +
                 QByteArray::number(p[1], 'f', 3) + ' ' + QByteArray::number(p[2], 'f', 3) + "</gml:" + element + ">\n";
    };
    corner("lowerCorner", lower);
    corner("upperCorner", upper);
    m_out += "    </gml:Envelope>\n  </gml:boundedBy>\n";
}

QByteArray GmlWriter::take()
{
    QByteArray out = std::exchange(m_out, QByteArray());
    m_out.reserve(2 << 20);
    return out;
}

void GmlWriter::finish()
{
    if (!m_targets.empty()) {
        m_out += "  <app:appearanceMember><app:Appearance><app:theme>rgbTexture</app:theme>\n";
        for (const auto& [colour, targets] : m_targets) {
            m_out += "    <app:surfaceDataMember><app:X3DMaterial><app:diffuseColor>";
            for (const int shift : {16, 8, 0})
                m_out += QByteArray::number(double(colour >> shift & 0xFF) / 255, 'f', 3) + (shift > 0 ? " " : "");
            m_out += "</app:diffuseColor>" + targets + "</app:X3DMaterial></app:surfaceDataMember>\n";
        }
        m_out += "  </app:Appearance></app:appearanceMember>\n";
    }
    m_out += "</core:CityModel>\n";
}

void GmlWriter::addMetres(std::int64_t millimetres)
{
    char digits[24];
    char* p = digits + sizeof digits;
    const bool negative = millimetres < 0;
    auto value = std::uint64_t(negative ? -millimetres : millimetres);
    for (int i = 0; i < 3; ++i, value /= 10)
        *--p = char('0' + value % 10);
    *--p = '.';
    do {
        *--p = char('0' + value % 10);
        value /= 10;
    } while (value != 0);
    if (negative)
        *--p = '-';
    m_out.append(p, digits + sizeof digits - p);
}

void GmlWriter::addStringAttribute(const char* name, const QByteArray& value)
{
    m_out += "      <gen:stringAttribute name=\"";
    m_out += name;
    m_out += "\">\n        <gen:value>" + value + "</gen:value>\n      </gen:stringAttribute>\n";
}

void GmlWriter::addDate(const DemoBuilding& building)
{
    m_out += "<core:creationDate>" + QByteArray::number(building.year) + '-' + twoDigits((building.day - 1) / 28 + 1) +
             '-' + twoDigits((building.day - 1) % 28 + 1) + "</core:creationDate>\n";
}

void GmlWriter::addHead(const DemoBuilding& building)
{
    m_out += "  <core:cityObjectMember>\n    <bldg:Building gml:id=\"" + building.id + "\">\n";
    if (!building.name.isEmpty())
        m_out += "      <gml:name>" + escaped(building.name) + "</gml:name>\n";
    m_out += "      ";
    addDate(building);
    m_out += "      <core:externalReference>\n        "
             "<core:informationSystem>http://repository.gdi-de.org/schemas/adv/citygml/fdv/art.htm#_9100</"
             "core:informationSystem>\n"
             "        <core:externalObject>\n          <core:name>" +
             building.id + "</core:name>\n        </core:externalObject>\n      </core:externalReference>\n";
    addStringAttribute("Datenart", "Demo-Daten (erzeugt)");
    addStringAttribute("DatenquelleDachhoehe", "5000");
    addStringAttribute("DatenquelleBodenhoehe", "1400");
    addStringAttribute("DatenquelleLage", "1000");
    addStringAttribute("Geometrietyp2DReferenz", "3000");
    addStringAttribute("Gemeindeschluessel", "05913000");
    addStringAttribute("Grundrissaktualitaet", QByteArray::number(building.year) + "-01-15");
    if (!building.confidence.isEmpty())
        addStringAttribute("Genauigkeit", escaped(building.confidence));
    if (!building.source.isEmpty())
        addStringAttribute("Quelle", escaped(building.source));
    m_out += "      <bldg:function>" + building.function + "</bldg:function>\n";
    if (building.built > 0)
        m_out += "      <bldg:yearOfConstruction>" + QByteArray::number(building.built).rightJustified(4, '0') +
                 "</bldg:yearOfConstruction>\n";
}

void GmlWriter::addRing(const std::vector<Corner>& ring)
{
    m_out += "<gml:LinearRing>\n                      <gml:posList srsDimension=\"3\">";
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const Corner& corner = ring[i % ring.size()];
        addMetres(corner.x);
        m_out += ' ';
        addMetres(corner.y);
        m_out += ' ';
        addMetres(corner.z);
        m_out += i < ring.size() ? " " : "</gml:posList>\n                    </gml:LinearRing>\n";
    }
}

void GmlWriter::addSurface(const DemoBuilding& building, const Face& face, const QByteArray& polygonId)
{
    const char* element = elementOf(face.type);
    m_out += "      <bldg:boundedBy>\n        <";
    m_out += element;
    m_out += " gml:id=\"UUID_" + polygonId + "\">\n          ";
    addDate(building);
    m_out += "          <bldg:lod2MultiSurface>\n            <gml:MultiSurface gml:id=\"MS_" + polygonId +
             "\">\n              <gml:surfaceMember>\n"
             "                <gml:Polygon gml:id=\"GUID_" +
             polygonId + "\">\n";
    for (std::size_t i = 0; i < face.rings.size(); ++i) {
        const char* role = i == 0 ? "gml:exterior" : "gml:interior";
        m_out += QByteArray("                  <") + role + ">\n                    ";
        addRing(face.rings[i]);
        m_out += QByteArray("                  </") + role + ">\n";
    }
    m_out += "                </gml:Polygon>\n              </gml:surfaceMember>\n            </gml:MultiSurface>\n    "
             "      </bldg:lod2MultiSurface>\n        </";
    m_out += element;
    m_out += ">\n      </bldg:boundedBy>\n";
}

void GmlWriter::addGeometry(const DemoBuilding& building, std::size_t partIndex, const QByteArray& ownerId)
{
    const Part& part = building.parts[partIndex];
    m_out += "      <bldg:roofType>" + QByteArray::number(int(part.roof)) +
             "</bldg:roofType>\n      <bldg:measuredHeight uom=\"urn:adv:uom:m\">";
    addMetres(std::llround((part.solid.top() - part.solid.bottom()) * 1000));
    m_out += "</bldg:measuredHeight>\n";
    if (building.storeys > 0 && building.parts.size() == 1)
        m_out +=
            "      <bldg:storeysAboveGround>" + QByteArray::number(building.storeys) + "</bldg:storeysAboveGround>\n";
    m_out +=
        "      <bldg:lod2Solid>\n        <gml:Solid>\n          <gml:exterior>\n            <gml:CompositeSurface>\n";
    for (std::size_t i = 0; i < part.solid.faces.size(); ++i)
        m_out +=
            "              <gml:surfaceMember xlink:href=\"#GUID_" + ownerId + '_' + QByteArray::number(i) + "\"/>\n";
    m_out += "            </gml:CompositeSurface>\n          </gml:exterior>\n        </gml:Solid>\n      "
             "</bldg:lod2Solid>\n";
    for (std::size_t i = 0; i < part.solid.faces.size(); ++i) {
        const Face& face = part.solid.faces[i];
        const QByteArray polygonId = ownerId + '_' + QByteArray::number(i);
        addSurface(building, face, polygonId);
        if (const std::uint32_t colour = face.type == SurfaceType::Roof ? part.topColour : part.wallColour; colour != 0)
            m_targets[colour] += "<app:target>#GUID_" + polygonId + "</app:target>";
    }
}

void GmlWriter::addAddress(const DemoBuilding& building)
{
    if (building.street.isEmpty())
        return;
    m_out +=
        "      <bldg:address>\n        <core:Address gml:id=\"ADR_" + building.id +
        "\">\n          <core:xalAddress>\n            <xAL:AddressDetails>\n              <xAL:Country>\n"
        "                <xAL:CountryName>Germany</xAL:CountryName>\n                <xAL:Locality Type=\"Town\">\n"
        "                  <xAL:LocalityName>Dortmund</xAL:LocalityName>\n                  <xAL:Thoroughfare "
        "Type=\"Street\">\n"
        "                    <xAL:ThoroughfareNumber>" +
        building.houseNumber + "</xAL:ThoroughfareNumber>\n                    <xAL:ThoroughfareName>" +
        escaped(building.street) +
        "</xAL:ThoroughfareName>\n                  </xAL:Thoroughfare>\n                  <xAL:PostalCode>\n          "
        "          <xAL:PostalCodeNumber>" +
        building.postcode +
        "</xAL:PostalCodeNumber>\n                  </xAL:PostalCode>\n                </xAL:Locality>\n              "
        "</xAL:Country>\n"
        "            </xAL:AddressDetails>\n          </core:xalAddress>\n        </core:Address>\n      "
        "</bldg:address>\n";
}

void GmlWriter::add(const DemoBuilding& building)
{
    addHead(building);
    if (building.parts.size() == 1) {
        addGeometry(building, 0, building.id);
        addAddress(building);
    } else {
        if (building.height > 0) {
            m_out += "      <bldg:measuredHeight uom=\"urn:adv:uom:m\">";
            addMetres(std::llround(building.height * 1000));
            m_out += "</bldg:measuredHeight>\n";
        }
        if (building.storeys > 0) // a building of parts has no geometry of its own in the profile
            m_out += "      <bldg:storeysAboveGround>" + QByteArray::number(building.storeys) +
                     "</bldg:storeysAboveGround>\n";
        for (std::size_t i = 0; i < building.parts.size(); ++i) {
            const QByteArray partId = building.id + "_P" + QByteArray::number(i + 1);
            m_out += "      <bldg:consistsOfBuildingPart>\n      <bldg:BuildingPart gml:id=\"" + partId + "\">\n      ";
            addDate(building);
            addStringAttribute("Datenart", "Demo-Daten (erzeugt)");
            addGeometry(building, i, partId);
            m_out += "      </bldg:BuildingPart>\n      </bldg:consistsOfBuildingPart>\n";
        }
        addAddress(building);
    }
    m_out += "    </bldg:Building>\n  </core:cityObjectMember>\n";
}

} // namespace twin::demo

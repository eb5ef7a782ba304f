// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/GeoJsonWriter.h"

namespace twin::demo {

GeoJsonWriter::GeoJsonWriter(const QByteArray& name)
    : m_out("{\"type\":\"FeatureCollection\",\"name\":\"" + name +
            "\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::25832\"}},\"features\":[")
{
}

void GeoJsonWriter::addPoint(Vec2 p)
{
    m_out += '[' + QByteArray::number(p.x, 'f', 2) + ',' + QByteArray::number(p.y, 'f', 2) + ']';
}

void GeoJsonWriter::begin(const char* type, const Properties& properties)
{
    if (!std::exchange(m_first, false))
        m_out += ',';
    m_out += "\n{\"type\":\"Feature\",\"properties\":{";
    bool first = true;
    for (const auto& [key, value] : properties) {
        if (!std::exchange(first, false))
            m_out += ',';
        m_out += '"' + QByteArray(key) + "\":";
        bool isNumber = false;
        (void)value.toDouble(&isNumber);
        m_out += isNumber ? value : '"' + QByteArray(value).replace('\\', "\\\\").replace('"', "\\\"") + '"';
    }
    m_out += "},\"geometry\":{\"type\":\"" + QByteArray(type) + "\",\"coordinates\":[";
}

void GeoJsonWriter::addLine(const std::vector<Vec2>& points, const Properties& properties)
{
    begin("LineString", properties);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0)
            m_out += ',';
        addPoint(points[i]);
    }
    m_out += "]}}";
}

void GeoJsonWriter::addArea(const Ring& ring, const Properties& properties)
{
    begin("Polygon", properties);
    m_out += '[';
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        if (i > 0)
            m_out += ',';
        addPoint(ring[i % ring.size()]);
    }
    m_out += "]]}}";
}

QByteArray GeoJsonWriter::finish()
{
    return std::exchange(m_out, {}) + "\n]}\n";
}

} // namespace twin::demo

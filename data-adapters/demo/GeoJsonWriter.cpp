// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/GeoJsonWriter.h"

#include <algorithm>

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

void GeoJsonWriter::addStrip(const std::vector<Vec2>& points, double width, const Properties& properties)
{
    Ring ring;
    std::vector<Vec2> rightSide;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Vec2 before = i > 0 ? unit(points[i] - points[i - 1]) : unit(points[1] - points[0]);
        const Vec2 after = i + 1 < points.size() ? unit(points[i + 1] - points[i]) : before;
        const Vec2 middle = before + after;
        const Vec2 across = length(middle) < 0.2 ? left(before) : left(unit(middle));
        // Sharp bends would run far out: no mitre is longer than twice the half width.
        const double half = width / 2 / std::max(0.5, dot(across, left(before)));
        ring.push_back(points[i] + across * half);
        rightSide.push_back(points[i] - across * half);
    }
    ring.insert(ring.end(), rightSide.rbegin(), rightSide.rend());
    addArea(ring, properties);
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

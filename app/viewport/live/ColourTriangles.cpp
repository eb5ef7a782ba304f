// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColourTriangles.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace twin::viewport {
namespace {

constexpr qsizetype vertexBytes = sizeof(ColourVertex);
constexpr qsizetype triangleBytes = 3 * vertexBytes;

/// Materials of Qt Quick 3D take colours of vertices as linear light.
float linear(double srgb)
{
    return static_cast<float>(srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4));
}

} // namespace

ColourVertex::ColourVertex(const QVector3D& p, const QColor& c, double opacity)
    : place{p.x(), p.y(), p.z()},
      colour{linear(c.redF()), linear(c.greenF()), linear(c.blueF()), static_cast<float>(opacity)}
{
}

ColourTriangles::ColourTriangles(QQuick3DObject* parent) : QQuick3DGeometry(parent)
{
    setStride(vertexBytes);
    setPrimitiveType(PrimitiveType::Triangles);
    addAttribute(Attribute::PositionSemantic, offsetof(ColourVertex, place), Attribute::F32Type);
    addAttribute(Attribute::ColorSemantic, offsetof(ColourVertex, colour), Attribute::F32Type);
    m_vertices = QByteArray(1, '\0'); // so that nothing counts as new
    setVertices({});
}

void ColourTriangles::setVertices(const QByteArray& vertices)
{
    if (vertices == m_vertices)
        return;
    m_vertices = vertices;
    // A buffer without a triangle is none to the graphics card: one without area takes its place.
    const QByteArray drawn = vertices.size() >= triangleBytes ? vertices : QByteArray(triangleBytes, '\0');
    constexpr float most = std::numeric_limits<float>::max();
    QVector3D low(most, most, most);
    QVector3D high = -low;
    for (qsizetype at = 0; at + vertexBytes <= drawn.size(); at += vertexBytes) {
        std::array<float, 3> p{};
        std::memcpy(p.data(), drawn.constData() + at, sizeof(p));
        for (int axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], p[static_cast<std::size_t>(axis)]);
            high[axis] = std::max(high[axis], p[static_cast<std::size_t>(axis)]);
        }
    }
    setVertexData(drawn);
    setBounds(low, high);
    QQuick3DGeometry::update();
    Q_EMIT verticesChanged();
}

void ColourTriangles::addQuad(QByteArray& bytes, const ColourVertex& a, const ColourVertex& b, const ColourVertex& c,
                              const ColourVertex& d)
{
    for (const ColourVertex& corner : {a, b, c, a, c, d})
        bytes.append(reinterpret_cast<const char*>(&corner), sizeof(corner));
}

} // namespace twin::viewport

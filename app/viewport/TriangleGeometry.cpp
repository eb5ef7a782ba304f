// SPDX-License-Identifier: GPL-3.0-or-later
#include "TriangleGeometry.h"

#include <cstring>
#include <limits>

#include <QVector3D>

namespace twin::viewport {
namespace {

constexpr qsizetype vertexBytes = 3 * sizeof(float);
constexpr qsizetype triangleBytes = 3 * vertexBytes;

} // namespace

TriangleGeometry::TriangleGeometry(QQuick3DObject* parent) : QQuick3DGeometry(parent)
{
    setStride(vertexBytes);
    setPrimitiveType(PrimitiveType::Triangles);
    addAttribute(Attribute::PositionSemantic, 0, Attribute::F32Type);
    setVertices(QByteArray(triangleBytes, '\0'));
}

void TriangleGeometry::setVertices(const QByteArray& vertices)
{
    if (vertices == m_vertices)
        return;
    // A buffer without a triangle is none to the graphics card: one without area takes its place.
    m_vertices = vertices.size() >= triangleBytes ? vertices : QByteArray(triangleBytes, '\0');
    constexpr float most = std::numeric_limits<float>::max();
    QVector3D low(most, most, most);
    QVector3D high = -low;
    for (qsizetype at = 0; at + vertexBytes <= m_vertices.size(); at += vertexBytes) {
        float p[3];
        std::memcpy(p, m_vertices.constData() + at, sizeof(p));
        for (int axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], p[axis]);
            high[axis] = std::max(high[axis], p[axis]);
        }
    }
    setVertexData(m_vertices);
    setBounds(low, high);
    QQuick3DGeometry::update();
    Q_EMIT verticesChanged();
}

} // namespace twin::viewport

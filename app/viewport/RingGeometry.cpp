// SPDX-License-Identifier: GPL-3.0-or-later
#include "RingGeometry.h"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include <QVector3D>

namespace twin::viewport {
namespace {

constexpr int segments = 96;

struct Vertex {
    std::array<float, 3> position;
    std::array<float, 4> colour;
};

/// Rows from the foot upwards: a bright line at the ground, then a fading curtain.
constexpr std::array<std::array<float, 2>, 4> rows{{{0.0f, 1.0f}, {0.06f, 1.0f}, {0.061f, 0.45f}, {1.0f, 0.0f}}};

} // namespace

RingGeometry::RingGeometry(QQuick3DObject* parent) : QQuick3DGeometry(parent)
{
    std::vector<Vertex> vertices;
    for (const auto& [height, alpha] : rows)
        for (int i = 0; i <= segments; ++i) {
            const double angle = 2 * std::numbers::pi * i / segments;
            vertices.push_back(
                {{static_cast<float>(std::cos(angle)), height, static_cast<float>(std::sin(angle))}, {1, 1, 1, alpha}});
        }
    std::vector<quint32> indices;
    for (quint32 row = 0; row + 1 < rows.size(); ++row)
        for (quint32 i = 0; i < segments; ++i) {
            const quint32 low = row * (segments + 1) + i;
            const quint32 high = low + segments + 1;
            indices.insert(indices.end(), {low, high, low + 1, low + 1, high, high + 1});
        }
    const auto bytes = [](const auto& list) {
        return QByteArray(reinterpret_cast<const char*>(list.data()),
                          static_cast<qsizetype>(list.size() * sizeof(list[0])));
    };
    setVertexData(bytes(vertices));
    setIndexData(bytes(indices));
    setStride(sizeof(Vertex));
    setPrimitiveType(PrimitiveType::Triangles);
    setBounds(QVector3D(-1, 0, -1), QVector3D(1, 1, 1));
    addAttribute(Attribute::PositionSemantic, offsetof(Vertex, position), Attribute::F32Type);
    addAttribute(Attribute::ColorSemantic, offsetof(Vertex, colour), Attribute::F32Type);
    addAttribute(Attribute::IndexSemantic, 0, Attribute::U32Type);
}

} // namespace twin::viewport

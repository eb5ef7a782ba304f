// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QColor>
#include <QtQuick3D/QQuick3DGeometry>
#include <QVector3D>

namespace twin::viewport {

/// A corner of a triangle with its own colour, as ColourTriangles takes it.
struct ColourVertex {
    std::array<float, 3> place{};
    std::array<float, 4> colour{}; ///< red, green, blue, opacity, 0 … 1

    ColourVertex() = default;
    ColourVertex(const QVector3D& p, const QColor& c, double opacity);
};

/// Triangles whose corners have colours, given as bytes: ColourVertex after ColourVertex. For overlays that change.
class ColourTriangles : public QQuick3DGeometry {
    Q_OBJECT
    Q_PROPERTY(QByteArray vertices READ vertices WRITE setVertices NOTIFY verticesChanged)

public:
    explicit ColourTriangles(QQuick3DObject* parent = nullptr);

    [[nodiscard]] QByteArray vertices() const { return m_vertices; }
    void setVertices(const QByteArray& vertices);

    /// Adds the four-cornered face a b c d.
    static void addQuad(QByteArray& bytes, const ColourVertex& a, const ColourVertex& b, const ColourVertex& c,
                        const ColourVertex& d);

Q_SIGNALS:
    void verticesChanged();

private:
    QByteArray m_vertices;
};

} // namespace twin::viewport

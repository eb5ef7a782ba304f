// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQuick3D/QQuick3DGeometry>

namespace twin::viewport {

/// Triangles given as bytes: three floats a vertex, three vertices a triangle. For overlays that change all the time.
class TriangleGeometry : public QQuick3DGeometry {
    Q_OBJECT
    Q_PROPERTY(QByteArray vertices READ vertices WRITE setVertices NOTIFY verticesChanged)

public:
    explicit TriangleGeometry(QQuick3DObject* parent = nullptr);

    [[nodiscard]] QByteArray vertices() const { return m_vertices; }
    void setVertices(const QByteArray& vertices);

Q_SIGNALS:
    void verticesChanged();

private:
    QByteArray m_vertices;
};

} // namespace twin::viewport

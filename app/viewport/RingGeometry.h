// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQuick3D/QQuick3DGeometry>

namespace twin::viewport {

/// An upright ring of radius 1 and height 1 around the y axis, opaque at its foot and fading to nothing at its upper
/// edge (vertex colours).
class RingGeometry : public QQuick3DGeometry {
    Q_OBJECT

public:
    explicit RingGeometry(QQuick3DObject* parent = nullptr);
};

} // namespace twin::viewport

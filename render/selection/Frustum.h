// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CameraState.h"

#include <array>

#include <QSize>

namespace twin::render {

/// The visible pyramid of a camera in the scene frame: four side planes and one through the eye. No far plane: the haze
/// ends the view. Pure value, any thread.
class Frustum {
public:
    Frustum(const CameraState& camera, QSize size);
    /// The part of the view behind the rectangle left…right, top…bottom in pixels (origin top-left).
    Frustum(const CameraState& camera, QSize size, double left, double top, double right, double bottom);

    /// @returns false only when the box is certainly outside. Empty boxes are outside.
    [[nodiscard]] bool intersects(const Box& box) const;
    /// The same for a ball.
    [[nodiscard]] bool intersects(const LocalPosition& centre, double radius) const;

private:
    struct Plane {
        LocalPosition normal; ///< inward, of length one
        double offset = 0;    ///< dot(normal, p) + offset >= 0 inside
    };
    std::array<Plane, 5> m_planes;
};

} // namespace twin::render

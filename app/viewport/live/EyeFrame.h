// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"

#include <QPointF>
#include <QSize>

namespace twin::viewport {

/// What render::toPixel() knows, taken apart once for many places: where things stand seen from the eye. Scene frame,
/// metres; pixels of the picture, origin top-left.
class EyeFrame {
public:
    EyeFrame() = default;
    EyeFrame(const CameraState& camera, QSize size);

    /// @returns metres before the eye along the direction it looks in.
    [[nodiscard]] double depthOf(const LocalPosition& p) const { return dot(p - m_eye, m_forward); }
    /// @returns metres that a pixel spans at a depth.
    [[nodiscard]] double metresPerPixel(double depth) const { return m_metresPerPixel * depth; }
    /// @param depth  of p, greater than 0
    [[nodiscard]] QPointF pixelOf(const LocalPosition& p, double depth) const;
    [[nodiscard]] const LocalPosition& right() const { return m_right; }
    /// @returns whether a pixel lies in the picture or so many pixels beside it.
    [[nodiscard]] bool sees(QPointF pixel, double beside) const;
    [[nodiscard]] const LocalPosition& eye() const { return m_eye; }

private:
    LocalPosition m_eye;
    LocalPosition m_forward{0, 1, 0};
    LocalPosition m_right{1, 0, 0};
    LocalPosition m_up{0, 0, 1};
    QSize m_size{1, 1};
    double m_metresPerPixel = 1; ///< one metre before the eye
};

} // namespace twin::viewport

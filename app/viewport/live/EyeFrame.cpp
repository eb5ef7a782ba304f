// SPDX-License-Identifier: GPL-3.0-or-later
#include "EyeFrame.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::viewport {

EyeFrame::EyeFrame(const CameraState& camera, QSize size)
    : m_eye(camera.eye),
      m_forward(viewDirection(camera)),
      m_size(size.expandedTo({1, 1})),
      m_metresPerPixel(2 * std::tan(camera.verticalFieldOfViewDegrees * std::numbers::pi / 360) / m_size.height())
{
    const double heading = camera.headingDegrees * std::numbers::pi / 180;
    m_right = {std::cos(heading), -std::sin(heading), 0};
    m_up = cross(m_right, m_forward);
}

QPointF EyeFrame::pixelOf(const LocalPosition& p, double depth) const
{
    const LocalPosition d = p - m_eye;
    const double unit = metresPerPixel(depth);
    return {m_size.width() / 2.0 + dot(d, m_right) / unit, m_size.height() / 2.0 - dot(d, m_up) / unit};
}

bool EyeFrame::sees(QPointF pixel, double beside) const
{
    return pixel.x() > -beside && pixel.y() > -beside && pixel.x() < m_size.width() + beside &&
           pixel.y() < m_size.height() + beside;
}

} // namespace twin::viewport

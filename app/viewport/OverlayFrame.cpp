// SPDX-License-Identifier: GPL-3.0-or-later
#include "OverlayFrame.h"

namespace twin::viewport {
namespace {

constexpr double originStep = 1000;  // metres
constexpr double originReach = 2000; // metres from the eye at which the origin follows

} // namespace

void OverlayFrame::setCamera(const CameraState& camera, render::ClipRange clip)
{
    m_camera = camera;
    m_clip = clip;
    const bool moves = !m_placed || length(camera.eye - m_origin) > originReach;
    m_placed = true;
    if (moves)
        m_origin = {std::round(camera.eye.x / originStep) * originStep,
                    std::round(camera.eye.y / originStep) * originStep,
                    std::round(camera.eye.z / originStep) * originStep};
    Q_EMIT changed();
    if (moves)
        Q_EMIT originChanged();
}

QVector3D OverlayFrame::fromScene(const LocalPosition& p) const
{
    const LocalPosition d = p - m_origin;
    return {static_cast<float>(d.x), static_cast<float>(d.z), static_cast<float>(-d.y)};
}

QQuaternion OverlayFrame::rotation() const
{
    return QQuaternion::fromAxisAndAngle(0, 1, 0, static_cast<float>(-m_camera.headingDegrees)) *
           QQuaternion::fromAxisAndAngle(1, 0, 0, static_cast<float>(m_camera.pitchDegrees));
}

} // namespace twin::viewport

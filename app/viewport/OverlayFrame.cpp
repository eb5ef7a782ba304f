// SPDX-License-Identifier: GPL-3.0-or-later
#include "OverlayFrame.h"

#include <cmath>

namespace twin::viewport {
namespace {

constexpr int sizeStep = 512;        // logical pixels
constexpr double originStep = 1000;  // metres
constexpr double originReach = 2000; // metres from the eye at which the origin follows

} // namespace

void OverlayFrame::setCamera(const CameraState& camera, render::ClipRange clip, QSize pictureSize, QSize shownSize)
{
    m_camera = camera;
    m_clip = clip;
    m_pictureSize = pictureSize.expandedTo({1, 1});
    m_shownSize = shownSize.expandedTo({1, 1});
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

QSize OverlayFrame::viewSize() const
{
    const auto up = [](int size) { return (size + sizeStep - 1) / sizeStep * sizeStep; };
    return {up(m_shownSize.width()), up(m_shownSize.height())};
}

QMatrix4x4 OverlayFrame::projection() const
{
    if (m_pictureSize.isEmpty())
        return {};
    const Matrix4 city = render::projectionMatrix(m_camera, m_pictureSize, m_clip);
    const double x = static_cast<double>(m_shownSize.width()) / viewSize().width();
    const double y = static_cast<double>(m_shownSize.height()) / viewSize().height();
    QMatrix4x4 result;
    for (std::size_t column = 0; column < 4; ++column) {
        const double* from = &city[column * 4];
        // Clip space grows from its lower left corner: (ndc + 1) · part − 1.
        result.setColumn(static_cast<int>(column), {static_cast<float>(x * from[0] + (x - 1) * from[3]),
                                                    static_cast<float>(y * from[1] + (y - 1) * from[3]),
                                                    static_cast<float>(from[2]), static_cast<float>(from[3])});
    }
    return result;
}

} // namespace twin::viewport

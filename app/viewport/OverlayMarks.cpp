// SPDX-License-Identifier: GPL-3.0-or-later
#include "OverlayMarks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::viewport {

OverlayMarks::OverlayMarks(const OverlayFrame& frame, QObject* parent) : QObject(parent), m_frame(frame) {}

void OverlayMarks::setCamera(const CameraState& camera, QSize size)
{
    m_camera = camera;
    m_size = size;
    if (m_pin || !m_halo.isEmpty())
        Q_EMIT changed();
}

void OverlayMarks::setPin(std::optional<LocalPosition> position, const QString& text)
{
    if (position == m_pin && text == m_pinText)
        return;
    m_pin = position;
    m_pinText = text;
    Q_EMIT changed();
}

void OverlayMarks::setHalo(const Box& box)
{
    m_halo = box;
    Q_EMIT changed();
}

float OverlayMarks::pinMetresPerPixel() const
{
    if (!m_pin || m_size.isEmpty())
        return 1;
    const double depth = dot(*m_pin - m_camera.eye, viewDirection(m_camera));
    const double tangent = std::tan(m_camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0);
    return static_cast<float>(std::max(0.01, 2 * tangent * depth / m_size.height()));
}

QPointF OverlayMarks::pinPixel() const
{
    const auto pixel = m_pin ? render::toPixel(m_camera, m_size, *m_pin) : std::nullopt;
    return pixel ? QPointF(pixel->first, pixel->second) : QPointF(-10000, -10000);
}

QVector3D OverlayMarks::haloPosition() const
{
    if (m_halo.isEmpty())
        return {};
    const LocalPosition centre = m_halo.centre();
    return m_frame.fromScene({centre.x, centre.y, m_halo.min.z});
}

/// Around a house a ring at some distance, around a window one of its size.
float OverlayMarks::haloRadius() const
{
    const LocalPosition size = m_halo.size();
    const double across = std::hypot(size.x, size.y);
    return static_cast<float>(across / 2 + std::clamp(0.15 * across, 0.15, 1.5));
}

float OverlayMarks::haloHeight() const
{
    const LocalPosition size = m_halo.size();
    return static_cast<float>(std::max(0.35 * size.z, std::clamp(0.3 * std::hypot(size.x, size.y), 0.25, 3.0)));
}

} // namespace twin::viewport

// SPDX-License-Identifier: GPL-3.0-or-later
#include "Flight.h"

#include "CameraMath.h"

#include <algorithm>

namespace twin::viewport {
namespace {

constexpr double longestSeconds = 2.5;

double eased(double t)
{
    return t * t * t * (t * (t * 6 - 15) + 10);
}

} // namespace

Flight::Flight(const CameraState& from, const CameraState& to) : m_from(from), m_to(to)
{
    const double way = length(to.eye - from.eye);
    const double turn =
        std::abs(turnDegrees(from.headingDegrees, to.headingDegrees)) + std::abs(to.pitchDegrees - from.pitchDegrees);
    if (way < 0.01 && turn < 0.01)
        return;
    m_duration = std::min(longestSeconds, 0.5 + 0.25 * std::log1p(way / 20) + turn / 240);
    m_rise = way > 500 ? 0.12 * way : 0;
}

CameraState Flight::at(double seconds) const
{
    if (seconds >= m_duration)
        return m_to;
    const double part = eased(std::max(0.0, seconds) / m_duration);
    CameraState camera = m_to;
    camera.eye = m_from.eye + (m_to.eye - m_from.eye) * part;
    camera.eye.z += m_rise * 4 * part * (1 - part);
    camera.headingDegrees =
        normalisedDegrees(m_from.headingDegrees + turnDegrees(m_from.headingDegrees, m_to.headingDegrees) * part);
    camera.pitchDegrees = m_from.pitchDegrees + (m_to.pitchDegrees - m_from.pitchDegrees) * part;
    camera.verticalFieldOfViewDegrees = m_from.verticalFieldOfViewDegrees +
                                        (m_to.verticalFieldOfViewDegrees - m_from.verticalFieldOfViewDegrees) * part;
    return camera;
}

} // namespace twin::viewport

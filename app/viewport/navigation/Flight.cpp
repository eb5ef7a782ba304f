// SPDX-License-Identifier: GPL-3.0-or-later
#include "Flight.h"

#include "CameraMath.h"

#include <algorithm>

namespace twin::viewport {
namespace {

constexpr double longestSeconds = 2.5;
constexpr double clearance = 6;    // metres above roofs and ground
constexpr double ownPlace = 0.5;   // metres around the ends, whose height is somebody else's concern
constexpr double sampleMetres = 8; // along the way: half a cell of the skyline
constexpr int mostSamples = 6000;

double eased(double t)
{
    t = std::clamp(t, 0.0, 1.0);
    return t * t * t * (t * (t * 6 - 15) + 10);
}

double flatDistance(const LocalPosition& a, const LocalPosition& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

Flight::Flight(const CameraState& from, const CameraState& to, const Tops& tops) : m_from(from), m_to(to)
{
    measure();
    avoid(tops);
}

Flight::Flight(const CameraState& from, const CameraState& to, const LocalPosition& pivot, const Tops& tops)
    : m_from(from), m_to(to), m_pivot(pivot)
{
    measure();
    m_rise = 0;
    if (!tops || isClear(tops))
        return;
    m_pivot.reset();
    avoid(tops);
}

void Flight::measure()
{
    const double way = length(m_to.eye - m_from.eye);
    const double turn = std::abs(turnDegrees(m_from.headingDegrees, m_to.headingDegrees)) +
                        std::abs(m_to.pitchDegrees - m_from.pitchDegrees);
    if (way < 0.01 && turn < 0.01)
        return;
    m_duration = std::min(longestSeconds, 0.5 + 0.25 * std::log1p(way / 20) + turn / 240);
    m_rise = way > 500 ? 0.12 * way : 0;
}

void Flight::avoid(const Tops& tops)
{
    if (!tops || isClear(tops))
        return;
    const LocalPosition way = m_to.eye - m_from.eye;
    const int samples = std::clamp(static_cast<int>(flatDistance(m_from.eye, m_to.eye) / sampleMetres), 1, mostSamples);
    double cruise = std::max(m_from.eye.z, m_to.eye.z);
    for (int i = 0; i <= samples; ++i) {
        const LocalPosition p = m_from.eye + way * (static_cast<double>(i) / samples);
        cruise = std::max(cruise, tops(p.x, p.y) + clearance);
    }
    m_cruise = cruise;
    m_duration = longestSeconds;
    for (m_lead = 0; m_lead < 1 && !isClear(tops);)
        m_lead += 0.25;
}

bool Flight::isClear(const Tops& tops) const
{
    const int samples = std::clamp(static_cast<int>(length(m_to.eye - m_from.eye) / sampleMetres), 64, mostSamples);
    for (int i = 0; i <= samples; ++i) {
        const LocalPosition eye = eyeAt(static_cast<double>(i) / samples);
        if (flatDistance(eye, m_from.eye) > ownPlace && flatDistance(eye, m_to.eye) > ownPlace &&
            eye.z < tops(eye.x, eye.y) + clearance / 2)
            return false;
    }
    return true;
}

/// @param part  of the time
LocalPosition Flight::eyeAt(double part) const
{
    const double along = eased(part);
    if (m_pivot) {
        const double heading = m_from.headingDegrees + turnDegrees(m_from.headingDegrees, m_to.headingDegrees) * along;
        const double pitch = m_from.pitchDegrees + (m_to.pitchDegrees - m_from.pitchDegrees) * along;
        return turnedAbout(m_from, *m_pivot, heading, pitch).eye;
    }
    const LocalPosition way = m_to.eye - m_from.eye;
    if (!m_cruise) {
        LocalPosition eye = m_from.eye + way * along;
        eye.z += m_rise * 4 * along * (1 - along);
        return eye;
    }
    const double wait = 0.25 * m_lead;
    const double climb = 0.5 - wait;
    LocalPosition eye = m_from.eye + way * eased((part - wait) / (1 - 2 * wait));
    eye.z = part < 0.5 ? m_from.eye.z + (*m_cruise - m_from.eye.z) * eased(part / climb)
                       : m_to.eye.z + (*m_cruise - m_to.eye.z) * eased((1 - part) / climb);
    return eye;
}

CameraState Flight::at(double seconds) const
{
    if (seconds >= m_duration)
        return m_to;
    const double time = std::max(0.0, seconds) / m_duration;
    const double part = eased(time);
    CameraState camera = m_to;
    camera.eye = eyeAt(time);
    camera.headingDegrees =
        normalisedDegrees(m_from.headingDegrees + turnDegrees(m_from.headingDegrees, m_to.headingDegrees) * part);
    camera.pitchDegrees = m_from.pitchDegrees + (m_to.pitchDegrees - m_from.pitchDegrees) * part;
    camera.verticalFieldOfViewDegrees = m_from.verticalFieldOfViewDegrees +
                                        (m_to.verticalFieldOfViewDegrees - m_from.verticalFieldOfViewDegrees) * part;
    return camera;
}

} // namespace twin::viewport

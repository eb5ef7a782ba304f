// SPDX-License-Identifier: GPL-3.0-or-later
#include "Navigator.h"

#include "CameraMath.h"
#include "render/Projection.h"

#include <algorithm>
#include <numbers>

namespace twin::viewport {
namespace {

constexpr double leastHeight = 2;         // metres above the ground: eye level with some air
constexpr double steepest = -90;          // straight down
constexpr double highestPitch = 25;       // looking up at a tower from the street
constexpr double nearestTarget = 4;       // metres
constexpr double zoomStep = 0.22;         // logarithm of the distance ratio of one wheel notch
constexpr double zoomTimeConstant = 0.07; // seconds
constexpr double keyTimeConstant = 0.12;  // seconds to start and stop
constexpr double dragDegreesPerPixel = 0.25;
constexpr double flattestPan = 0.03; // sine of the flattest ray by which the ground is dragged

double tangentOfHalf(double degrees)
{
    return std::tan(degrees * std::numbers::pi / 360.0);
}

} // namespace

void Navigator::setScene(Terrain terrain, const Box& extent, const CameraState& home)
{
    m_terrain = std::move(terrain);
    m_extent = extent;
    m_home = home;
}

void Navigator::setCamera(const CameraState& camera)
{
    stopFlights();
    apply(camera);
}

/// The only way by which the camera changes: keeps it above ground, within the pitch limits and near the region.
void Navigator::apply(CameraState camera)
{
    camera.headingDegrees = normalisedDegrees(camera.headingDegrees);
    camera.pitchDegrees = std::clamp(camera.pitchDegrees, steepest, highestPitch);
    if (!m_extent.isEmpty()) {
        const LocalPosition size = m_extent.size();
        const double reach = std::max(2000.0, 2 * std::hypot(size.x, size.y));
        const LocalPosition centre = m_extent.centre();
        camera.eye.x = std::clamp(camera.eye.x, centre.x - reach, centre.x + reach);
        camera.eye.y = std::clamp(camera.eye.y, centre.y - reach, centre.y + reach);
        camera.eye.z = std::min(camera.eye.z, m_extent.max.z + 1.5 * reach);
    }
    camera.eye.z = std::max(camera.eye.z, m_terrain.heightAt(camera.eye.x, camera.eye.y) + leastHeight);
    m_camera = camera;
}

void Navigator::stopFlights()
{
    m_flight.reset();
    m_zoom.reset();
}

double Navigator::heightAboveGround() const
{
    return m_camera.eye.z - m_terrain.heightAt(m_camera.eye.x, m_camera.eye.y);
}

LocalPosition Navigator::ray(QPointF pixel) const
{
    return render::pixelRay(m_camera, m_size, pixel.x(), pixel.y());
}

std::optional<LocalPosition> Navigator::groundUnder(QPointF pixel) const
{
    return m_terrain.hit(m_camera.eye, ray(pixel), 60000);
}

LocalPosition Navigator::targetUnder(QPointF pixel, std::optional<LocalPosition> hit) const
{
    if (!hit)
        hit = groundUnder(pixel);
    return hit ? *hit : m_camera.eye + ray(pixel) * std::max(50.0, 5 * heightAboveGround());
}

LocalPosition Navigator::middle() const
{
    return targetUnder({m_size.width() / 2.0, m_size.height() / 2.0}, {});
}

double Navigator::metresPerPixel() const
{
    const auto ground = groundUnder({m_size.width() / 2.0, m_size.height() / 2.0});
    if (!ground || m_size.isEmpty())
        return 0;
    return 2 * tangentOfHalf(m_camera.verticalFieldOfViewDegrees) * length(*ground - m_camera.eye) / m_size.height();
}

void Navigator::beginPan(QPointF pixel, std::optional<LocalPosition> hit)
{
    stopFlights();
    m_drag = Drag::Pan;
    m_anchor = targetUnder(pixel, hit);
    m_lastPixel = pixel;
}

void Navigator::beginOrbit(QPointF pixel, std::optional<LocalPosition> hit)
{
    stopFlights();
    m_drag = Drag::Orbit;
    m_anchor = targetUnder(pixel, hit);
    m_lastPixel = pixel;
}

void Navigator::dragTo(QPointF pixel)
{
    if (m_drag == Drag::Pan)
        panTo(pixel);
    else if (m_drag == Drag::Orbit)
        orbitTo(pixel);
    m_lastPixel = pixel;
}

void Navigator::endDrag()
{
    m_drag = Drag::None;
}

void Navigator::panTo(QPointF pixel)
{
    const LocalPosition direction = ray(pixel);
    const double drop = m_anchor.z - m_camera.eye.z;
    // Near the horizon a pixel is a kilometre: there, and above it, the ground does not follow.
    if (std::abs(direction.z) < flattestPan || direction.z * drop <= 0)
        return;
    const LocalPosition reached = m_camera.eye + direction * (drop / direction.z);
    CameraState moved = m_camera;
    moved.eye.x += m_anchor.x - reached.x;
    moved.eye.y += m_anchor.y - reached.y;
    apply(moved);
}

void Navigator::orbitTo(QPointF pixel)
{
    const QPointF moved = pixel - m_lastPixel;
    const double heading = m_camera.headingDegrees + moved.x() * dragDegreesPerPixel;
    const double pitch = std::clamp(m_camera.pitchDegrees - moved.y() * dragDegreesPerPixel, steepest, highestPitch);
    CameraState turned = turnedAbout(m_camera, m_anchor, heading, pitch);
    if (turned.eye.z < m_terrain.heightAt(turned.eye.x, turned.eye.y) + leastHeight)
        turned = turnedAbout(m_camera, m_anchor, heading, m_camera.pitchDegrees);
    apply(turned);
}

void Navigator::zoom(QPointF pixel, double steps, std::optional<LocalPosition> hit)
{
    m_flight.reset();
    const double remaining = m_zoom ? m_zoom->remaining : 0;
    m_zoom = Zoom{targetUnder(pixel, hit), std::clamp(remaining - steps * zoomStep, -3.0, 3.0)};
    if (m_reducedMotion) {
        zoomBy(m_zoom->target, m_zoom->remaining);
        m_zoom.reset();
    }
}

void Navigator::zoomBy(const LocalPosition& target, double logarithm)
{
    const LocalPosition arm = m_camera.eye - target;
    const double distance = length(arm);
    if (distance < 1e-6)
        return;
    // From inside the nearest distance one may still go away, never nearer.
    const double wanted = distance * std::exp(logarithm);
    const double allowed = logarithm < 0 ? std::max(wanted, std::min(distance, nearestTarget)) : wanted;
    CameraState moved = m_camera;
    moved.eye = target + arm * (allowed / distance);
    apply(moved);
}

void Navigator::pinch(QPointF centre, double scale, double rotationDegrees, double tiltPixels)
{
    stopFlights();
    const LocalPosition target = targetUnder(centre, {});
    if (scale > 0)
        zoomBy(target, -std::log(scale));
    const double pitch = std::clamp(m_camera.pitchDegrees + tiltPixels * dragDegreesPerPixel, steepest, highestPitch);
    CameraState turned = turnedAbout(m_camera, target, m_camera.headingDegrees - rotationDegrees, pitch);
    if (turned.eye.z < m_terrain.heightAt(turned.eye.x, turned.eye.y) + leastHeight)
        turned = turnedAbout(m_camera, target, m_camera.headingDegrees - rotationDegrees, m_camera.pitchDegrees);
    apply(turned);
}

void Navigator::setHeldKeys(const HeldKeys& keys)
{
    m_keys = keys;
    if (!keys.none())
        stopFlights();
}

bool Navigator::advanceKeys(double seconds)
{
    const double follow = m_reducedMotion ? 1 : 1 - std::exp(-seconds / keyTimeConstant);
    const auto approach = [&](double& speed, double wanted) {
        speed += (wanted - speed) * follow;
        if (std::abs(speed - wanted) < 0.01)
            speed = wanted;
        return speed != 0;
    };
    bool moving = approach(m_speeds.right, m_keys.right);
    moving |= approach(m_speeds.forward, m_keys.forward);
    moving |= approach(m_speeds.turn, m_keys.turn);
    moving |= approach(m_speeds.tilt, m_keys.tilt);
    moving |= approach(m_speeds.nearer, m_keys.nearer);
    if (!moving)
        return false;

    const double way = 0.9 * std::max(8.0, heightAboveGround()) * seconds;
    const double heading = m_camera.headingDegrees * std::numbers::pi / 180.0;
    CameraState moved = m_camera;
    moved.eye = moved.eye + LocalPosition{std::cos(heading), -std::sin(heading), 0} * (way * m_speeds.right) +
                LocalPosition{std::sin(heading), std::cos(heading), 0} * (way * m_speeds.forward);
    apply(moved);
    if (m_speeds.turn != 0 || m_speeds.tilt != 0) {
        const LocalPosition pivot = middle();
        const double turned = m_camera.headingDegrees + 60 * seconds * m_speeds.turn;
        const double pitch = std::clamp(m_camera.pitchDegrees + 40 * seconds * m_speeds.tilt, steepest, highestPitch);
        apply(turnedAbout(m_camera, pivot, turned, pitch));
    }
    if (m_speeds.nearer != 0)
        zoomBy(middle(), -1.2 * seconds * m_speeds.nearer);
    return true;
}

void Navigator::flyTo(const CameraState& camera)
{
    endDrag();
    m_zoom.reset();
    m_flightSeconds = 0;
    m_flight.emplace(m_camera, camera);
    if (m_reducedMotion || m_flight->duration() <= 0) {
        m_flight.reset();
        apply(camera);
    }
}

void Navigator::flyToPoint(const LocalPosition& point)
{
    const double distance = length(point - m_camera.eye);
    CameraState direction = m_camera;
    direction.pitchDegrees = std::clamp(direction.pitchDegrees, -80.0, -20.0);
    flyTo(lookingAt(direction, point, std::clamp(distance * 0.4, 60.0, 900.0)));
}

void Navigator::flyToBox(const Box& box)
{
    if (!box.isEmpty())
        flyTo(framing(box, m_camera.headingDegrees, std::clamp(m_camera.pitchDegrees, -60.0, -25.0), 4));
}

void Navigator::flyNorthUp()
{
    const CameraState north = turnedAbout(m_camera, middle(), 0, m_camera.pitchDegrees);
    flyTo(north);
}

void Navigator::flyTopDown()
{
    flyTo(turnedAbout(m_camera, middle(), m_camera.headingDegrees, steepest));
}

CameraState Navigator::framing(const Box& box, double headingDegrees, double pitchDegrees, double margin) const
{
    CameraState camera = m_camera;
    camera.headingDegrees = normalisedDegrees(headingDegrees);
    camera.pitchDegrees = pitchDegrees;
    const CameraBasis basis = cameraBasis(camera);
    const double tanVertical = tangentOfHalf(camera.verticalFieldOfViewDegrees);
    const double tanHorizontal = tanVertical * std::max(1, m_size.width()) / std::max(1, m_size.height());
    const LocalPosition centre = box.centre();
    double distance = nearestTarget;
    for (int corner = 0; corner < 8; ++corner) {
        const LocalPosition p = LocalPosition{corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                              corner & 4 ? box.max.z : box.min.z} -
                                centre;
        const double depth = dot(p, basis.forward);
        distance = std::max({distance, std::abs(dot(p, basis.right)) * margin / tanHorizontal - depth,
                             std::abs(dot(p, basis.up)) * margin / tanVertical - depth});
    }
    return lookingAt(camera, centre, distance);
}

bool Navigator::advance(double seconds)
{
    bool moving = false;
    if (m_flight) {
        m_flightSeconds += seconds;
        apply(m_flight->at(m_flightSeconds));
        if (m_flightSeconds >= m_flight->duration())
            m_flight.reset();
        else
            moving = true;
    }
    if (m_zoom) {
        const double part = m_zoom->remaining * (1 - std::exp(-seconds / zoomTimeConstant));
        const bool last = std::abs(m_zoom->remaining - part) < 0.004;
        zoomBy(m_zoom->target, last ? m_zoom->remaining : part);
        m_zoom->remaining -= part;
        if (last)
            m_zoom.reset();
        else
            moving = true;
    }
    moving |= advanceKeys(seconds);
    return moving;
}

bool Navigator::isMoving() const
{
    return m_drag != Drag::None || m_flight || m_zoom || !m_keys.none() || m_speeds.right != 0 ||
           m_speeds.forward != 0 || m_speeds.turn != 0 || m_speeds.tilt != 0 || m_speeds.nearer != 0;
}

} // namespace twin::viewport

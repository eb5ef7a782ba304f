// SPDX-License-Identifier: GPL-3.0-or-later
#include "Navigator.h"

#include "CameraMath.h"
#include "render/Projection.h"

#include <algorithm>
#include <numbers>

namespace twin::viewport {
namespace {

constexpr double leastHeight = 2;         // metres above the ground: eye level with some air
constexpr double leastMargin = 1500;      // metres that the camera may leave the region by …
constexpr double mostMargin = 8000;       // … of which a large one allows more
constexpr double steepest = -90;          // straight down
constexpr double highestPitch = 25;       // looking up at a tower from the street
constexpr double highestWalkPitch = 60;   // up a tower from its foot
constexpr double nearestTarget = 4;       // metres
constexpr double zoomStep = 0.22;         // logarithm of the distance ratio of one wheel notch
constexpr double zoomTimeConstant = 0.07; // seconds
constexpr double keyTimeConstant = 0.12;  // seconds to start and stop
constexpr double dragDegreesPerPixel = 0.25;
constexpr double fastFactor = 3;           // with Shift
constexpr double dragZoomPerPixel = 0.008; // logarithm of the distance ratio
constexpr double flattestPan = 0.03;       // sine of the flattest ray by which the ground is dragged

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
    m_walking = false;
    apply(camera);
}

/// The only way by which the camera changes: keeps it above ground, within the pitch limits and near the region.
void Navigator::apply(CameraState camera)
{
    camera.headingDegrees = normalisedDegrees(camera.headingDegrees);
    camera.pitchDegrees = std::clamp(camera.pitchDegrees, steepest, m_walking ? highestWalkPitch : highestPitch);
    if (!m_extent.isEmpty()) {
        const LocalPosition size = m_extent.size();
        const double diagonal = std::hypot(size.x, size.y);
        const double margin = std::clamp(0.3 * diagonal, leastMargin, mostMargin);
        camera.eye.x = std::clamp(camera.eye.x, m_extent.min.x - margin, m_extent.max.x + margin);
        camera.eye.y = std::clamp(camera.eye.y, m_extent.min.y - margin, m_extent.max.y + margin);
        camera.eye.z = std::min(camera.eye.z, m_extent.max.z + std::max(2000.0, 1.5 * diagonal));
    }
    const double least = m_walking ? eyeHeight : leastHeight;
    camera.eye.z = std::max(camera.eye.z, m_terrain.heightAt(camera.eye.x, camera.eye.y) + least);
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

void Navigator::beginZoomDrag(QPointF pixel, std::optional<LocalPosition> hit)
{
    beginPan(pixel, hit);
    m_drag = Drag::Zoom;
}

void Navigator::beginLook(QPointF pixel)
{
    if (m_flight)
        return;
    m_drag = Drag::Look;
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
    else if (m_drag == Drag::Zoom)
        zoomBy(m_anchor, (pixel.y() - m_lastPixel.y()) * dragZoomPerPixel);
    else if (m_drag == Drag::Look)
        lookTo(pixel);
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
    if (!keys.none() && !m_walking) // who flies down to walk arrives first
        stopFlights();
}

bool Navigator::easeSpeeds(double seconds)
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
    return moving;
}

bool Navigator::advanceKeys(double seconds)
{
    if (!easeSpeeds(seconds))
        return false;

    const double way = 0.9 * std::max(8.0, heightAboveGround()) * seconds * (m_keys.fast ? fastFactor : 1);
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
    moving |= m_walking && !m_flight ? advanceWalk(seconds) : advanceKeys(seconds);
    return moving;
}

bool Navigator::isMoving() const
{
    return m_drag != Drag::None || m_flight || m_zoom || !m_keys.none() || m_speeds.right != 0 ||
           m_speeds.forward != 0 || m_speeds.turn != 0 || m_speeds.tilt != 0 || m_speeds.nearer != 0;
}

} // namespace twin::viewport

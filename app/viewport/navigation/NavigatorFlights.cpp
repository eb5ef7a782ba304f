// SPDX-License-Identifier: GPL-3.0-or-later
// Flights, the view they lead to, and walking.
#include "CameraMath.h"
#include "Navigator.h"
#include "render/Projection.h"

#include <algorithm>
#include <numbers>

namespace twin::viewport {
namespace {

constexpr double nearestFlight = 4;    // metres to what is flown to
constexpr double steepest = -90;       // straight down
constexpr double clearOfRoofs = 3;     // metres that an eye keeps above what stands below it
constexpr double ownSurroundings = 45; // metres around a target that belong to it: its own walls hide nothing
constexpr double walkSpeed = 4;        // metres a second: a jog, for nobody has time to walk a city
constexpr double runFactor = 3;
constexpr double lookDegreesPerPixel = 0.2;
constexpr double riseFromWalk = 120;     // metres above ground after a walk
constexpr double farthestFootprint = 20; // times the height above ground

} // namespace

Tops Navigator::tops() const
{
    return [this](double x, double y) {
        const double ground = m_terrain.heightAt(x, y);
        return m_skyline ? std::max(ground, m_skyline->topAt(x, y)) : ground;
    };
}

void Navigator::start(const Flight& flight, const CameraState& to)
{
    endDrag();
    m_zoom.reset();
    m_flightSeconds = 0;
    m_flight.emplace(flight);
    if (m_reducedMotion || m_flight->duration() <= 0) {
        m_flight.reset();
        apply(to);
    }
}

void Navigator::flyTo(const CameraState& camera)
{
    m_walking = false;
    start(Flight(m_camera, camera, tops()), camera);
}

CameraState Navigator::inTheOpen(const CameraState& wanted, const LocalPosition& target, double distance) const
{
    if (!m_skyline)
        return lookingAt(wanted, target, distance);
    const auto isOpen = [&](const CameraState& camera) {
        const LocalPosition way = target - camera.eye;
        const double far = length(way);
        const double step = std::max(4.0, m_skyline->cellMetres() / 2);
        for (double t = 0; t < far - ownSurroundings; t += step) {
            const LocalPosition p = camera.eye + way * (t / far);
            if (p.z < m_skyline->topAt(p.x, p.y) + (t == 0 ? clearOfRoofs : 0))
                return false;
        }
        return true;
    };
    // Steeper first, for the direction is what people know a place by; then from the side.
    for (const double turn : {0.0, 45.0, -45.0, 90.0, -90.0, 180.0})
        for (double pitch = wanted.pitchDegrees; pitch > -75; pitch -= 8) {
            CameraState camera = wanted;
            camera.headingDegrees = normalisedDegrees(wanted.headingDegrees + turn);
            camera.pitchDegrees = pitch;
            camera = lookingAt(camera, target, distance);
            if (isOpen(camera))
                return camera;
        }
    CameraState above = wanted;
    above.pitchDegrees = -85;
    return lookingAt(above, target, distance);
}

void Navigator::flyToPoint(const LocalPosition& point)
{
    const double distance = length(point - m_camera.eye);
    CameraState direction = m_camera;
    direction.pitchDegrees = std::clamp(direction.pitchDegrees, -80.0, -20.0);
    flyTo(inTheOpen(direction, point, std::clamp(distance * 0.4, 60.0, 900.0)));
}

void Navigator::flyToBox(const Box& box)
{
    if (box.isEmpty())
        return;
    const CameraState framed =
        framing(box, m_camera.headingDegrees, std::clamp(m_camera.pitchDegrees, -60.0, -25.0), 4);
    flyTo(inTheOpen(framed, box.centre(), length(framed.eye - box.centre())));
}

void Navigator::flyToArea(const Box& area)
{
    if (!area.isEmpty())
        flyTo(framing(area, m_camera.headingDegrees, std::clamp(m_camera.pitchDegrees, -70.0, -40.0), 1.15));
}

void Navigator::flyHome()
{
    flyTo(m_home);
}

void Navigator::flyNorthUp()
{
    turnTo(0, m_camera.pitchDegrees);
}

void Navigator::flyTopDown()
{
    turnTo(m_camera.headingDegrees, steepest);
}

void Navigator::turnTo(double headingDegrees, double pitchDegrees)
{
    if (m_walking) { // on the spot
        CameraState turned = m_camera;
        turned.headingDegrees = headingDegrees;
        start(Flight(m_camera, turned), turned);
        return;
    }
    const LocalPosition pivot = middle();
    const CameraState to = turnedAbout(m_camera, pivot, headingDegrees, pitchDegrees);
    start(Flight(m_camera, to, pivot, tops()), to);
}

void Navigator::jumpTo(double headingDegrees, double pitchDegrees)
{
    stopFlights();
    if (m_walking) {
        CameraState turned = m_camera;
        turned.headingDegrees = headingDegrees;
        turned.pitchDegrees = pitchDegrees;
        apply(turned);
        return;
    }
    apply(turnedAbout(m_camera, middle(), headingDegrees, std::clamp(pitchDegrees, steepest, 0.0)));
}

void Navigator::flyToGround(const LocalPosition& place)
{
    CameraState direction = m_camera;
    direction.pitchDegrees = std::clamp(direction.pitchDegrees, -90.0, -25.0);
    const double distance = std::clamp(length(middle() - m_camera.eye), 200.0, 6000.0);
    flyTo(inTheOpen(direction, place, distance));
}

CameraState Navigator::framing(const Box& box, double headingDegrees, double pitchDegrees, double margin) const
{
    CameraState camera = m_camera;
    camera.headingDegrees = normalisedDegrees(headingDegrees);
    camera.pitchDegrees = pitchDegrees;
    const CameraBasis basis = cameraBasis(camera);
    const double tanVertical = std::tan(camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0);
    const double tanHorizontal = tanVertical * std::max(1, m_size.width()) / std::max(1, m_size.height());
    const LocalPosition centre = box.centre();
    double distance = nearestFlight;
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

bool Navigator::seesRegion() const
{
    const LocalPosition& eye = m_camera.eye;
    if (m_extent.isEmpty() ||
        (eye.x >= m_extent.min.x && eye.x <= m_extent.max.x && eye.y >= m_extent.min.y && eye.y <= m_extent.max.y))
        return true;
    constexpr int samples = 6;
    const LocalPosition size = m_extent.size();
    for (int i = 0; i <= samples; ++i)
        for (int k = 0; k <= samples; ++k) {
            LocalPosition p{m_extent.min.x + size.x * i / samples, m_extent.min.y + size.y * k / samples, 0};
            p.z = m_terrain.heightAt(p.x, p.y);
            const auto pixel = render::toPixel(m_camera, m_size, p);
            if (pixel && pixel->first >= 0 && pixel->first <= m_size.width() && pixel->second >= 0 &&
                pixel->second <= m_size.height())
                return true;
        }
    return false;
}

std::vector<LocalPosition> Navigator::footprint() const
{
    std::vector<LocalPosition> corners;
    const double far = farthestFootprint * std::max(50.0, heightAboveGround());
    for (const QPointF pixel : {QPointF(0, m_size.height()), QPointF(0, 0), QPointF(m_size.width(), 0),
                                QPointF(m_size.width(), m_size.height())}) {
        const LocalPosition direction = ray(pixel);
        const auto ground = m_terrain.hit(m_camera.eye, direction, far);
        corners.push_back(ground ? *ground : m_camera.eye + direction * far);
    }
    return corners;
}

// --- On foot
// -----------------------------------------------------------------------------------------------------------

void Navigator::beginWalk(const LocalPosition& ground)
{
    CameraState standing = m_camera;
    standing.eye = {ground.x, ground.y, m_terrain.heightAt(ground.x, ground.y) + eyeHeight};
    standing.pitchDegrees = 0;
    m_walking = true;
    start(Flight(m_camera, standing, tops()), standing);
}

void Navigator::endWalk()
{
    if (!m_walking)
        return;
    CameraState above = m_camera;
    above.pitchDegrees = -40;
    const LocalPosition feet = m_camera.eye - LocalPosition{0, 0, eyeHeight};
    flyTo(inTheOpen(above, feet, riseFromWalk * 1.5));
}

void Navigator::lookTo(QPointF pixel)
{
    const QPointF moved = pixel - m_lastPixel;
    CameraState turned = m_camera;
    turned.headingDegrees -= moved.x() * lookDegreesPerPixel;
    turned.pitchDegrees = std::clamp(turned.pitchDegrees + moved.y() * lookDegreesPerPixel, -80.0, 60.0);
    apply(turned);
}

bool Navigator::advanceWalk(double seconds)
{
    if (!easeSpeeds(seconds))
        return false;
    CameraState moved = m_camera;
    const double heading = m_camera.headingDegrees * std::numbers::pi / 180.0;
    const double way = walkSpeed * (m_keys.fast ? runFactor : 1) * seconds;
    const LocalPosition step =
        LocalPosition{std::cos(heading), -std::sin(heading), 0} * (way * m_speeds.right) +
        LocalPosition{std::sin(heading), std::cos(heading), 0} * (way * (m_speeds.forward + m_speeds.nearer));
    moved.eye = m_walls.walked(m_camera.eye, step);
    moved.eye.z = m_terrain.heightAt(moved.eye.x, moved.eye.y) + eyeHeight;
    moved.headingDegrees += 70 * seconds * m_speeds.turn;
    moved.pitchDegrees = std::clamp(moved.pitchDegrees + 40 * seconds * m_speeds.tilt, -80.0, 60.0);
    apply(moved);
    return true;
}

} // namespace twin::viewport

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/Skyline.h"
#include "Flight.h"
#include "Terrain.h"
#include "Walk.h"

#include <memory>
#include <optional>
#include <vector>

#include <QPointF>
#include <QSize>

namespace twin::viewport {

/// Directions held down on the keyboard, each -1, 0 or 1.
struct HeldKeys {
    int right = 0;     ///< arrows, A/D
    int forward = 0;   ///< arrows, W/S
    int turn = 0;      ///< E turns clockwise, Q counter-clockwise
    int tilt = 0;      ///< R up, F down
    int nearer = 0;    ///< + and -
    bool fast = false; ///< Shift

    [[nodiscard]] bool none() const { return right == 0 && forward == 0 && turn == 0 && tilt == 0 && nearer == 0; }
    friend bool operator==(const HeldKeys&, const HeldKeys&) = default;
};

/// Turns what hands do into a CameraState. Knows no window and no clock: pixels come in (origin top-left), seconds come
/// in through `advance`. `hit` is the scene point under the pixel where a pick knows it (a roof, a wall); without it
/// the ground under the pixel counts. GUI thread.
class Navigator {
public:
    /// @param home  where `flyHome` goes
    void setScene(Terrain terrain, const Box& extent, const CameraState& home);
    /// What stands on the ground: flights go over it. May be null: nothing is known yet.
    void setSkyline(std::shared_ptr<const services::Skyline> skyline) { m_skyline = std::move(skyline); }
    void setSize(QSize size) { m_size = size; }
    /// Flights, run-on and easing become jumps.
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    [[nodiscard]] const CameraState& camera() const { return m_camera; }
    /// Stops every motion and jumps.
    void setCamera(const CameraState& camera);
    [[nodiscard]] double heightAboveGround() const;
    /// @returns the scene point under a pixel on the ground; empty above the horizon.
    [[nodiscard]] std::optional<LocalPosition> groundUnder(QPointF pixel) const;
    /// @returns metres that one pixel covers at the middle of the picture, across the view; 0 when it shows only sky.
    [[nodiscard]] double metresPerPixel() const;

    /// @name One pointer @{
    void beginPan(QPointF pixel, std::optional<LocalPosition> hit = {});
    void beginOrbit(QPointF pixel, std::optional<LocalPosition> hit = {});
    /// Pulling up comes nearer to the point, pushing down goes away.
    void beginZoomDrag(QPointF pixel, std::optional<LocalPosition> hit = {});
    /// Turns the head: on foot.
    void beginLook(QPointF pixel);
    void dragTo(QPointF pixel);
    void endDrag();
    [[nodiscard]] bool isDragging() const { return m_drag != Drag::None; }
    /// @param steps  wheel notches, positive: nearer; spread over the next moments by `advance`
    void zoom(QPointF pixel, double steps, std::optional<LocalPosition> hit = {});
    /// @}

    /// @brief Two fingers: all changes since the last call.
    /// @param scale            distance of the fingers now / before
    /// @param rotationDegrees  of the line between them, clockwise
    /// @param tiltPixels       both fingers upwards
    void pinch(QPointF centre, double scale, double rotationDegrees, double tiltPixels);

    void setHeldKeys(const HeldKeys& keys);

    /// @name Flights @{
    void flyTo(const CameraState& camera);
    void flyToPoint(const LocalPosition& point);
    void flyToBox(const Box& box);
    /// A stretch of land that is to fill the picture: a street, a district.
    void flyToArea(const Box& area);
    void flyHome();
    void flyNorthUp();
    void flyTopDown();
    /// Shows a place on the ground from as far away and in the direction as now.
    void flyToGround(const LocalPosition& place);
    /// Turns at once about the middle of the picture; on foot on the spot.
    void jumpTo(double headingDegrees, double pitchDegrees);
    /// The same as a flight; on foot the pitch stays.
    void turnTo(double headingDegrees, double pitchDegrees);
    /// @}

    /// @name On foot: eyes 1.7 m above the ground, keys go, dragging looks, walls stop @{
    /// Flies down to a place on the ground (a free one: it is not looked for here) and stays there until endWalk.
    void beginWalk(const LocalPosition& ground);
    /// Rises above the roofs. Nothing happens when nobody walks.
    void endWalk();
    [[nodiscard]] bool isWalking() const { return m_walking; }
    void setWalls(Walls walls) { m_walls = std::move(walls); }
    [[nodiscard]] const Walls& walls() const { return m_walls; }
    /// @}

    /// @returns whether any of the region is in the picture, or the camera stands in it.
    [[nodiscard]] bool seesRegion() const;
    /// @returns the corners of the picture on the ground, as far as it goes: what a map shows of the view.
    [[nodiscard]] std::vector<LocalPosition> footprint() const;

    /// @returns the camera with this direction that shows the whole box.
    [[nodiscard]] CameraState framing(const Box& box, double headingDegrees, double pitchDegrees, double margin) const;

    /// @brief Lets time pass. @returns true while something is still moving by itself.
    bool advance(double seconds);
    [[nodiscard]] bool isMoving() const;

private:
    enum class Drag { None, Pan, Orbit, Zoom, Look };
    struct Zoom {
        LocalPosition target;
        double remaining = 0; ///< logarithm of the distance ratio still to go
    };
    struct Speeds {
        double right = 0, forward = 0, turn = 0, tilt = 0, nearer = 0;
    };

    void apply(CameraState camera);
    void stopFlights();
    void panTo(QPointF pixel);
    void orbitTo(QPointF pixel);
    void lookTo(QPointF pixel);
    bool advanceWalk(double seconds);
    void start(const Flight& flight, const CameraState& to);
    [[nodiscard]] Tops tops() const;
    /// @returns the camera, steeper or from another side if need be, so that its eye is in the open and sees the point.
    [[nodiscard]] CameraState inTheOpen(const CameraState& wanted, const LocalPosition& target, double distance) const;
    void zoomBy(const LocalPosition& target, double logarithm);
    bool easeSpeeds(double seconds);
    bool advanceKeys(double seconds);
    [[nodiscard]] LocalPosition targetUnder(QPointF pixel, std::optional<LocalPosition> hit) const;
    [[nodiscard]] LocalPosition middle() const;
    [[nodiscard]] LocalPosition ray(QPointF pixel) const;

    CameraState m_camera;
    Terrain m_terrain;
    std::shared_ptr<const services::Skyline> m_skyline;
    Walls m_walls;
    bool m_walking = false;
    Box m_extent;
    CameraState m_home;
    QSize m_size{1, 1};
    bool m_reducedMotion = false;

    Drag m_drag = Drag::None;
    LocalPosition m_anchor; ///< the point held by the pointer
    QPointF m_lastPixel;
    std::optional<Zoom> m_zoom;
    HeldKeys m_keys;
    Speeds m_speeds;
    std::optional<Flight> m_flight;
    double m_flightSeconds = 0;
};

} // namespace twin::viewport

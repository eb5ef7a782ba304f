// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraMath.h"

#include <numbers>

namespace twin::viewport {

CameraBasis cameraBasis(const CameraState& camera)
{
    const double heading = camera.headingDegrees * std::numbers::pi / 180.0;
    const LocalPosition right{std::cos(heading), -std::sin(heading), 0};
    const LocalPosition forward = viewDirection(camera);
    return {right, cross(right, forward), forward};
}

double normalisedDegrees(double degrees)
{
    const double rest = std::fmod(degrees, 360.0);
    return rest < 0 ? std::fmod(rest + 360.0, 360.0) : rest;
}

double turnDegrees(double from, double to)
{
    return normalisedDegrees(to - from + 180.0) - 180.0;
}

CameraState turnedAbout(const CameraState& camera, const LocalPosition& pivot, double headingDegrees,
                        double pitchDegrees)
{
    // The pivot keeps its pixel when its coordinates along the camera's own axes stay the same.
    const CameraBasis before = cameraBasis(camera);
    const LocalPosition arm = camera.eye - pivot;
    CameraState turned = camera;
    turned.headingDegrees = normalisedDegrees(headingDegrees);
    turned.pitchDegrees = pitchDegrees;
    const CameraBasis after = cameraBasis(turned);
    turned.eye = pivot + after.right * dot(arm, before.right) + after.up * dot(arm, before.up) +
                 after.forward * dot(arm, before.forward);
    return turned;
}

CameraState lookingAt(const CameraState& camera, const LocalPosition& target, double distance)
{
    CameraState moved = camera;
    moved.eye = target - viewDirection(camera) * distance;
    return moved;
}

} // namespace twin::viewport

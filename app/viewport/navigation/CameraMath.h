// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"

namespace twin::viewport {

/// The camera's axes in the scene frame, unit vectors: forward is into the picture.
struct CameraBasis {
    LocalPosition right;
    LocalPosition up;
    LocalPosition forward;
};

/// @returns the axes; at ±90° pitch, up and right still follow the heading.
[[nodiscard]] CameraBasis cameraBasis(const CameraState& camera);

/// @returns the same direction in [0, 360).
[[nodiscard]] double normalisedDegrees(double degrees);
/// @returns the shortest turn from one heading to another in [-180, 180).
[[nodiscard]] double turnDegrees(double from, double to);

/// @returns the camera turned about a point that keeps its place in the picture.
[[nodiscard]] CameraState turnedAbout(const CameraState& camera, const LocalPosition& pivot, double headingDegrees,
                                      double pitchDegrees);

/// @returns a camera with the heading, pitch and field of view of `camera` that has `target` in the middle of the
///          picture at `distance` metres.
[[nodiscard]] CameraState lookingAt(const CameraState& camera, const LocalPosition& target, double distance);

} // namespace twin::viewport

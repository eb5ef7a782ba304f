// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CameraState.h"
#include "model/GroundModel.h"

namespace twin::services {

/// @brief The view a region opens with and "home" returns to: from the south-south-west, where the sun lights the
///        fronts, at the middle of the region; the whole of a small one, some 1.5 km of a large one. Pure.
/// @param extent  scene frame; empty: the frame's origin
/// @param ground  may be null
[[nodiscard]] CameraState homeView(const Box& extent, const GroundModel* ground);

/// @brief The point that a camera looks at: where its axis meets the ground. Pure.
/// @param fallbackHeight  scene z of the ground where the model has none
/// @returns scene frame; a point 1 km ahead when the axis does not come down to the ground within 20 km
[[nodiscard]] LocalPosition viewTarget(const CameraState& camera, const GroundModel* ground, double fallbackHeight);

/// @returns the camera turned about the vertical axis through `target`, which stays at the same pixel.
/// @param degrees  clockwise seen from above
[[nodiscard]] CameraState orbited(const CameraState& camera, const LocalPosition& target, double degrees);

} // namespace twin::services

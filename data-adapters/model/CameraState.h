// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

namespace twin {

/// Where the viewer stands and looks. Both engines' cameras are pure functions of this value (see render/camera).
struct CameraState {
    LocalPosition eye;         ///< scene frame, metres
    double headingDegrees = 0; ///< clockwise from grid north, [0, 360)
    double pitchDegrees = -30; ///< up positive, [-90, 90]
    double verticalFieldOfViewDegrees = 45;

    friend bool operator==(const CameraState&, const CameraState&) = default;
};

/// @returns the unit view direction in the scene frame.
[[nodiscard]] LocalPosition viewDirection(const CameraState& camera);

} // namespace twin

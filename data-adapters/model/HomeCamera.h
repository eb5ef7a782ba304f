// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "model/SceneFrame.h"

namespace twin {

/// The view that a region opens with and "home" returns to, where its makers chose one.
struct HomeCamera {
    ProjectedPosition eye;     ///< region CRS
    double headingDegrees = 0; ///< clockwise from grid north
    double pitchDegrees = -30; ///< up positive

    [[nodiscard]] CameraState inScene(const SceneFrame& frame) const
    {
        CameraState camera;
        camera.eye = frame.toLocal(eye);
        camera.headingDegrees = headingDegrees;
        camera.pitchDegrees = pitchDegrees;
        return camera;
    }
    friend bool operator==(const HomeCamera&, const HomeCamera&) = default;
};

} // namespace twin

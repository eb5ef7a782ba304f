// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "model/TileTree.h"

#include <optional>

#include <QSize>

namespace twin::render {

/// The one place where a CameraState becomes matrices; both engines use it. Pure functions, any thread.

struct ClipRange {
    double nearMetres = 1;
    double farMetres = 10000;
};

/// @brief Near and far plane from the height above ground, so that 24 bits of depth suffice.
/// @param heightAboveGround  metres; negative counts as 0
[[nodiscard]] ClipRange clipRange(double heightAboveGround);

/// @returns world (scene) to eye: x right, y up, -z forward; OpenGL convention, column-major.
[[nodiscard]] Matrix4 viewMatrix(const CameraState& camera);
/// @returns eye to clip, symmetric perspective, z in [-1, 1].
[[nodiscard]] Matrix4 projectionMatrix(const CameraState& camera, QSize size, ClipRange range);

/// @returns the pixel (origin top-left) of a scene position; empty behind the camera.
[[nodiscard]] std::optional<std::pair<double, double>> toPixel(const CameraState& camera, QSize size,
                                                               const LocalPosition& p);
/// @returns the unit direction in the scene through a pixel (origin top-left, may be fractional).
[[nodiscard]] LocalPosition pixelRay(const CameraState& camera, QSize size, double x, double y);

} // namespace twin::render

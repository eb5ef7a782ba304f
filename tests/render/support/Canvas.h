// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/CityRenderer.h"
#include "render/OffscreenContext.h"

#include <QImage>

namespace twin::test {

/// @returns the picture of the last draw().
[[nodiscard]] QImage imageOf(render::CityRenderer& renderer, QSize size);
/// Draws until the picture is final. @returns the last report; not complete after 30 s.
render::FrameReport drawUntilComplete(render::CityRenderer& renderer, const render::FrameRequest& request);
/// @returns the camera of the peers' benchmark around a city's centre (600 m away, 250 m up).
[[nodiscard]] CameraState peerCamera(const LocalPosition& centre = {}, double turnRadians = 0.6);
/// @returns a camera that looks from one point at another.
[[nodiscard]] CameraState lookAt(const LocalPosition& eye, const LocalPosition& target);

} // namespace twin::test

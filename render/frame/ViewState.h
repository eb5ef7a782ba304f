// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/use/BuildingUse.h"
#include "render/CityRenderer.h"
#include "render/frame/PictureLook.h"
#include "render/light/SkyLight.h"
#include "render/Projection.h"

#include <array>

namespace twin::render {

/// Everything that the passes of one frame share.
struct ViewState {
    CameraState camera;
    QSize size;
    ClipRange range;
    Matrix4 view{};
    Matrix4 projection{};
    SkyLight light;
    PictureLook look;
    int divider = 0;                                  ///< pixels, from the left: see FrameRequest
    double hazeMetres = 0;                            ///< half of the colour is haze here
    std::array<float, buildingUseCount> litWindows{}; ///< share of windows that are lit, 0 … 1, by BuildingUse
};

/// Pictures that are accumulated for one Still picture: antialiasing and noise-free occlusion.
constexpr int stillSamples = 8;
/// @returns the view shifted by a part of a pixel, different for each sample; the same view for sample 0.
[[nodiscard]] ViewState shifted(const ViewState& view, int sample);

/// @returns pixels that one metre at one metre's distance takes in the middle of the picture.
[[nodiscard]] double pixelsPerRadian(const ViewState& view);

/// @param heightAboveGround  of the eye, metres
[[nodiscard]] ViewState viewStateOf(const FrameRequest& request, double heightAboveGround);

} // namespace twin::render

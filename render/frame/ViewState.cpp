// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/ViewState.h"

#include "render/light/SunPosition.h"

namespace twin::render {

ViewState viewStateOf(const FrameRequest& request, double heightAboveGround)
{
    ViewState view;
    view.camera = request.camera;
    view.size = request.size;
    view.range = clipRange(heightAboveGround);
    view.view = viewMatrix(request.camera);
    view.projection = projectionMatrix(request.camera, request.size, view.range);
    view.quality = request.quality;
    view.darkTheme = request.darkTheme;
    SunPosition sun{160, 40}; // a late morning in spring when no time is given
    if (request.time.isValid())
        sun = sunPosition(request.time, request.place);
    sun.elevationDegrees += refractionDegrees(sun.elevationDegrees);
    view.light = skyLight(sunDirection(sun, request.meridianConvergenceDegrees), request.darkTheme);
    return view;
}

} // namespace twin::render

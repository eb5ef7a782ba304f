// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/ViewState.h"

#include "render/light/SunPosition.h"

#include <cmath>
#include <numbers>

namespace twin::render {

namespace {

/// Halton's sequence: even coverage of the pixel whatever the number of samples.
double radicalInverse(int index, int base)
{
    double result = 0;
    for (double fraction = 1.0 / base; index > 0; index /= base, fraction /= base)
        result += fraction * (index % base);
    return result;
}

} // namespace

ViewState shifted(const ViewState& view, int sample)
{
    ViewState moved = view;
    if (sample == 0)
        return moved;
    moved.projection[8] += (radicalInverse(sample, 2) - 0.5) * 2 / view.size.width();
    moved.projection[9] += (radicalInverse(sample, 3) - 0.5) * 2 / view.size.height();
    return moved;
}

double pixelsPerRadian(const ViewState& view)
{
    return view.size.height() / (2 * std::tan(view.camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0));
}

ViewState viewStateOf(const FrameRequest& request, double heightAboveGround)
{
    ViewState view;
    view.camera = request.camera;
    view.size = request.size;
    view.range = clipRange(heightAboveGround);
    view.view = viewMatrix(request.camera);
    view.projection = projectionMatrix(request.camera, request.size, view.range);
    view.darkTheme = request.darkTheme;
    SunPosition sun{160, 40}; // a late morning in spring when no time is given
    if (request.time.isValid())
        sun = sunPosition(request.time, request.place);
    sun.elevationDegrees += refractionDegrees(sun.elevationDegrees);
    view.light = skyLight(sunDirection(sun, request.meridianConvergenceDegrees), request.darkTheme);
    return view;
}

} // namespace twin::render

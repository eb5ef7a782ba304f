// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/ViewState.h"

#include "render/light/SunPosition.h"

#include <algorithm>
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

constexpr double hazeOnTheGround = 13000; ///< metres
constexpr double hazePerHeight = 9;       ///< the air grows thinner upwards: an overview is not swallowed

/// Hours since midnight by the sun's place in the sky, within an hour of the clocks on the walls.
double hourAt(const FrameRequest& request)
{
    const double utc = QTime(0, 0).secsTo(request.time.toUTC().time()) / 3600.0;
    const double hour = std::fmod(utc + request.place.longitudeDegrees / 15 + 24, 24.0);
    return std::isfinite(hour) ? hour : 12;
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
    view.divider = static_cast<int>(std::lround(std::clamp(request.divider, 0.0, 1.0) * request.size.width()));
    view.range = clipRange(heightAboveGround);
    view.view = viewMatrix(request.camera);
    view.projection = projectionMatrix(request.camera, request.size, view.range);
    view.look = pictureLook(request.style, request.darkTheme);
    view.hazeMetres = view.look.haze * (hazeOnTheGround + hazePerHeight * std::max(heightAboveGround, 0.0));
    if (view.look.evenLight) {
        view.light = evenLight(request.style, request.darkTheme);
        return view;
    }
    for (int use = 0; request.time.isValid() && use < buildingUseCount; ++use)
        view.litWindows[static_cast<std::size_t>(use)] =
            static_cast<float>(litWindowShare(hourAt(request), static_cast<BuildingUse>(use)));
    SunPosition sun{160, 40}; // a late morning in spring when no time is given
    if (request.time.isValid())
        sun = sunPosition(request.time, request.place);
    sun.elevationDegrees += refractionDegrees(sun.elevationDegrees);
    view.light = skyLight(sunDirection(sun, request.meridianConvergenceDegrees), request.darkTheme);
    return view;
}

} // namespace twin::render

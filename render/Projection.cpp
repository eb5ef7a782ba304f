// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/Projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::render {

namespace {

struct Axes {
    LocalPosition right, up, forward;
};

/// Built from the angles, not from cross products with "up": stays exact when looking straight down.
Axes axesOf(const CameraState& camera)
{
    const double heading = camera.headingDegrees * std::numbers::pi / 180.0;
    Axes axes;
    axes.forward = viewDirection(camera);
    axes.right = {std::cos(heading), -std::sin(heading), 0};
    axes.up = cross(axes.right, axes.forward);
    return axes;
}

double tangentOfHalfFieldOfView(const CameraState& camera)
{
    return std::tan(camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0);
}

} // namespace

ClipRange clipRange(double heightAboveGround)
{
    const double height = std::max(heightAboveGround, 0.0);
    return {std::clamp(height * 0.02, 0.2, 1000.0), 60000.0 + height * 40.0};
}

Matrix4 viewMatrix(const CameraState& camera)
{
    const Axes a = axesOf(camera);
    const LocalPosition& e = camera.eye;
    return {a.right.x, a.up.x, -a.forward.x, 0, a.right.y,        a.up.y,        -a.forward.y,      0,
            a.right.z, a.up.z, -a.forward.z, 0, -dot(a.right, e), -dot(a.up, e), dot(a.forward, e), 1};
}

Matrix4 projectionMatrix(const CameraState& camera, QSize size, ClipRange range)
{
    const double t = tangentOfHalfFieldOfView(camera);
    const double aspect = static_cast<double>(size.width()) / std::max(size.height(), 1);
    const double n = range.nearMetres;
    const double f = range.farMetres;
    return {1 / (t * aspect), 0, 0, 0, 0, 1 / t, 0, 0, 0, 0, -(f + n) / (f - n), -1, 0, 0, -2 * f * n / (f - n), 0};
}

std::optional<std::pair<double, double>> toPixel(const CameraState& camera, QSize size, const LocalPosition& p)
{
    const Axes a = axesOf(camera);
    const LocalPosition d = p - camera.eye;
    const double depth = dot(d, a.forward);
    if (depth <= 0)
        return std::nullopt;
    const double scale = size.height() / (2 * tangentOfHalfFieldOfView(camera) * depth);
    return std::pair{size.width() * 0.5 + dot(d, a.right) * scale, size.height() * 0.5 - dot(d, a.up) * scale};
}

LocalPosition pixelRay(const CameraState& camera, QSize size, double x, double y)
{
    const Axes a = axesOf(camera);
    const double scale = 2 * tangentOfHalfFieldOfView(camera) / std::max(size.height(), 1);
    const LocalPosition d =
        a.forward + a.right * ((x - size.width() * 0.5) * scale) + a.up * ((size.height() * 0.5 - y) * scale);
    return d * (1 / length(d));
}

} // namespace twin::render

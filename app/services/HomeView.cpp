// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/HomeView.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::services {
namespace {

constexpr double homeHeadingDegrees = 22;
constexpr double homePitchDegrees = -30;
constexpr double leastDistance = 150; // metres: one building still stands in its surroundings
constexpr double leastArea = 100;     // square metres that a tile counts with at least
constexpr double mostDistance = 1150; // farther away a city is a texture, not a place

} // namespace

CameraState homeView(const Box& extent, const GroundModel* ground, const std::optional<LocalPosition>& focus)
{
    CameraState camera;
    camera.headingDegrees = homeHeadingDegrees;
    camera.pitchDegrees = homePitchDegrees;
    LocalPosition target;
    double radius = leastDistance;
    if (!extent.isEmpty()) {
        target = extent.centre();
        if (focus)
            target = *focus;
        target.z = extent.min.z;
        radius = 0.5 * std::hypot(extent.size().x, extent.size().y);
    }
    if (ground)
        target.z = ground->heightAt(target.x, target.y).value_or(target.z);
    const double halfView = camera.verticalFieldOfViewDegrees * std::numbers::pi / 360;
    const double distance = std::clamp(0.6 * radius / std::tan(halfView), leastDistance, mostDistance);
    camera.eye = target - viewDirection(camera) * distance;
    return camera;
}

std::optional<LocalPosition> denseMiddle(const TileTree& tree)
{
    LocalPosition sum;
    double weights = 0;
    Box all;
    for (const TileNode& node : tree.nodes) {
        if (!node.children.empty() || node.uri.isEmpty() || node.bounds.isEmpty())
            continue;
        const LocalPosition size = node.bounds.size();
        const double weight = 1 / std::max(leastArea, size.x * size.y);
        sum = sum + node.bounds.centre() * weight;
        weights += weight;
        all.include(node.bounds.min);
    }
    if (weights == 0)
        return std::nullopt;
    LocalPosition middle = sum * (1 / weights);
    middle.z = all.min.z;
    return middle;
}

LocalPosition viewTarget(const CameraState& camera, const GroundModel* ground, double fallbackHeight)
{
    constexpr double farthest = 20000;
    const LocalPosition direction = viewDirection(camera);
    LocalPosition target = camera.eye + direction * 1000.0;
    if (direction.z >= 0)
        return target;
    // The ground is nearly flat against the distance: a few steps of "cut the plane at the height found" converge.
    double height = fallbackHeight;
    for (int step = 0; step < 4; ++step) {
        const double distance = (height - camera.eye.z) / direction.z;
        if (!(distance > 0 && distance < farthest))
            break;
        target = camera.eye + direction * distance;
        if (!ground)
            break;
        height = ground->heightAt(target.x, target.y).value_or(fallbackHeight);
    }
    return target;
}

CameraState orbited(const CameraState& camera, const LocalPosition& target, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const LocalPosition arm = camera.eye - target;
    CameraState turned = camera;
    // Clockwise from above: north turns to east, as headings do.
    turned.eye = target + LocalPosition{arm.x * std::cos(angle) + arm.y * std::sin(angle),
                                        arm.y * std::cos(angle) - arm.x * std::sin(angle), arm.z};
    turned.headingDegrees = std::fmod(std::fmod(camera.headingDegrees + degrees, 360.0) + 360.0, 360.0);
    return turned;
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/HomeView.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace twin::services {
namespace {

constexpr double homeHeadingDegrees = 22;
constexpr double homePitchDegrees = -30;
constexpr double leastDistance = 10;   // metres: a shed, a statue
constexpr double emptyDistance = 150;  // metres, where there is nothing to fit the view to
constexpr double viewWidth = 1.3;      // times its height: a window with panels at its side
constexpr double leastArea = 100;      // square metres that a tile counts with at least
constexpr double townRadius = 900;     // metres
constexpr std::size_t mostTried = 500; // leaves of a large region
constexpr double mostDistance = 1150;  // of a town: farther away it is a texture, not a place
constexpr double widestDistance = 4e5; // of a land, known from maps alone

/// @returns how far a camera must stand from what it looks at so that it sees all of a box.
double distanceToSee(const Box& box, const LocalPosition& target, const CameraState& camera)
{
    const LocalPosition ahead = viewDirection(camera);
    const double heading = camera.headingDegrees * std::numbers::pi / 180;
    const LocalPosition right{std::cos(heading), -std::sin(heading), 0};
    const LocalPosition up = cross(right, ahead);
    const double halfHeight = std::tan(camera.verticalFieldOfViewDegrees * std::numbers::pi / 360);
    double distance = 0;
    for (const double x : {box.min.x, box.max.x})
        for (const double y : {box.min.y, box.max.y})
            for (const double z : {box.min.z, box.max.z}) {
                const LocalPosition arm = LocalPosition{x, y, z} - target;
                const double beside = std::abs(dot(arm, right)) / (halfHeight * viewWidth);
                const double above = std::abs(dot(arm, up)) / halfHeight;
                distance = std::max(distance, std::max(beside, above) - dot(arm, ahead));
            }
    return distance;
}

/// Together, they are one town.
bool isAround(const LocalPosition& a, const LocalPosition& b)
{
    return std::hypot(a.x - b.x, a.y - b.y) < townRadius;
}

/// Of many places a part is tried, spread evenly.
std::size_t stepThrough(std::size_t count)
{
    return std::max<std::size_t>(1, count / mostTried);
}

} // namespace

CameraState homeView(const Box& extent, const GroundModel* ground, const std::optional<LocalPosition>& focus)
{
    CameraState camera;
    camera.headingDegrees = homeHeadingDegrees;
    camera.pitchDegrees = homePitchDegrees;
    LocalPosition target;
    if (!extent.isEmpty()) {
        target = focus.value_or(extent.centre());
        target.z = extent.min.z;
    }
    if (ground)
        target.z = ground->heightAt(target.x, target.y).value_or(target.z);
    const double distance = extent.isEmpty() ? emptyDistance : distanceToSee(extent, target, camera);
    camera.eye =
        target - viewDirection(camera) * std::clamp(distance, leastDistance, focus ? mostDistance : widestDistance);
    return camera;
}

std::optional<DensePlace> densePlace(const TileTree& tree)
{
    struct Sum {
        LocalPosition centre;
        double weight = 0; ///< the smaller a leaf, the denser its land
        int count = 0;
        Box bounds;
        double grain = std::numeric_limits<double>::infinity();
    };
    std::vector<Box> leaves;
    Box all;
    for (const TileNode& node : tree.nodes) {
        if (!node.children.empty() || node.uri.isEmpty() || node.bounds.isEmpty())
            continue;
        leaves.push_back(node.bounds);
        all.include(node.bounds.min);
    }
    // The town is where most of the small leaves are together: a mean of all would lie in the fields between two towns.
    const auto around = [&leaves](const LocalPosition& place) {
        Sum sum;
        for (const Box& leaf : leaves)
            if (isAround(leaf.centre(), place)) {
                const LocalPosition size = leaf.size();
                const double weight = 1 / std::max(leastArea, size.x * size.y);
                sum.centre = sum.centre + leaf.centre() * weight;
                sum.weight += weight;
                sum.bounds.include(leaf);
                sum.grain = std::min(sum.grain, std::max(size.x, size.y));
                ++sum.count;
            }
        return sum;
    };
    std::optional<Sum> best;
    for (std::size_t i = 0; i < leaves.size(); i += stepThrough(leaves.size()))
        if (Sum sum = around(leaves[i].centre());
            !best || std::pair(sum.count, sum.weight) > std::pair(best->count, best->weight))
            best = std::move(sum);
    if (!best)
        return std::nullopt;
    LocalPosition middle = best->centre * (1 / best->weight);
    middle.z = all.min.z;
    return DensePlace{middle, best->bounds, best->grain};
}

bool isVague(const DensePlace& place)
{
    return place.grainMetres > townRadius;
}

std::optional<DensePlace> densePlace(std::span<const Box> objects)
{
    Box all;
    for (const Box& object : objects)
        all.include(object);
    std::optional<Box> best;
    std::pair<int, double> most;
    for (std::size_t i = 0; i < objects.size(); i += stepThrough(objects.size())) {
        const LocalPosition place = objects[i].centre();
        Box bounds;
        int count = 0;
        for (const Box& object : objects)
            if (isAround(object.centre(), place)) {
                bounds.include(object);
                ++count;
            }
        const LocalPosition away = place - all.centre();
        if (const std::pair rank(count, -std::hypot(away.x, away.y)); !best || rank > most) {
            best = bounds;
            most = rank;
        }
    }
    if (!best)
        return std::nullopt;
    LocalPosition middle = best->centre();
    middle.z = best->min.z;
    return DensePlace{middle, *best, 0};
}

LocalPosition viewTarget(const CameraState& camera, const GroundModel* ground, double fallbackHeight)
{
    constexpr double farthest = 2 * widestDistance;
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

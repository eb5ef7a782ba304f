// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of what moves: ribbons on the ground that fade with age; dashed where nothing was reported.
#include "ColourTriangles.h"
#include "LiveMarks.h"

#include <algorithm>

namespace twin::viewport {
namespace {

constexpr double ribbonPixels = 4;
constexpr double leastRibbon = 2.5; ///< metres
constexpr double leastLift = 1.5;   ///< metres above the ground
constexpr double liftPixels = 2;    ///< the same in the picture: coarse ground far away must not hide it
constexpr double nearest = 3;       ///< metres before the eye
constexpr double oldest = 0.12;     ///< opacity at the trail's end …
constexpr double newest = 0.85;     ///< … and at the last report
constexpr double dashMetres = 8;
constexpr int mostDashes = 40;
constexpr double shortest = 0.1; ///< metres

struct Post {
    LocalPosition left;
    LocalPosition right;
};

} // namespace

QByteArray LiveMarks::trailTriangles() const
{
    QByteArray bytes;
    const auto post = [this](LocalPosition p, const LocalPosition& across) -> std::optional<Post> {
        p.z = m_terrain.heightAt(p.x, p.y);
        const double depth = m_eye.depthOf(p);
        if (depth < nearest)
            return std::nullopt;
        const double unit = m_eye.metresPerPixel(depth);
        p.z += std::max(leastLift, liftPixels * unit);
        const LocalPosition side = across * (std::max(leastRibbon, ribbonPixels * unit) / 2);
        return Post{p - side, p + side};
    };
    const auto ribbon = [&](const LocalPosition& from, const LocalPosition& to, const QColor& colour, double before,
                            double after) {
        LocalPosition way = to - from;
        way.z = 0;
        const double metres = length(way);
        if (metres < shortest)
            return;
        const LocalPosition across = LocalPosition{-way.y, way.x, 0} * (1 / metres);
        const auto a = post(from, across);
        const auto b = post(to, across);
        if (a && b)
            ColourTriangles::addQuad(
                bytes, {m_frame.fromScene(a->left), colour, before}, {m_frame.fromScene(a->right), colour, before},
                {m_frame.fromScene(b->right), colour, after}, {m_frame.fromScene(b->left), colour, after});
    };
    for (const VehicleTracks::Whereabouts& vehicle : m_whereabouts) {
        const QColor colour = delayColour(vehicle.delaySeconds);
        const auto opacity = [&](std::size_t i) {
            return oldest + (newest - oldest) * static_cast<double>(i + 1) / static_cast<double>(vehicle.trail.size());
        };
        for (std::size_t i = 1; i < vehicle.trail.size(); ++i)
            ribbon(vehicle.trail[i - 1], vehicle.trail[i], colour, opacity(i - 1), opacity(i));
        if (!vehicle.estimated)
            continue;
        const LocalPosition from = vehicle.trail.back();
        LocalPosition way = vehicle.place - from;
        way.z = 0;
        const int dashes = std::min(mostDashes, static_cast<int>(length(way) / (2 * dashMetres)));
        for (int i = 0; i < dashes; ++i)
            ribbon(from + way * ((i + 0.5) / dashes), from + way * ((i + 1.0) / dashes), colour, newest, newest);
    }
    return bytes;
}

} // namespace twin::viewport

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/FlatPolygon.h"

#include "model/SceneFrame.h"
#include "package/geometry/Triangulator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::package {
namespace {

constexpr double farthestMetres = 1e6; ///< from the origin: no object is that large

Point2 minus(const Point2& a, const Point2& b)
{
    return {a.x - b.x, a.y - b.y};
}

} // namespace

bool FlatPolygon::set(const Polygon& polygon, const ProjectedPosition& origin)
{
    points.clear();
    flat.clear();
    rings.clear();
    normal = {};
    const SceneFrame frame(origin);
    for (const ProjectedPosition& p : polygon.points) {
        const LocalPosition local = frame.toLocal(p);
        if (!(std::abs(local.x) < farthestMetres && std::abs(local.y) < farthestMetres &&
              std::abs(local.z) < farthestMetres))
            return false;
        points.push_back(local);
    }
    for (std::size_t r = 0; r < polygon.ringStarts.size(); ++r) {
        const std::uint32_t begin = polygon.ringStarts[r];
        const auto end = static_cast<std::uint32_t>(r + 1 < polygon.ringStarts.size() ? polygon.ringStarts[r + 1]
                                                                                      : polygon.points.size());
        if (begin >= end || end > polygon.points.size())
            return false;
        rings.push_back({begin, end - begin});
    }
    if (rings.empty())
        return false;
    const FlatRing& exterior = rings.front();
    base = {};
    for (std::uint32_t i = 0; i < exterior.count; ++i)
        base = base + points[exterior.first + i] * (1.0 / exterior.count);
    const LocalPosition twice = newell(&points[exterior.first], exterior.count);
    if (length(twice) > 0)
        normal = twice * (1 / length(twice));
    // Any axis that is not the normal's gives a frame; the one it leans to least gives the best.
    const LocalPosition help = std::abs(normal.z) < 0.9 ? LocalPosition{0, 0, 1} : LocalPosition{1, 0, 0};
    right = cross(help, normal);
    right = length(right) > 0 ? right * (1 / length(right)) : LocalPosition{1, 0, 0};
    up = length(normal) > 0 ? cross(normal, right) : LocalPosition{0, 1, 0};
    for (const LocalPosition& p : points)
        flat.push_back(project(p));
    return true;
}

Point2 FlatPolygon::project(const LocalPosition& p) const
{
    const LocalPosition arm = p - base;
    return {dot(arm, right), dot(arm, up)};
}

double FlatPolygon::twiceArea(const FlatRing& ring) const
{
    double sum = 0;
    for (std::uint32_t i = 1; i + 1 < ring.count; ++i)
        sum += orientation(flat[ring.first], flat[ring.first + i], flat[ring.first + i + 1]);
    return sum;
}

bool FlatPolygon::ringContains(const FlatRing& ring, const Point2& p) const
{
    bool inside = false;
    for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
        const Point2& a = flat[i];
        const Point2& b = flat[next(ring, i)];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

bool FlatPolygon::contains(const Point2& p) const
{
    if (!ringContains(rings.front(), p))
        return false;
    return std::none_of(rings.begin() + 1, rings.end(), [&](const FlatRing& hole) { return ringContains(hole, p); });
}

double FlatPolygon::distanceToRing(const FlatRing& ring, const Point2& p) const
{
    double nearest = std::numeric_limits<double>::infinity();
    for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i)
        nearest = std::min(nearest, distanceToSegment(p, flat[i], flat[next(ring, i)]));
    return nearest;
}

double FlatPolygon::distanceToEdges(const Point2& p) const
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const FlatRing& ring : rings)
        nearest = std::min(nearest, distanceToRing(ring, p));
    return nearest;
}

double distanceToSegment(const Point2& p, const Point2& a, const Point2& b)
{
    const Point2 along = minus(b, a);
    const Point2 arm = minus(p, a);
    const double squared = along.x * along.x + along.y * along.y;
    const double share = squared > 0 ? std::clamp((arm.x * along.x + arm.y * along.y) / squared, 0.0, 1.0) : 0;
    return std::hypot(arm.x - along.x * share, arm.y - along.y * share);
}

bool crossProperly(const Point2& a, const Point2& b, const Point2& c, const Point2& d, double tolerance)
{
    const auto opposite = [tolerance](const Point2& from, const Point2& to, const Point2& p, const Point2& q) {
        const double least = tolerance * std::hypot(to.x - from.x, to.y - from.y);
        const double first = orientation(from, to, p);
        const double second = orientation(from, to, q);
        return (first > least && second < -least) || (first < -least && second > least);
    };
    return opposite(a, b, c, d) && opposite(c, d, a, b);
}

} // namespace twin::package

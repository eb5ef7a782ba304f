// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/FaceContact.h"

#include "package/quality/Val3dity.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

/// Two faces whose normals differ by less (sine) may lie in one plane.
constexpr double parallel = 1e-3;

/// Calls `visit(from, to, i, next)` for each edge until it returns true.
template <class Visit> bool anyEdge(const FlatPolygon& face, const Visit& visit)
{
    for (const FlatRing& ring : face.rings)
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i)
            if (visit(i, face.next(ring, i)))
                return true;
    return false;
}

bool isInside(const FlatPolygon& face, const LocalPosition& p)
{
    const Point2 flat = face.project(p);
    return face.contains(flat) && face.distanceToEdges(flat) > planeDistanceMetres;
}

/// Where along an edge, 0 … 1, something of the face's rim comes so near that it may begin or end to touch there.
std::vector<double> cutsOf(const Point2& from, const Point2& to, const FlatPolygon& face)
{
    std::vector<double> cuts{0, 1};
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double squared = dx * dx + dy * dy;
    anyEdge(face, [&](std::uint32_t i, std::uint32_t next) {
        const Point2& a = face.flat[i];
        const Point2& b = face.flat[next];
        cuts.push_back(((a.x - from.x) * dx + (a.y - from.y) * dy) / squared);
        const double ex = b.x - a.x;
        const double ey = b.y - a.y;
        const double turn = dx * ey - dy * ex;
        if (std::abs(turn) > 1e-9)
            cuts.push_back(((a.x - from.x) * ey - (a.y - from.y) * ex) / turn);
        return false;
    });
    std::erase_if(cuts, [](double t) { return !(t >= 0 && t <= 1); });
    std::sort(cuts.begin(), cuts.end());
    return cuts;
}

} // namespace

bool areInOnePlane(const FlatPolygon& a, const FlatPolygon& b)
{
    return length(cross(a.normal, b.normal)) < parallel && std::abs(a.distanceToPlane(b.base)) < planeDistanceMetres;
}

std::optional<LocalPosition> piercedAt(const FlatPolygon& a, const FlatPolygon& b)
{
    std::optional<LocalPosition> place;
    anyEdge(a, [&](std::uint32_t i, std::uint32_t next) {
        const LocalPosition& from = a.points[i];
        const LocalPosition& to = a.points[next];
        const double before = b.distanceToPlane(from);
        const double behind = b.distanceToPlane(to);
        if (before * behind >= 0 || std::min(std::abs(before), std::abs(behind)) < planeDistanceMetres)
            return false;
        const LocalPosition at = from + (to - from) * (before / (before - behind));
        if (isInside(b, at))
            place = at;
        return place.has_value();
    });
    return place;
}

std::optional<LocalPosition> coveredAt(const FlatPolygon& a, const FlatPolygon& b)
{
    std::optional<LocalPosition> place;
    anyEdge(a, [&](std::uint32_t i, std::uint32_t next) {
        const LocalPosition& from = a.points[i];
        const LocalPosition middle = (from + a.points[next]) * 0.5;
        if (isInside(b, from))
            place = from;
        else if (isInside(b, middle))
            place = middle;
        if (place)
            return true;
        const Point2 start = b.project(from);
        const Point2 end = b.project(a.points[next]);
        if (anyEdge(b, [&](std::uint32_t k, std::uint32_t after) {
                return crossProperly(start, end, b.flat[k], b.flat[after], planeDistanceMetres);
            }))
            place = middle;
        return place.has_value();
    });
    return place;
}

std::optional<LocalPosition> sharedAt(const FlatPolygon& a, const FlatPolygon& b)
{
    if (auto place = coveredAt(a, b))
        return place;
    if (auto place = coveredAt(b, a))
        return place;
    const auto within = placeWithin(a); // the same face twice crosses nowhere
    return within && isInside(b, *within) ? within : std::nullopt;
}

std::optional<LocalPosition> placeWithin(const FlatPolygon& face)
{
    if (isInside(face, face.base))
        return face.base;
    const FlatRing& rim = face.rings.front();
    for (std::uint32_t i = rim.first; i < rim.first + rim.count; ++i) {
        const std::uint32_t second = face.next(rim, i);
        const LocalPosition ear =
            (face.points[i] + face.points[second] + face.points[face.next(rim, second)]) * (1.0 / 3);
        if (isInside(face, ear))
            return ear;
    }
    return std::nullopt;
}

bool isNear(const FlatPolygon& face, const LocalPosition& p)
{
    if (std::abs(face.distanceToPlane(p)) > planeDistanceMetres)
        return false;
    const Point2 flat = face.project(p);
    return face.contains(flat) || face.distanceToEdges(flat) <= planeDistanceMetres;
}

void addTouches(const FlatPolygon& a, const FlatPolygon& b,
                std::vector<std::pair<LocalPosition, LocalPosition>>& touches)
{
    anyEdge(a, [&](std::uint32_t i, std::uint32_t next) {
        const LocalPosition& from = a.points[i];
        const LocalPosition& to = a.points[next];
        if (std::abs(b.distanceToPlane(from)) > planeDistanceMetres ||
            std::abs(b.distanceToPlane(to)) > planeDistanceMetres || length(to - from) < snapMetres)
            return false;
        const std::vector<double> cuts = cutsOf(b.project(from), b.project(to), b);
        for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
            const LocalPosition start = from + (to - from) * cuts[k];
            const LocalPosition end = from + (to - from) * cuts[k + 1];
            if (length(end - start) > 2 * planeDistanceMetres && isNear(b, (start + end) * 0.5))
                touches.emplace_back(start, end);
        }
        return false;
    });
}

} // namespace twin::package

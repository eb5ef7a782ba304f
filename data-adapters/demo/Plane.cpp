// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Plane.h"

#include <algorithm>
#include <numbers>

namespace twin::demo {

std::optional<Quad> inset(const Quad& quad, const std::array<double, 4>& distances)
{
    std::array<Vec2, 4> points;
    std::array<Vec2, 4> directions;
    for (std::size_t i = 0; i < 4; ++i) {
        const Vec2 side = quad[(i + 1) % 4] - quad[i];
        if (length(side) < 1)
            return std::nullopt;
        directions[i] = unit(side);
        points[i] = quad[i] + left(directions[i]) * distances[i];
    }
    Quad inner;
    for (std::size_t i = 0; i < 4; ++i) { // corner i lies on the sides before and after it
        const std::size_t before = (i + 3) % 4;
        const double sine = cross(directions[before], directions[i]);
        if (sine < 0.2)
            return std::nullopt;
        inner[i] = points[before] + directions[before] * (cross(points[i] - points[before], directions[i]) / sine);
    }
    for (std::size_t i = 0; i < 4; ++i) // a side that turned around: the quad was too narrow
        if (dot(inner[(i + 1) % 4] - inner[i], directions[i]) < 1)
            return std::nullopt;
    return inner;
}

Quad rectangle(Vec2 centre, Vec2 along, double length, double width)
{
    const Vec2 a = along * (length / 2);
    const Vec2 b = left(along) * (width / 2);
    return {centre - a - b, centre + a - b, centre + a + b, centre - a + b};
}

Ring ellipse(Vec2 centre, double radiusX, double radiusY, double turnDegrees, int corners)
{
    const double turn = turnDegrees * std::numbers::pi / 180;
    const Vec2 along{std::cos(turn), std::sin(turn)};
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back(centre + along * (radiusX * std::cos(angle)) + left(along) * (radiusY * std::sin(angle)));
    }
    return ring;
}

bool contains(const Ring& ring, Vec2 p)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Vec2 a = ring[i];
        const Vec2 b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
            inside = !inside;
    }
    return inside;
}

Vec2 curveThrough(const Quad& points, double t)
{
    // The pyramid of Barry and Goldman over knots whose distances are the roots of the points' distances.
    std::array<double, 4> knots{};
    for (std::size_t i = 1; i < 4; ++i)
        knots[i] = knots[i - 1] + std::sqrt(std::max(length(points[i] - points[i - 1]), 1e-6));
    const double at = knots[1] + (knots[2] - knots[1]) * t;
    const auto between = [&](Vec2 a, Vec2 b, std::size_t from, std::size_t to) {
        return mix(a, b, (at - knots[from]) / (knots[to] - knots[from]));
    };
    const Vec2 first = between(points[0], points[1], 0, 1);
    const Vec2 second = between(points[1], points[2], 1, 2);
    const Vec2 third = between(points[2], points[3], 2, 3);
    return between(between(first, second, 0, 2), between(second, third, 1, 3), 1, 2);
}

double distanceToSegment(Vec2 p, Vec2 a, Vec2 b)
{
    const Vec2 ab = b - a;
    const double t = std::clamp(dot(p - a, ab) / std::max(dot(ab, ab), 1e-9), 0.0, 1.0);
    return length(p - mix(a, b, t));
}

} // namespace twin::demo

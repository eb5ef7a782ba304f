// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace twin::demo {

/// A place or direction in the plane of EPSG:25832, metres.
struct Vec2 {
    double x = 0;
    double y = 0;

    friend Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
    friend Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
    friend Vec2 operator*(Vec2 a, double s) { return {a.x * s, a.y * s}; }
};

[[nodiscard]] inline double dot(Vec2 a, Vec2 b)
{
    return a.x * b.x + a.y * b.y;
}
[[nodiscard]] inline double cross(Vec2 a, Vec2 b)
{
    return a.x * b.y - a.y * b.x;
}
[[nodiscard]] inline double length(Vec2 a)
{
    return std::hypot(a.x, a.y);
}
[[nodiscard]] inline Vec2 unit(Vec2 a)
{
    return a * (1 / length(a));
}
[[nodiscard]] inline Vec2 left(Vec2 a)
{
    return {-a.y, a.x};
}
[[nodiscard]] inline Vec2 mix(Vec2 a, Vec2 b, double t)
{
    return a + (b - a) * t;
}

using Ring = std::vector<Vec2>;   ///< open, counter-clockwise
using Quad = std::array<Vec2, 4>; ///< counter-clockwise, convex

[[nodiscard]] inline Vec2 centreOf(const Quad& q)
{
    return (q[0] + q[1] + q[2] + q[3]) * 0.25;
}

[[nodiscard]] inline bool contains(const Quad& q, Vec2 p)
{
    for (std::size_t i = 0; i < 4; ++i)
        if (cross(q[(i + 1) % 4] - q[i], p - q[i]) < 0)
            return false;
    return true;
}

/// @returns whether a place lies within a ring of any turn.
[[nodiscard]] bool contains(const Ring& ring, Vec2 p);

/// @returns the quad with every side moved inwards by its distance; empty when nothing sensible is left.
[[nodiscard]] std::optional<Quad> inset(const Quad& quad, const std::array<double, 4>& distances);
[[nodiscard]] inline std::optional<Quad> inset(const Quad& quad, double distance)
{
    return inset(quad, {distance, distance, distance, distance});
}

/// @returns a rectangle around a centre; `along` is the direction of its length.
[[nodiscard]] Quad rectangle(Vec2 centre, Vec2 along, double length, double width);

/// @returns the corners of a regular polygon, stretched to two radii and turned; counter-clockwise.
[[nodiscard]] Ring ellipse(Vec2 centre, double radiusX, double radiusY, double turnDegrees, int corners);

/// @brief A place on the smooth curve through four way points, between the second and the third: a centripetal
///        Catmull-Rom curve, which neither loops nor overshoots (Yuksel et al. 2011). @param t  0 … 1 between the two.
[[nodiscard]] Vec2 curveThrough(const Quad& points, double t);

[[nodiscard]] double distanceToSegment(Vec2 p, Vec2 a, Vec2 b);

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace twin::package {

struct Point2 {
    double x = 0;
    double y = 0;
};

/// @returns twice the signed area of a triangle; positive: counter-clockwise.
[[nodiscard]] inline double orientation(const Point2& a, const Point2& b, const Point2& c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Triangulates one simple ring without holes. Convex rings become a fan, others are cut ear by ear, the roundest ear
/// first among the neighbours. O(n²): meant for the small rings of buildings. Reuses its memory; one object a thread.
class EarClipper {
public:
    /// Rings with more points are better left to a sweep-line tessellator.
    static constexpr std::size_t mostPoints = 400;

    /// @brief Appends triangles of the counter-clockwise ring `points` to `indices` (0-based into `points`).
    /// @returns false when the ring is not simple (or too long); `indices` is then unchanged.
    bool clip(std::span<const Point2> points, std::vector<std::uint32_t>& indices);

private:
    [[nodiscard]] bool isStrictlyConvex(std::span<const Point2> points) const;
    [[nodiscard]] bool isEar(std::span<const Point2> points, std::uint32_t vertex) const;
    bool clipEars(std::span<const Point2> points, std::vector<std::uint32_t>& indices);

    std::vector<std::uint32_t> m_next;
    std::vector<std::uint32_t> m_previous;
};

} // namespace twin::package

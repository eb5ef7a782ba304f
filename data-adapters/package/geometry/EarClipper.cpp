// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/EarClipper.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

double twiceArea(std::span<const Point2> points)
{
    double sum = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        sum += orientation(points[0], points[i], points[i + 1]);
    return sum;
}

double squaredDistance(const Point2& a, const Point2& b)
{
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

bool samePlace(const Point2& a, const Point2& b)
{
    return a.x == b.x && a.y == b.y;
}

} // namespace

bool EarClipper::clip(std::span<const Point2> points, std::vector<std::uint32_t>& indices)
{
    const auto count = static_cast<std::uint32_t>(points.size());
    if (count < 3 || count > mostPoints)
        return false;
    const double expected = twiceArea(points);
    if (!(expected > 0))
        return false;
    if (count == 3) {
        indices.insert(indices.end(), {0, 1, 2});
        return true;
    }
    if (isStrictlyConvex(points)) {
        if (count == 4 && squaredDistance(points[1], points[3]) < squaredDistance(points[0], points[2])) {
            indices.insert(indices.end(), {0, 1, 3, 1, 2, 3});
            return true;
        }
        for (std::uint32_t i = 1; i + 1 < count; ++i)
            indices.insert(indices.end(), {0, i, i + 1});
        return true;
    }
    const std::size_t before = indices.size();
    if (clipEars(points, indices)) {
        // All ears are counter-clockwise, so equal areas mean that they neither overlap nor leave the ring.
        double got = 0;
        for (std::size_t i = before; i < indices.size(); i += 3)
            got += orientation(points[indices[i]], points[indices[i + 1]], points[indices[i + 2]]);
        if (std::abs(got - expected) <= 1e-6 * expected + 1e-9)
            return true;
    }
    indices.resize(before);
    return false;
}

bool EarClipper::isStrictlyConvex(std::span<const Point2> points) const
{
    const std::size_t count = points.size();
    int turnsUp = 0; // a convex ring changes from falling to rising once
    for (std::size_t i = 0; i < count; ++i) {
        const Point2& a = points[i];
        const Point2& b = points[(i + 1) % count];
        const Point2& c = points[(i + 2) % count];
        const double turn = orientation(a, b, c);
        if (!(turn > 1e-7 * (squaredDistance(a, b) + squaredDistance(b, c))))
            return false;
        const bool falls = b.y < a.y || (b.y == a.y && b.x < a.x);
        const bool rises = c.y > b.y || (c.y == b.y && c.x > b.x);
        turnsUp += falls && rises ? 1 : 0;
    }
    return turnsUp == 1;
}

bool EarClipper::isEar(std::span<const Point2> points, std::uint32_t vertex) const
{
    const Point2& a = points[m_previous[vertex]];
    const Point2& b = points[vertex];
    const Point2& c = points[m_next[vertex]];
    if (!(orientation(a, b, c) > 0))
        return false;
    for (std::uint32_t i = m_next[m_next[vertex]]; i != m_previous[vertex]; i = m_next[i]) {
        const Point2& p = points[i];
        if (samePlace(p, a) || samePlace(p, c))
            continue;
        if (orientation(a, b, p) >= 0 && orientation(b, c, p) >= 0 && orientation(c, a, p) >= 0)
            return false;
    }
    return true;
}

bool EarClipper::clipEars(std::span<const Point2> points, std::vector<std::uint32_t>& indices)
{
    auto left = static_cast<std::uint32_t>(points.size());
    m_next.resize(left);
    m_previous.resize(left);
    for (std::uint32_t i = 0; i < left; ++i) {
        m_next[i] = (i + 1) % left;
        m_previous[i] = (i + left - 1) % left;
    }
    std::uint32_t vertex = 0;
    std::uint32_t misses = 0;
    while (left > 3) {
        const std::uint32_t a = m_previous[vertex];
        const std::uint32_t c = m_next[vertex];
        const double turn = orientation(points[a], points[vertex], points[c]);
        const double scale = squaredDistance(points[a], points[vertex]) + squaredDistance(points[vertex], points[c]);
        // After a whole round without a proper ear a flat corner may go: it carries no area.
        const bool flat = std::abs(turn) <= 1e-12 * scale && misses > left;
        if (!flat && !isEar(points, vertex)) {
            if (++misses > 2 * left + 2)
                return false;
            vertex = c;
            continue;
        }
        if (turn > 0)
            indices.insert(indices.end(), {a, vertex, c});
        m_next[a] = c;
        m_previous[c] = a;
        --left;
        misses = 0;
        vertex = m_next[c]; // skipping one corner spreads the ears and avoids slivers
    }
    const std::uint32_t a = m_previous[vertex];
    const std::uint32_t c = m_next[vertex];
    if (orientation(points[a], points[vertex], points[c]) > 0)
        indices.insert(indices.end(), {a, vertex, c});
    return true;
}

} // namespace twin::package

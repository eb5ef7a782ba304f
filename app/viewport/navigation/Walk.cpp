// SPDX-License-Identifier: GPL-3.0-or-later
#include "Walk.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::viewport {
namespace {

constexpr double bodyRadius = 0.45; // metres between eyes and wall: nearer than that the near plane cuts it open
constexpr double needsAround = 40;  // metres
constexpr double farthestFree = 60; // metres

double distanceToSegment(const LocalPosition& p, const LocalPosition& a, const LocalPosition& b)
{
    const double x = b.x - a.x;
    const double y = b.y - a.y;
    const double square = x * x + y * y;
    const double along = square > 0 ? std::clamp(((p.x - a.x) * x + (p.y - a.y) * y) / square, 0.0, 1.0) : 0;
    return std::hypot(a.x + along * x - p.x, a.y + along * y - p.y);
}

double side(const LocalPosition& a, const LocalPosition& b, const LocalPosition& p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

template <class Visit> bool anySegment(const std::vector<Walls::Ring>& rings, const Visit& visit)
{
    for (const Walls::Ring& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i)
            if (visit(ring[i], ring[(i + 1) % ring.size()]))
                return true;
    return false;
}

} // namespace

Walls::Walls(std::vector<Ring> rings, const LocalPosition& centre, double radius)
    : m_rings(std::move(rings)), m_centre(centre), m_radius(radius)
{
}

bool Walls::covers(const LocalPosition& place) const
{
    return std::hypot(place.x - m_centre.x, place.y - m_centre.y) + needsAround < m_radius;
}

bool Walls::isFree(const LocalPosition& place) const
{
    bool inside = false;
    const bool touches = anySegment(m_rings, [&](const LocalPosition& a, const LocalPosition& b) {
        if ((a.y > place.y) != (b.y > place.y) && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside; // courtyards are rings of their own: even-odd
        return distanceToSegment(place, a, b) < bodyRadius;
    });
    return !touches && !inside;
}

bool Walls::crosses(const LocalPosition& from, const LocalPosition& to) const
{
    return anySegment(m_rings, [&](const LocalPosition& a, const LocalPosition& b) {
        return side(a, b, from) * side(a, b, to) < 0 && side(from, to, a) * side(from, to, b) < 0;
    });
}

LocalPosition Walls::walked(const LocalPosition& from, const LocalPosition& step) const
{
    // Who stands inside (walls came later than the walker) may go anywhere: out.
    const bool wasFree = isFree(from);
    const auto reaches = [&](const LocalPosition& way) {
        return !wasFree || (isFree(from + way) && !crosses(from, from + way));
    };
    if (reaches(step))
        return from + step;
    // Along the wall: the direction nearest to the one wanted that is free, slower the more it bends away.
    for (const double degrees : {15.0, 30.0, 45.0, 60.0, 75.0})
        for (const double turn : {degrees, -degrees}) {
            const double angle = turn * std::numbers::pi / 180;
            const LocalPosition bent = LocalPosition{step.x * std::cos(angle) - step.y * std::sin(angle),
                                                     step.x * std::sin(angle) + step.y * std::cos(angle), step.z} *
                                       std::cos(angle);
            if (reaches(bent))
                return from + bent;
        }
    return from;
}

LocalPosition Walls::freeNear(const LocalPosition& place) const
{
    if (isFree(place))
        return place;
    for (double radius = 2; radius <= farthestFree; radius += 2) {
        const int directions = static_cast<int>(8 + radius);
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * i / directions;
            const LocalPosition there = place + LocalPosition{std::sin(angle), std::cos(angle), 0} * radius;
            if (isFree(there))
                return there;
        }
    }
    return place;
}

} // namespace twin::viewport

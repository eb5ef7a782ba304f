// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Obstacles.h"

#include <algorithm>
#include <numbers>

namespace twin::demo {
namespace {

/// Metres kept free on each side of a course; 0: nothing is.
double halfWidthOf(const QByteArray& kind, const QByteArray& name)
{
    if (kind == "river")
        return name == "Ruhr" ? 90 : name.startsWith("Lenne") ? 70 : 22;
    return kind == "railway"        ? 18
           : kind == "motorway"     ? 38
           : kind == "trunk_road"   ? 20
           : kind == "country_road" ? 9
           : kind == "canal"        ? 48
           : kind == "lake"         ? 30
           : kind == "brook"        ? 14
                                    : 0;
}

constexpr double landmarkClearance = 7;

} // namespace

double keptFree(const Course& course)
{
    return halfWidthOf(course.kind, course.name);
}

Obstacles::Obstacles(const Assets& assets) : m_greens(assets.greens), m_woods(assets.woods)
{
    for (const Course& course : assets.courses) {
        const double half = halfWidthOf(course.kind, course.name);
        for (std::size_t i = 0; half > 0 && i + 1 < course.points.size(); ++i)
            m_strips.push_back({course.points[i], course.points[i + 1], half,
                                course.kind == "river" || course.kind == "brook" || course.kind == "canal"});
        if (course.kind == "lake")
            m_lakes.push_back(course.points);
    }
    for (const Landmark& landmark : assets.landmarks) {
        const double turn = landmark.turnDegrees * std::numbers::pi / 180;
        m_boxes.push_back({landmark.centre,
                           {std::cos(turn), std::sin(turn)},
                           landmark.a / 2 + landmarkClearance,
                           landmark.b / 2 + landmarkClearance});
    }
}

double Obstacles::distance(const Box& box, Vec2 p)
{
    const Vec2 d = p - box.centre;
    const double x = std::max(0.0, std::abs(dot(d, box.along)) - box.halfLength);
    const double y = std::max(0.0, std::abs(dot(d, left(box.along))) - box.halfWidth);
    return std::hypot(x, y);
}

Obstacles Obstacles::near(Vec2 centre, double radius, bool withLines) const
{
    Obstacles some;
    for (const Strip& strip : m_strips)
        if (withLines && distanceToSegment(centre, strip.a, strip.b) < radius + strip.half)
            some.m_strips.push_back(strip);
    for (const Green& green : m_greens)
        if (length(centre - green.centre) < radius + green.radius)
            some.m_greens.push_back(green);
    for (const Box& box : m_boxes)
        if (distance(box, centre) < radius)
            some.m_boxes.push_back(box);
    for (const Wood& wood : m_woods)
        if (length(centre - wood.centre) < radius + wood.reach())
            some.m_woods.push_back(wood);
    if (withLines)
        some.m_lakes = m_lakes;
    return some;
}

bool Obstacles::hits(Vec2 centre, double radius) const
{
    return std::any_of(m_strips.begin(), m_strips.end(),
                       [&](const Strip& s) { return distanceToSegment(centre, s.a, s.b) < radius + s.half; }) ||
           std::any_of(m_greens.begin(), m_greens.end(),
                       [&](const Green& g) { return length(centre - g.centre) < g.radius; }) ||
           std::any_of(m_boxes.begin(), m_boxes.end(), [&](const Box& b) { return distance(b, centre) < radius; }) ||
           isWild(centre);
}

bool Obstacles::crosses(Vec2 centre, double radius) const
{
    return std::any_of(m_strips.begin(), m_strips.end(),
                       [&](const Strip& s) { return distanceToSegment(centre, s.a, s.b) < radius + s.half; }) ||
           std::any_of(m_lakes.begin(), m_lakes.end(), [&](const Ring& lake) { return contains(lake, centre); });
}

bool Obstacles::meetsLandmark(Vec2 centre, double radius) const
{
    return std::any_of(m_boxes.begin(), m_boxes.end(), [&](const Box& b) { return distance(b, centre) < radius; });
}

bool Obstacles::isBank(Vec2 p, double metres) const
{
    bool isNear = false;
    for (const Strip& strip : m_strips) {
        const double away = distanceToSegment(p, strip.a, strip.b) - strip.half;
        if (strip.isWater && away < 1)
            return false;
        isNear = isNear || (strip.isWater && away < metres);
    }
    for (const Ring& lake : m_lakes) {
        double away = metres;
        for (std::size_t i = 0; i < lake.size(); ++i)
            away = std::min(away, distanceToSegment(p, lake[i], lake[(i + 1) % lake.size()]));
        if (away < 4 || contains(lake, p))
            return false;
        isNear = isNear || away < metres;
    }
    return isNear;
}

bool Obstacles::isWild(Vec2 p) const
{
    return std::any_of(m_woods.begin(), m_woods.end(), [&](const Wood& w) { return w.contains(p); }) ||
           std::any_of(m_lakes.begin(), m_lakes.end(), [&](const Ring& lake) { return contains(lake, p); });
}

} // namespace twin::demo

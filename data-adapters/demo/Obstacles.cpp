// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Obstacles.h"

#include <algorithm>
#include <numbers>

namespace twin::demo {
namespace {

constexpr double railHalf = 24;
constexpr double waterHalf = 45;
constexpr double landmarkClearance = 7;

} // namespace

Obstacles::Obstacles(const Assets& assets) : m_greens(assets.greens)
{
    const auto addStrips = [this](const std::vector<std::vector<Vec2>>& lines, double half) {
        for (const std::vector<Vec2>& line : lines)
            for (std::size_t i = 0; i + 1 < line.size(); ++i)
                m_strips.push_back({line[i], line[i + 1], half});
    };
    addStrips(assets.rails, railHalf);
    addStrips(assets.water, waterHalf);
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
    return some;
}

bool Obstacles::hits(Vec2 centre, double radius) const
{
    return std::any_of(m_strips.begin(), m_strips.end(),
                       [&](const Strip& s) { return distanceToSegment(centre, s.a, s.b) < radius + s.half; }) ||
           std::any_of(m_greens.begin(), m_greens.end(),
                       [&](const Green& g) { return length(centre - g.centre) < g.radius; }) ||
           std::any_of(m_boxes.begin(), m_boxes.end(), [&](const Box& b) { return distance(b, centre) < radius; });
}

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"
#include "demo/Building.h"

#include <functional>
#include <numbers>

namespace twin::demo {

/// A landmark's own axes: x along its long side, y to the left of it, z above its ground.
class Site {
public:
    /// @param groundAt  metres above NHN anywhere; empty: level
    explicit Site(const Landmark& landmark, std::function<double(Vec2)> groundAt = {})
        : m_landmark(landmark), m_groundAt(std::move(groundAt))
    {
        const double turn = landmark.turnDegrees * std::numbers::pi / 180;
        m_along = {std::cos(turn), std::sin(turn)};
    }

    [[nodiscard]] Vec2 at(double x, double y) const { return m_landmark.centre + m_along * x + left(m_along) * y; }
    [[nodiscard]] Vec2 along() const { return m_along; }
    [[nodiscard]] double z(double above) const { return m_landmark.ground + above; }
    /// @returns the land's height at a place above the landmark's ground: where a post of its own stands.
    [[nodiscard]] double foot(double x, double y) const
    {
        return m_groundAt ? m_groundAt(at(x, y)) - m_landmark.ground : 0;
    }
    [[nodiscard]] Quad quad(double x, double y, double length, double width) const
    {
        return rectangle(at(x, y), m_along, length, width);
    }
    [[nodiscard]] Ring ring(double x, double y, double length, double width) const
    {
        const Quad q = quad(x, y, length, width);
        return {q.begin(), q.end()};
    }
    [[nodiscard]] Ring round(double x, double y, double radiusX, double radiusY, int corners) const
    {
        return ellipse(at(x, y), radiusX, radiusY, m_landmark.turnDegrees, corners);
    }
    [[nodiscard]] Part box(double x, double y, double length, double width, double bottom, double top) const
    {
        return {prism(ring(x, y, length, width), z(bottom), z(top)), RoofForm::Flat};
    }
    [[nodiscard]] Part spire(const Ring& base, double bottom, double top) const
    {
        Vec2 middle;
        for (const Vec2& p : base)
            middle = middle + p * (1.0 / double(base.size()));
        return {pyramid(base, z(bottom), middle, z(top)), RoofForm::Spire};
    }

private:
    const Landmark& m_landmark;
    std::function<double(Vec2)> m_groundAt;
    Vec2 m_along;
};

using Parts = std::vector<Part>;

/// @returns a part in its own colours. @param wall, top  0xRRGGBB; 0: as the landmark
[[nodiscard]] inline Part coloured(Part part, std::uint32_t wall, std::uint32_t top)
{
    part.wallColour = wall;
    part.topColour = top;
    return part;
}

/// @brief The massing of mines, furnaces and other works. @returns empty for a shape that is none of them.
[[nodiscard]] Parts industrialParts(const Landmark& landmark, const Site& site);

} // namespace twin::demo

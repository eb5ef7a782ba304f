// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"

namespace twin::demo {

/// What generated houses keep clear of: landmarks, parks, woods, railways, motorways, water.
class Obstacles {
public:
    explicit Obstacles(const Assets& assets);

    /// @returns those that matter within a circle.
    /// @param withLines  railways, roads and water too; their courses are too rough for the narrow streets of the
    /// centre
    [[nodiscard]] Obstacles near(Vec2 centre, double radius, bool withLines) const;
    /// @returns whether a house of that radius would touch something.
    [[nodiscard]] bool hits(Vec2 centre, double radius) const;
    /// @returns whether a circle touches a railway, road or water's course, or a lake.
    [[nodiscard]] bool crosses(Vec2 centre, double radius) const;
    /// @returns whether a circle touches a landmark.
    [[nodiscard]] bool meetsLandmark(Vec2 centre, double radius) const;
    /// @returns whether a place lies beside a water, not farther away than this.
    [[nodiscard]] bool isBank(Vec2 p, double metres) const;
    /// @returns whether a place is in a wood or a lake: no street leads there.
    [[nodiscard]] bool isWild(Vec2 p) const;

private:
    struct Strip {
        Vec2 a, b;
        double half = 0; ///< width kept free on each side
        bool isWater = false;
    };
    struct Box {
        Vec2 centre, along;
        double halfLength = 0, halfWidth = 0;
    };
    Obstacles() = default;
    [[nodiscard]] static double distance(const Box& box, Vec2 p);

    std::vector<Strip> m_strips;
    std::vector<Green> m_greens;
    std::vector<Wood> m_woods;
    std::vector<Ring> m_lakes;
    std::vector<Box> m_boxes;
};

/// @returns metres that houses keep from a course's axis on each side; 0: they need not.
[[nodiscard]] double keptFree(const Course& course);

} // namespace twin::demo

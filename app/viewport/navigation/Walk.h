// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <vector>

namespace twin::viewport {

constexpr double eyeHeight = 1.7; ///< metres above the ground, on foot

/// Walls around somebody who walks: the outlines of buildings as they stand on the ground. Scene frame, z unused. Pure.
class Walls {
public:
    using Ring = std::vector<LocalPosition>; ///< open: the first point is not repeated

    Walls() = default;
    /// @param centre,radius  where all outlines within are known
    Walls(std::vector<Ring> rings, const LocalPosition& centre, double radius);

    /// @returns whether a place is far enough from every wall and in no building.
    [[nodiscard]] bool isFree(const LocalPosition& place) const;
    /// @returns where a step ends: before a wall, or along it where it is met at a slant.
    [[nodiscard]] LocalPosition walked(const LocalPosition& from, const LocalPosition& step) const;
    /// @returns the free place nearest to one, within 60 m; the place itself when there is none.
    [[nodiscard]] LocalPosition freeNear(const LocalPosition& place) const;
    /// @returns whether these walls are enough for the next steps from here.
    [[nodiscard]] bool covers(const LocalPosition& place) const;

private:
    [[nodiscard]] bool crosses(const LocalPosition& from, const LocalPosition& to) const;

    std::vector<Ring> m_rings;
    LocalPosition m_centre;
    double m_radius = 0;
};

} // namespace twin::viewport

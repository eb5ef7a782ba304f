// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"

namespace twin::demo {

/// The demo region's ground: spot heights and the levels of waters and roads, interpolated once on a grid of 100 m and
/// smoothed by a cubic B-spline; waters lie in their beds. Immutable; any thread.
class Ground {
public:
    explicit Ground(const Assets& assets);

    /// @returns metres above NHN. Beyond the region its edge's heights go on.
    [[nodiscard]] double at(Vec2 p) const;
    [[nodiscard]] Vec2 southWest() const { return m_southWest; }
    [[nodiscard]] Vec2 northEast() const;

private:
    static constexpr double spacing = 100;
    /// A piece of a water's course with its level.
    struct Reach {
        Vec2 a, b;
        double levelA = 0, levelB = 0;
        double half = 0; ///< width of the water on each side
    };

    struct Lake {
        Ring outline;
        double level = 0;
        double bank = 0; ///< metres over which the ground falls to it
        Vec2 low, high;  ///< box with its banks
    };
    /// Levelled land of a port.
    struct Plateau {
        Ring outline;
        double level = 0;
        Vec2 low, high; ///< box with its surroundings
    };

    static Lake lakeOf(const Course& course);
    [[nodiscard]] double levelled(Vec2 p, double height) const;
    void addWaters(const Assets& assets);
    [[nodiscard]] double smooth(Vec2 p) const;

    Vec2 m_southWest;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<float> m_heights;
    std::vector<Reach> m_reaches;
    std::vector<std::vector<std::uint16_t>> m_cells; ///< reaches near each cell of a kilometre, row by row
    int m_cellColumns = 0;
    std::vector<Lake> m_lakes;
    std::vector<Plateau> m_plateaus;
};

/// @returns metres of water on each side of a course's axis; 0 for what is no running water.
[[nodiscard]] double waterHalfWidth(const Course& course);

} // namespace twin::demo

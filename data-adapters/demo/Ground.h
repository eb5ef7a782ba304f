// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"

namespace twin::demo {

/// The demo town's ground: spot heights interpolated once on a grid of 250 m, then bilinear. Immutable; any thread.
class Ground {
public:
    /// @param centre, radius  what must be covered; beyond it the margin's heights go on
    Ground(const std::vector<SpotHeight>& spots, Vec2 centre, double radius);

    /// @returns metres above NHN.
    [[nodiscard]] double at(Vec2 p) const;

private:
    static constexpr double spacing = 250;
    Vec2 m_southWest;
    int m_size = 0;
    std::vector<float> m_heights;
};

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/town/TownPlan.h"

namespace twin::demo {

/// The plan of a smaller town or a village: bent streets along and across the road through it.
class VillagePlan final : public TownPlan {
public:
    VillagePlan(const Assets& assets, const std::vector<Link>& links, std::size_t settlement, quint32 seed);

    [[nodiscard]] std::vector<Block> centreBlocks() const override;
    [[nodiscard]] std::vector<Block> ringBlocks(int ring) const override;
    [[nodiscard]] double ringDistance(int ring) const override;

private:
    [[nodiscard]] Quarter quarterAt(Vec2 p, double beyondCore) const override;
    [[nodiscard]] std::vector<Block> squareOf(int ring) const;
    [[nodiscard]] Block blockAt(int column, int row) const;
    [[nodiscard]] Vec2 crossing(int column, int row) const;
    [[nodiscard]] double line(int index, bool isAcross) const;
    [[nodiscard]] Frontage frontage(bool isAcross, int line, int cell, int parity) const;

    Vec2 m_along; ///< the direction of the road through it
    double m_coreRadius = 0;
};

} // namespace twin::demo

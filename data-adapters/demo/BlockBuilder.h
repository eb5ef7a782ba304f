// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Building.h"
#include "demo/Ground.h"
#include "demo/Obstacles.h"
#include "demo/town/TownPlan.h"

namespace twin::demo {

/// Fills a block of the plan with buildings. Pure: the same block gives the same buildings; any thread.
class BlockBuilder {
public:
    BlockBuilder(const Ground& ground, const Obstacles& obstacles, quint32 seed)
        : m_ground(ground), m_obstacles(obstacles), m_seed(seed)
    {
    }

    [[nodiscard]] std::vector<DemoBuilding> build(const Block& block) const;

private:
    const Ground& m_ground;
    const Obstacles& m_obstacles;
    quint32 m_seed;
};

} // namespace twin::demo

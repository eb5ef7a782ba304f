// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/BlockBuilder.h"

#include "demo/BlockYard.h"

namespace twin::demo {
namespace {

enum class Pattern { Perimeter, Store, Rows, Detached, Slabs, School, Halls, Open };

struct Share {
    Pattern pattern;
    double share;
};

/// What stands on the blocks of a quarter; shares add up to 1.
std::vector<Share> patternsOf(Quarter quarter)
{
    switch (quarter) {
    case Quarter::Core:
        return {{Pattern::Perimeter, 0.80}, {Pattern::Store, 0.16}, {Pattern::Open, 0.04}};
    case Quarter::Dense:
        return {{Pattern::Perimeter, 0.80},
                {Pattern::Slabs, 0.06},
                {Pattern::School, 0.05},
                {Pattern::Halls, 0.03},
                {Pattern::Open, 0.06}};
    case Quarter::Mixed:
        return {{Pattern::Perimeter, 0.46}, {Pattern::Rows, 0.22},  {Pattern::Slabs, 0.13},
                {Pattern::School, 0.04},    {Pattern::Halls, 0.07}, {Pattern::Open, 0.08}};
    case Quarter::Rows:
        return {{Pattern::Rows, 0.46},   {Pattern::Detached, 0.32}, {Pattern::Slabs, 0.07},
                {Pattern::School, 0.02}, {Pattern::Halls, 0.05},    {Pattern::Open, 0.08}};
    case Quarter::Suburb:
        return {{Pattern::Detached, 0.58},
                {Pattern::Rows, 0.22},
                {Pattern::Slabs, 0.03},
                {Pattern::Halls, 0.03},
                {Pattern::Open, 0.14}};
    }
    return {};
}

Pattern choose(const std::vector<Share>& shares, double where)
{
    for (const Share& share : shares)
        if ((where -= share.share) < 0)
            return share.pattern;
    return shares.front().pattern;
}

} // namespace

std::vector<DemoBuilding> BlockBuilder::build(const Block& block) const
{
    Random random(m_seed, 7, block.id, 0);
    const auto land = inset(block.corners, block.setbacks);
    if (!land)
        return {};
    const Vec2 centre = centreOf(*land);
    BlockYard yard(block, *land, m_ground, m_obstacles.near(centre, 250, block.quarter != Quarter::Core), random);
    switch (choose(patternsOf(block.quarter), random.unit())) {
    case Pattern::Perimeter:
        yard.buildPerimeter();
        break;
    case Pattern::Store:
        yard.buildStore();
        break;
    case Pattern::Rows:
        yard.buildRows();
        break;
    case Pattern::Detached:
        yard.buildDetached();
        break;
    case Pattern::Slabs:
        yard.buildSlabs();
        break;
    case Pattern::School:
        yard.buildSchool();
        break;
    case Pattern::Halls:
        yard.buildHalls();
        break;
    case Pattern::Open:
        if (block.quarter != Quarter::Core && random.chance(0.3))
            yard.buildAllotments();
        break;
    }
    return yard.takeBuildings();
}

} // namespace twin::demo

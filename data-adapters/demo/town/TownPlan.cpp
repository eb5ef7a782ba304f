// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/town/TownPlan.h"

#include "demo/town/CityPlan.h"
#include "demo/town/VillagePlan.h"

#include <algorithm>

namespace twin::demo {
namespace {

constexpr double roadside = 190; ///< metres from a road where land is sought after

} // namespace

std::unique_ptr<TownPlan> TownPlan::make(const Assets& assets, const std::vector<Link>& links, std::size_t settlement,
                                         quint32 seed)
{
    if (settlement == 0)
        return std::make_unique<CityPlan>(assets, links, settlement, seed);
    return std::make_unique<VillagePlan>(assets, links, settlement, seed);
}

TownPlan::TownPlan(const Assets& assets, const std::vector<Link>& links, std::size_t settlement, quint32 seed)
    : m_assets(assets),
      m_settlement(assets.settlements[settlement]),
      m_index(settlement),
      m_seed(seed + settlement * 0x1'0000'0001ULL)
{
    for (const Link& link : links) {
        if (link.from != settlement && link.to != settlement)
            continue;
        m_roads.push_back(link.way);
        if (link.to == settlement)
            std::reverse(m_roads.back().begin(), m_roads.back().end());
    }
}

Vec2 TownPlan::waved(Vec2 p, double metres) const
{
    const Vec2 d = p - m_settlement.centre;
    const double phase = double(m_index) * 1.7;
    return p + Vec2{std::sin(d.y / 310 + 0.7 + phase) + std::sin((d.x + d.y) / 470 + 2.1),
                    std::sin(d.x / 350 + 1.3) + std::sin((d.x - d.y) / 520 + 4.2 + phase)} *
                   metres;
}

double TownPlan::nearRoad(Vec2 p) const
{
    double least = 10 * roadside;
    for (const auto& road : m_roads)
        for (std::size_t i = 0; i + 1 < road.size(); ++i)
            least = std::min(least, distanceToSegment(p, road[i], road[i + 1]));
    return std::exp(-std::pow(least / roadside, 2));
}

QByteArray TownPlan::streetName(std::uint64_t key, double beyondCore) const
{
    static_cast<void>(beyondCore);
    Random random = streamOf(2, key, 0);
    const auto& first = m_assets.streets.at("first");
    const auto& last = m_assets.streets.at("last");
    return first[random.next() % first.size()] + last[random.next() % last.size()];
}

void TownPlan::add(Block block, double beyondCore, std::vector<Block>& blocks) const
{
    const Vec2 middle = twin::demo::centreOf(block.corners);
    block.quarter = quarterAt(middle, beyondCore);
    block.postcode = postcodeAt(middle);
    // Towns reach out along their roads and fill up between them later; here and there land stays unsold.
    const double delay = streamOf(8, block.id, 0).between(1, 1.25) / (1 + (fastestGrowth - 1) * favourOf(middle));
    block.growth = beyondCore < 0 ? beyondCore : beyondCore * delay;
    Random random = streamOf(6, block.id, 0);
    addSplit(block, random, blocks);
}

void TownPlan::addSplit(const Block& block, Random& random, std::vector<Block>& blocks) const
{
    const Quad& q = block.corners;
    const double width = std::max(length(q[1] - q[0]), length(q[2] - q[3]));
    const double depth = std::max(length(q[2] - q[1]), length(q[3] - q[0]));
    const double longer = std::max(width, depth);
    const bool split = longer > 150 ? random.chance(0.75) : longer > 115 && random.chance(0.3);
    if (!split) {
        blocks.push_back(block);
        return;
    }
    const double share = random.between(0.38, 0.62);
    Block a = block;
    Block b = block;
    b.id = block.id + 2'000'000'000;
    const Frontage lane{streetName(9'000'000 + block.id, block.quarter == Quarter::Core ? 0 : block.growth), 1};
    const auto cut = [&](std::size_t side) { // the lane runs from side to the opposite one
        const std::size_t opposite = (side + 2) % 4;
        const std::size_t next = (side + 1) % 4;
        const Vec2 p = mix(q[side], q[next], share);
        const Vec2 o = mix(q[opposite], q[(opposite + 1) % 4], 1 - share);
        a.corners[next] = p;
        a.corners[opposite] = o;
        b.corners[side] = p;
        b.corners[(opposite + 1) % 4] = o;
        a.setbacks[next] = b.setbacks[(opposite + 1) % 4] = alleyHalf;
        a.frontages[next] = lane;
        b.frontages[(opposite + 1) % 4] = {lane.street, lane.firstNumber + 1};
        b.frontages[side].firstNumber += 12;
        b.frontages[opposite].firstNumber += 12;
    };
    cut(width >= depth ? 0 : 1);
    blocks.push_back(a);
    blocks.push_back(b);
}

} // namespace twin::demo

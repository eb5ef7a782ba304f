// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/RegionPlan.h"

#include <algorithm>
#include <limits>
#include <numbers>

#include <QCoreApplication>

namespace twin::demo {
namespace {

constexpr double landPerBuilding = 780; ///< square metres with its share of street and garden
constexpr double otherTownsStart = 0.3;
constexpr double outsideTurn = 10; ///< blocks beyond the municipalities come after all within
constexpr int mostIdleRings = 14;

double residentsPerBuilding(const QByteArray& density)
{
    return density == "dense" ? 12 : density == "medium" ? 7 : density == "suburban" ? 4.5 : 4;
}

} // namespace

RegionPlan::RegionPlan(const Assets& assets, const Obstacles& obstacles, const BlockBuilder& builder, quint32 seed)
    : m_assets(assets), m_obstacles(obstacles), m_builder(builder)
{
    for (std::size_t i = 0; i < assets.settlements.size(); ++i) {
        const Settlement& settlement = assets.settlements[i];
        const double buildings = settlement.residents * 1000 / residentsPerBuilding(settlement.density);
        m_towns.push_back({TownPlan(assets, i, seed), std::sqrt(buildings * landPerBuilding / std::numbers::pi),
                           i == 0 ? 0 : otherTownsStart});
    }
}

Vec2 RegionPlan::centre() const
{
    return m_towns.front().plan.centre();
}

std::size_t RegionPlan::ownerOf(Vec2 p) const
{
    // A power diagram: large towns reach further than villages.
    std::size_t owner = 0;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < m_towns.size(); ++i) {
        const Vec2 d = p - m_towns[i].plan.centre();
        const double power = dot(d, d) - m_towns[i].reach * m_towns[i].reach * 1.6;
        if (power < least) {
            least = power;
            owner = i;
        }
    }
    return owner;
}

bool RegionPlan::isWithinMunicipalities(Vec2 p) const
{
    return std::any_of(m_assets.areas.begin(), m_assets.areas.end(),
                       [&](const Area& area) { return area.kind == "municipality" && contains(area.ring, p); });
}

double RegionPlan::nextTurn(const Town& town) const
{
    if (town.idleRings > mostIdleRings)
        return std::numeric_limits<double>::max();
    const double growth = town.plan.ringDistance(town.ring) / mostSouthwards;
    return town.start + (1 - town.start) * growth / town.reach;
}

void RegionPlan::offer(std::size_t index, std::vector<Block> blocks)
{
    Town& town = m_towns[index];
    bool any = false;
    for (Block& block : blocks) {
        const Vec2 middle = centreOf(block.corners);
        // A block whose corner is nearer to another town would run into that town's streets.
        if (std::any_of(block.corners.begin(), block.corners.end(), [&](Vec2 p) { return ownerOf(p) != index; }))
            continue;
        any = true;
        if (m_obstacles.isWild(middle))
            continue;
        const double turn = town.start + (1 - town.start) * block.growth / town.reach +
                            (isWithinMunicipalities(middle) ? 0 : outsideTurn);
        m_candidates.push_back({turn, std::move(block)});
        std::push_heap(m_candidates.begin(), m_candidates.end());
    }
    town.idleRings = any ? 0 : town.idleRings + 1;
}

void RegionPlan::offerRing(std::size_t index)
{
    Town& town = m_towns[index];
    offer(index, town.plan.ringBlocks(town.ring++));
}

Result<void> RegionPlan::choose(qint64 buildings, const CancellationToken& cancel, const ProgressSink& progress)
{
    for (std::size_t i = 0; i < m_towns.size(); ++i)
        offer(i, m_towns[i].plan.centreBlocks());
    qint64 count = std::count_if(m_assets.landmarks.begin(), m_assets.landmarks.end(), [&](const Landmark& landmark) {
        return length(landmark.centre - centre()) < alwaysShown;
    });
    while (count < buildings) {
        const auto next = std::min_element(m_towns.begin(), m_towns.end(),
                                           [this](const Town& a, const Town& b) { return nextTurn(a) < nextTurn(b); });
        const double settled = nextTurn(*next);
        if (m_candidates.empty() && settled == std::numeric_limits<double>::max())
            break; // cannot happen while some town's land is unbounded
        while (!m_candidates.empty() && m_candidates.front().turn < settled && count < buildings) {
            std::pop_heap(m_candidates.begin(), m_candidates.end());
            Block block = std::move(m_candidates.back().block);
            m_candidates.pop_back();
            const std::size_t houses = m_builder.build(block).size();
            if (houses > 0)
                m_blocks.push_back(std::move(block));
            count += qint64(houses);
        }
        if (count < buildings)
            offerRing(std::size_t(next - m_towns.begin()));
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, QCoreApplication::translate("twin::demo", "Abgebrochen."));
        if (progress)
            progress(std::min(1.0, double(count) / double(buildings)),
                     QCoreApplication::translate("twin::demo", "Demo-Region planen"));
    }
    return {};
}

} // namespace twin::demo

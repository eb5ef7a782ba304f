// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/town/RegionPlan.h"

#include <algorithm>
#include <limits>
#include <numbers>

#include <QCoreApplication>

namespace twin::demo {
namespace {

constexpr double landPerBuilding = 780; ///< square metres with its share of street and garden
constexpr double townsStart = 0.08;
constexpr double othersStart = 0.45;
constexpr double leastSide = 45;   ///< metres of a block that is cut
constexpr double outsideTurn = 10; ///< blocks beyond the municipalities come after all within
constexpr int mostIdleRings = 14;
constexpr double parkClearance = 45; ///< metres from the middle of a block without houses to what is in its way

double residentsPerBuilding(const QByteArray& density)
{
    return density == "dense" ? 12 : density == "medium" ? 7 : density == "suburban" ? 4.5 : 4;
}

} // namespace

RegionPlan::RegionPlan(const Assets& assets, const Obstacles& obstacles, const BlockBuilder& builder, quint32 seed)
    : m_assets(assets), m_obstacles(obstacles), m_builder(builder), m_links(linksOf(assets))
{
    for (std::size_t i = 0; i < assets.settlements.size(); ++i) {
        const Settlement& settlement = assets.settlements[i];
        const double buildings = settlement.residents * 1000 / residentsPerBuilding(settlement.density);
        m_towns.push_back({TownPlan::make(assets, m_links, i, seed),
                           std::sqrt(buildings * landPerBuilding / std::numbers::pi), startOf(i)});
    }
}

/// First the city, then its quarters and the towns, then all others.
double RegionPlan::startOf(std::size_t settlement) const
{
    return settlement == 0 ? 0 : m_assets.settlements[settlement].density == "dense" ? townsStart : othersStart;
}

Vec2 RegionPlan::centre() const
{
    return m_towns.front().plan->centre();
}

std::size_t RegionPlan::ownerOf(Vec2 p) const
{
    // A power diagram: large towns reach further than villages.
    std::size_t owner = 0;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < m_towns.size(); ++i) {
        const Vec2 d = p - m_towns[i].plan->centre();
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
    const double growth = town.plan->ringDistance(town.ring) / fastestGrowth;
    return town.start + (1 - town.start) * growth / town.reach;
}

/// What lies nearer to another town would run into that town's streets: corners beyond move along a side of the block
/// to where the other town begins. @returns false when too little is left.
bool RegionPlan::cutToTown(Quad& corners, std::size_t town) const
{
    std::array<bool, 4> isOwn{};
    std::transform(corners.begin(), corners.end(), isOwn.begin(), [&](Vec2 p) { return ownerOf(p) == town; });
    const auto own = std::count(isOwn.begin(), isOwn.end(), true);
    if (own == 4)
        return true;
    if (own < 2 || (own == 2 && isOwn[0] == isOwn[2])) // the border leaves a corner, or runs from corner to corner
        return false;
    const auto moved = [&](std::size_t from, std::size_t to) {
        Vec2 beyond = corners[from];
        Vec2 within = corners[to];
        for (int i = 0; i < 8; ++i) {
            const Vec2 middle = mix(beyond, within, 0.5);
            (ownerOf(middle) == town ? within : beyond) = middle;
        }
        return within;
    };
    Quad cut = corners;
    for (std::size_t i = 0; i < 4; ++i)
        if (const std::size_t after = (i + 1) % 4; !isOwn[i])
            cut[i] = moved(i, isOwn[after] ? after : (i + 3) % 4);
    for (std::size_t i = 0; i < 4; ++i)
        if (length(cut[(i + 1) % 4] - cut[i]) < leastSide)
            return false;
    corners = cut;
    return true;
}

void RegionPlan::offer(std::size_t index, std::vector<Block> blocks)
{
    Town& town = m_towns[index];
    bool any = false;
    for (Block& block : blocks) {
        if (!cutToTown(block.corners, index))
            continue;
        const Vec2 middle = centreOf(block.corners);
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
    offer(index, town.plan->ringBlocks(town.ring++));
}

Result<void> RegionPlan::choose(qint64 buildings, const CancellationToken& cancel, const ProgressSink& progress)
{
    for (std::size_t i = 0; i < m_towns.size(); ++i)
        offer(i, m_towns[i].plan->centreBlocks());
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
            if (houses > 0 || !m_obstacles.hits(centreOf(block.corners), parkClearance)) // small parks stay
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

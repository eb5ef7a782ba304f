// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/town/VillagePlan.h"

#include <algorithm>
#include <numbers>

namespace twin::demo {
namespace {

constexpr double length0 = 128; ///< of a block along the road, metres from axis to axis
constexpr double depth0 = 98;   ///< and across
constexpr double stray = 0.13;  ///< of a street, a share of these
constexpr double leastStep = 80;
constexpr double wave = 24;
constexpr double kink = 7; ///< of a crossing, metres
constexpr int cellsOfAStreet = 6;
constexpr int numbersOfACell = 24;

int floorDivided(int a, int b)
{
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

std::uint64_t keyOf(int a, int b)
{
    return (std::uint64_t(a) + 500) * 1000 + std::uint64_t(b) + 500;
}

} // namespace

VillagePlan::VillagePlan(const Assets& assets, const std::vector<Link>& links, std::size_t settlement, quint32 seed)
    : TownPlan(assets, links, settlement, seed)
{
    const double turn = double(settlement) * 2.4; // of a place that no road leads to
    m_along = m_roads.empty() ? Vec2{std::cos(turn), std::sin(turn)} : unit(m_roads.front()[1] - m_roads.front()[0]);
    for (const Vec2& p : m_settlement.core)
        m_coreRadius += length(p - m_settlement.centre) / double(m_settlement.core.size());
}

double VillagePlan::line(int index, bool isAcross) const
{
    if (index == 0)
        return 0; // the road itself
    const double step = isAcross ? length0 : depth0;
    return (index + streamOf(9, isAcross ? 1 : 0, std::uint64_t(index + 500)).between(-stray, stray)) * step;
}

Vec2 VillagePlan::crossing(int column, int row) const
{
    const double x = line(column, true);
    const double y = line(row, false);
    Random random = streamOf(10, keyOf(column, row), 0);
    const Vec2 kinked{x + random.between(-kink, kink), y + (row == 0 ? 0 : random.between(-kink, kink))};
    const Vec2 p = m_settlement.centre + m_along * kinked.x + left(m_along) * kinked.y;
    return p + (waved(p, wave) - p) * std::min(1.0, std::hypot(x, y) / 400); // the road meets the middle
}

Frontage VillagePlan::frontage(bool isAcross, int line, int cell, int parity) const
{
    const int street = floorDivided(cell, cellsOfAStreet);
    const QByteArray name =
        streetName((isAcross ? 40'000'000 : 20'000'000) + keyOf(line, street), double(cell) * depth0);
    return {name, (cell - street * cellsOfAStreet) * numbersOfACell + parity};
}

Block VillagePlan::blockAt(int column, int row) const
{
    Block block;
    block.id = blockId(keyOf(column, row) * 2);
    block.corners = {crossing(column, row), crossing(column + 1, row), crossing(column + 1, row + 1),
                     crossing(column, row + 1)};
    const auto half = [](int index) { return index == 0 ? mainStreetHalf : streetHalf; };
    block.setbacks = {half(row), half(column + 1), half(row + 1), half(column)};
    block.frontages = {frontage(false, row, column, 1), frontage(true, column + 1, row, 2),
                       frontage(false, row + 1, column, 2), frontage(true, column, row, 1)};
    return block;
}

std::vector<Block> VillagePlan::squareOf(int ring) const
{
    std::vector<Block> blocks;
    for (int row = -ring - 1; row <= ring; ++row)
        for (int column = -ring - 1; column <= ring; ++column)
            if (std::max({column, -column - 1, row, -row - 1}) == ring) {
                Block block = blockAt(column, row);
                const double beyond = length(centreOf(block.corners) - m_settlement.centre) - m_coreRadius;
                add(std::move(block), std::max(-1.0, beyond), blocks);
            }
    return blocks;
}

std::vector<Block> VillagePlan::centreBlocks() const
{
    return squareOf(0);
}

std::vector<Block> VillagePlan::ringBlocks(int ring) const
{
    return squareOf(ring + 1);
}

double VillagePlan::ringDistance(int ring) const
{
    return std::max(0.0, (ring + 1) * leastStep - m_coreRadius);
}

Quarter VillagePlan::quarterAt(Vec2 p, double beyondCore) const
{
    const Vec2 d = p - m_settlement.centre;
    const double unevenness =
        100 * (std::sin(d.x / 640 + 0.4) * std::sin(d.y / 710 + 1.9)) + 72 * std::sin((d.x - 2 * d.y) / 1900);
    const double value = std::max(0.0, beyondCore) + unevenness;
    const QByteArray& density = m_settlement.density;
    if (density == "dense")
        return value < 90    ? Quarter::Dense
               : value < 380 ? Quarter::Mixed
               : value < 800 ? Quarter::Rows
                             : Quarter::Suburb;
    if (density == "medium")
        return value < 140 ? Quarter::Mixed : value < 620 ? Quarter::Rows : Quarter::Suburb;
    return value < (density == "suburban" ? 160 : 0) ? Quarter::Rows : Quarter::Suburb;
}

} // namespace twin::demo

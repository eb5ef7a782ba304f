// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"
#include "demo/Random.h"
#include "demo/town/Links.h"

#include <memory>

namespace twin::demo {

/// How much faster a town grows where it grows fastest than where it grows slowest.
inline constexpr double fastestGrowth = 3.0;

/// How a part of the town is built.
enum class Quarter { Core, Dense, Mixed, Rows, Suburb };

/// The street a side of a block faces, with the first house number there; numbers go on in steps of two.
struct Frontage {
    QByteArray street;
    int firstNumber = 1;
};

/// The land between streets; its sides are street axes.
struct Block {
    std::uint64_t id = 0;             ///< stable: depends on the place in the plan alone
    Quad corners;                     ///< counter-clockwise
    std::array<double, 4> setbacks{}; ///< from each side's axis to the building line, metres
    std::array<Frontage, 4> frontages;
    Quarter quarter = Quarter::Core;
    double growth = 0; ///< the order in which the town grows
    QByteArray postcode;
};

/// The street plan of one settlement: its old centre and rings of blocks around it for as far as one likes. A pure
/// function of assets, links and seed; any thread.
class TownPlan {
public:
    /// @param settlement  index into assets.settlements
    /// @param links       of all settlements; towns reach out along those that lead to them
    static std::unique_ptr<TownPlan> make(const Assets& assets, const std::vector<Link>& links, std::size_t settlement,
                                          quint32 seed);
    virtual ~TownPlan() = default;

    [[nodiscard]] Vec2 centre() const { return m_settlement.centre; }
    [[nodiscard]] virtual std::vector<Block> centreBlocks() const = 0;
    /// @param ring  0 lies around the centre; every ring exists
    [[nodiscard]] virtual std::vector<Block> ringBlocks(int ring) const = 0;
    /// @returns metres from the core to what of a ring is nearest to it.
    [[nodiscard]] virtual double ringDistance(int ring) const = 0;

protected:
    TownPlan(const Assets& assets, const std::vector<Link>& links, std::size_t settlement, quint32 seed);

    static constexpr double mainStreetHalf = 12; ///< from a street's axis to the building line, metres
    static constexpr double streetHalf = 8;
    static constexpr double alleyHalf = 5;

    [[nodiscard]] virtual Quarter quarterAt(Vec2 p, double beyondCore) const = 0;
    [[nodiscard]] virtual QByteArray postcodeAt(Vec2 p) const { return (void)p, m_settlement.postcode; }
    [[nodiscard]] virtual QByteArray streetName(std::uint64_t key, double beyondCore) const;
    /// @returns how much a place is liked by those who build, 0 … 1.
    [[nodiscard]] virtual double favourOf(Vec2 p) const { return nearRoad(p); }

    [[nodiscard]] Random streamOf(std::uint64_t a, std::uint64_t b, std::uint64_t c) const { return {m_seed, a, b, c}; }
    [[nodiscard]] std::uint64_t blockId(std::uint64_t local) const { return m_index * 20'000'000 + local; }
    /// @returns the place with slow waves over the land added: no street is quite straight. @param metres  of a wave
    [[nodiscard]] Vec2 waved(Vec2 p, double metres) const;
    [[nodiscard]] double nearRoad(Vec2 p) const; ///< 1 at a road that leads out, 0 far from all
    /// Says how and when a block is built and adds it, or the two halves that a lane makes of it.
    void add(Block block, double beyondCore, std::vector<Block>& blocks) const;
    void addSplit(const Block& block, Random& random, std::vector<Block>& blocks) const;

    const Assets& m_assets;
    const Settlement& m_settlement;
    std::uint64_t m_index;
    std::uint64_t m_seed;
    std::vector<std::vector<Vec2>> m_roads; ///< that lead out, from the centre
};

} // namespace twin::demo

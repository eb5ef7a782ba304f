// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"
#include "demo/Random.h"

namespace twin::demo {

/// How much faster than northwards the town grows southwards.
inline constexpr double mostSouthwards = 2.0;

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

/// The street plan of one settlement: a warped grid inside its core (Dortmund: the Wallring), rings and radials around
/// it for as far as one likes. A pure function of assets and seed; any thread.
class TownPlan {
public:
    /// @param settlement  index into assets.settlements
    TownPlan(const Assets& assets, std::size_t settlement, quint32 seed);

    [[nodiscard]] Vec2 centre() const { return m_centre; }
    [[nodiscard]] std::vector<Block> centreBlocks() const;
    /// @param ring  0 lies outside the Wallring; every ring exists
    [[nodiscard]] std::vector<Block> ringBlocks(int ring) const;
    /// @returns distance of a ring's inner street from the core, metres.
    [[nodiscard]] double ringDistance(int ring) const;

private:
    struct Sector {
        double from = 0, to = 0; ///< angles
        int index = 0;
        bool mainFrom = false, mainTo = false;
    };

    [[nodiscard]] double wallRadius(double angle) const;
    [[nodiscard]] Vec2 fromPolar(double angle, double beyondWall) const;
    [[nodiscard]] Vec2 fromSquare(double u, double v) const;
    [[nodiscard]] Vec2 warped(Vec2 p) const;
    [[nodiscard]] std::vector<Sector> sectors(int ring) const;
    [[nodiscard]] double boundaryAngle(int ring, int index, int count) const;
    [[nodiscard]] Quarter quarterAt(Vec2 p, double beyondWall) const;
    [[nodiscard]] QByteArray streetName(std::uint64_t key, double beyondWall) const;
    [[nodiscard]] QByteArray ringName(int ring, const Sector& sector) const;
    [[nodiscard]] QByteArray radialName(int ring, double angle, bool isMain, int index) const;
    [[nodiscard]] QByteArray postcodeAt(Vec2 p) const;
    void finish(Block& block, double beyondWall) const;
    void addSplit(const Block& block, Random& random, std::vector<Block>& blocks) const;

    [[nodiscard]] std::vector<double> gridLines(bool northwards) const;
    [[nodiscard]] std::uint64_t blockId(std::uint64_t local) const;

    const Assets& m_assets;
    const Settlement& m_settlement;
    std::uint64_t m_index;
    std::uint64_t m_seed;
    bool m_isCity; ///< Dortmund: the plan with the streets' real names in its core
    int m_mainRadials;
    Vec2 m_centre;
    std::vector<double> m_wallRadii; ///< every 5 degrees
    double m_meanRadius = 0;
};

} // namespace twin::demo

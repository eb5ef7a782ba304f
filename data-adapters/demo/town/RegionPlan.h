// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/BlockBuilder.h"
#include "demo/town/TownPlan.h"
#include "model/Result.h"
#include "model/Task.h"

#include <memory>

namespace twin::demo {

/// Landmarks as far from the centre as the stadium are shown however small the town, metres.
inline constexpr double alwaysShown = 2700;

/// Which blocks of all settlements are built on. Dortmund comes first, then towns and villages grow together, each
/// within what lies nearer to it than to the others, until the region has its number of buildings; only when both
/// municipalities are full does it go on outside. Pure: same assets, seed and number, same blocks.
class RegionPlan {
public:
    RegionPlan(const Assets& assets, const Obstacles& obstacles, const BlockBuilder& builder, quint32 seed);

    /// @brief Chooses blocks with about so many buildings. @returns Cancelled.
    Result<void> choose(qint64 buildings, const CancellationToken& cancel, const ProgressSink& progress);

    [[nodiscard]] const std::vector<Block>& blocks() const { return m_blocks; }
    [[nodiscard]] const std::vector<Link>& links() const { return m_links; }
    [[nodiscard]] Vec2 centre() const; ///< of Dortmund

private:
    struct Town {
        std::unique_ptr<TownPlan> plan;
        double reach = 0;  ///< metres beyond its core that it grows until it has its residents
        double start = 0;  ///< when it begins to grow: 0 at once … 1
        int ring = 0;      ///< the next to look at
        int idleRings = 0; ///< in a row that brought nothing
    };
    /// A block and its turn.
    struct Candidate {
        double turn = 0;
        Block block;
        friend bool operator<(const Candidate& a, const Candidate& b) // the heap's top comes first
        {
            return a.turn != b.turn ? a.turn > b.turn : a.block.id > b.block.id;
        }
    };

    [[nodiscard]] std::size_t ownerOf(Vec2 p) const;
    [[nodiscard]] double startOf(std::size_t settlement) const;
    [[nodiscard]] bool cutToTown(Quad& corners, std::size_t town) const;
    [[nodiscard]] bool isWithinMunicipalities(Vec2 p) const;
    [[nodiscard]] double nextTurn(const Town& town) const;
    void offer(std::size_t town, std::vector<Block> blocks);
    void offerRing(std::size_t town);

    const Assets& m_assets;
    const Obstacles& m_obstacles;
    const BlockBuilder& m_builder;
    std::vector<Link> m_links;
    std::vector<Town> m_towns;
    std::vector<Candidate> m_candidates; ///< a heap
    std::vector<Block> m_blocks;
};

} // namespace twin::demo

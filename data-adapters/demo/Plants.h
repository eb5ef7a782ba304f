// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Building.h"
#include "demo/Fields.h"
#include "demo/Ground.h"
#include "demo/Obstacles.h"
#include "demo/town/TownPlan.h"

namespace twin::demo {

enum class PlantShape { Round, Slender, Group, Reed };

/// A tree, or a group of them in a wood.
struct Plant {
    PlantShape shape = PlantShape::Round;
    Vec2 place;
    double ground = 0; ///< above NHN, metres
    double height = 0, width = 0;
    double turnDegrees = 0;
};

/// What grows where. Pure: the same place gives the same plants; any thread.
class Planter {
public:
    /// @param share  of the trees in blocks that are planted: load generators want houses, not trees
    Planter(const Assets& assets, const Ground& ground, const Obstacles& obstacles, quint32 seed, double share)
        : m_assets(assets), m_ground(ground), m_obstacles(obstacles), m_seed(seed), m_share(share)
    {
    }

    /// @returns the trees of a block's streets and gardens. @param buildings  that stand in it
    [[nodiscard]] std::vector<Plant> inBlock(const Block& block, const std::vector<DemoBuilding>& buildings) const;
    /// @returns woods and parks between two corners.
    [[nodiscard]] std::vector<Plant> inOpenLand(Vec2 low, Vec2 high) const;
    /// @returns the reeds and trees around lakes between two corners.
    [[nodiscard]] std::vector<Plant> alongShores(Vec2 low, Vec2 high) const;
    /// @returns the trees of country roads between two corners.
    [[nodiscard]] std::vector<Plant> alongRoads(Vec2 low, Vec2 high) const;
    /// @returns the trees of a field's hedge; most have none.
    [[nodiscard]] std::vector<Plant> alongField(const Field& field) const;

private:
    [[nodiscard]] Plant tree(Vec2 place, Random& random, double small, double tall) const;
    void addStreetTrees(const Block& block, const Obstacles& near, Random& random, std::vector<Plant>& plants) const;
    void addGardenTrees(const Block& block, const Obstacles& near, const std::vector<DemoBuilding>& buildings,
                        Random& random, std::vector<Plant>& plants) const;

    const Assets& m_assets;
    const Ground& m_ground;
    const Obstacles& m_obstacles;
    quint32 m_seed;
    double m_share;
};

} // namespace twin::demo

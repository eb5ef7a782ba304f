// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileSource.h"

#include <atomic>

namespace twin::test {

struct BlockCityOptions {
    int tilesPerSide = 4;      ///< leaves
    int blocksPerTileSide = 8; ///< buildings along each side of a leaf
    double pitchMetres = 20;
    double footMetres = 12;
    LocalPosition origin; ///< of the city's centre in the scene
    FaceClass roof = FaceClass::Roof;
    FaceClass wall = FaceClass::Wall;
    QString layer = QStringLiteral("buildings");
};

/// A city of blocks in memory: a REPLACE quadtree whose inner tiles have one block for each 2^k x 2^k buildings, like
/// the peers' tileset. Feature ids are "b<column>_<row>" in leaves, counted from the south-west.
class BlockCity final : public TileSource {
public:
    explicit BlockCity(const BlockCityOptions& options = {});

    QString layer() const override { return m_options.layer; }
    const TileTree& tree() const override { return m_tree; }
    const SceneFrame& frame() const override { return m_frame; }
    Result<std::shared_ptr<const TileContent>> load(std::int32_t node, const CancellationToken& cancel) const override;

    /// @returns the box of one building (leaf level).
    [[nodiscard]] Box block(int column, int row) const;
    [[nodiscard]] int blocksPerSide() const { return m_options.tilesPerSide * m_options.blocksPerTileSide; }
    [[nodiscard]] int loads() const { return m_loads; }

    std::atomic<int> failingNode = -1; ///< load() of this node is an error

private:
    struct Cell {
        int level = 0, x = 0, y = 0;
    };
    std::int32_t addNode(Cell cell, std::int32_t parent);
    [[nodiscard]] double heightOf(int column, int row) const;

    BlockCityOptions m_options;
    TileTree m_tree;
    std::vector<Cell> m_cells;
    SceneFrame m_frame;
    mutable std::atomic<int> m_loads = 0;
};

} // namespace twin::test

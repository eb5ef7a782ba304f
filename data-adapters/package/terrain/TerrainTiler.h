// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/SceneFrame.h"
#include "package/tiles/TileMesh.h"
#include "package/tiles/TilesetWriter.h"

#include <vector>

namespace twin::package {

/// Makes a 3D Tiles pyramid of a ground model: square patches of the grid, each level with half the nodes, thinned
/// where the ground is even, with skirts against cracks between levels.
class TerrainTiler {
public:
    TerrainTiler(const GroundModel& ground, const SceneFrame& frame, QString folder);

    [[nodiscard]] std::size_t tileCount() const { return m_patches.size(); }
    Result<void> prepare() const;
    /// @brief Builds and writes one tile. Different tiles may be built by different threads at once.
    Result<void> buildTile(std::size_t tile);
    /// @brief Writes tileset.json. Call once, after all tiles are built.
    Result<void> finish();

private:
    struct Patch {
        int column = 0; ///< first node
        int row = 0;
        int stride = 1; ///< nodes from one used node to the next
    };
    struct Lines {
        std::vector<int> columns; ///< the used nodes
        std::vector<int> rows;
    };

    void plan(const Patch& patch, std::int32_t parent);
    [[nodiscard]] Lines linesOf(const Patch& patch) const;
    [[nodiscard]] double heightOf(int column, int row) const;
    [[nodiscard]] double deviation(const Lines& lines) const;
    [[nodiscard]] std::array<std::int8_t, 3> normalOf(int column, int row, int stride) const;
    [[nodiscard]] TileMesh mesh(const Patch& patch, const ProjectedPosition& centre, double tolerance,
                                double skirt) const;

    const GroundModel& m_ground;
    SceneFrame m_frame;
    QString m_folder;
    std::vector<Patch> m_patches;
    std::vector<TilesetNode> m_nodes;
};

} // namespace twin::package

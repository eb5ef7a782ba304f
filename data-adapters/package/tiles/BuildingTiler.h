// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/ImportIndex.h"
#include "package/tiles/TileMesh.h"
#include "package/tiles/TilePlan.h"
#include "package/tiles/TilesetWriter.h"

#include <vector>

namespace twin::package {

/// Makes the 3D Tiles of the buildings: leaves in full detail from the spilled triangles, coarser tiles from blocks.
class BuildingTiler {
public:
    /// @param folder  gets the tiles and, at the end, tileset.json
    BuildingTiler(const ImportIndex& index, QString folder, const TileBudget& budget = {});

    [[nodiscard]] std::size_t tileCount() const { return m_plan.tiles.size(); }
    /// @brief Creates the folders of all tiles. Call once, before buildTile.
    Result<void> prepare() const;
    /// @brief Builds and writes one tile. Different tiles may be built by different threads at once.
    Result<void> buildTile(std::size_t tile);
    /// @brief Writes tileset.json. Call once, after all tiles are built.
    Result<void> finish();

private:
    Result<void> fillLeaf(const PlannedTile& tile, const ProjectedPosition& centre, TileMesh& mesh) const;
    Result<double> fillOverview(const PlannedTile& tile, const ProjectedPosition& centre, TileMesh& mesh) const;
    Result<FeatureGeometry> readFeature(SpillFile::Reader& reader, const Block& block, ProjectedPosition& origin) const;
    [[nodiscard]] FeatureProperties named(FeatureProperties properties, std::uint32_t object) const;

    const ImportIndex& m_index;
    QString m_folder;
    TileBudget m_budget;
    TilePlan m_plan;
    std::vector<TilesetNode> m_nodes;
};

} // namespace twin::package

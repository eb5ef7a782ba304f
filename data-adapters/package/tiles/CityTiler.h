// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/ImportIndex.h"
#include "package/tiles/MeshFiller.h"
#include "package/tiles/TextureAtlas.h"
#include "package/tiles/TileMesh.h"
#include "package/tiles/TilePlan.h"
#include "package/tiles/TilesetWriter.h"

#include <map>
#include <mutex>
#include <vector>

namespace twin::package {

/// Makes the 3D Tiles of one module's city objects in one level of detail: leaves in full detail from the spilled
/// triangles; coarser tiles of buildings from blocks, of anything else from what is big enough to be seen.
class CityTiler {
public:
    /// @param limit   the finest level of detail shown
    /// @param folder  gets the tiles and, at the end, tileset.json
    CityTiler(const ImportIndex& index, CityModule module, Lod limit, QString folder, const TileBudget& budget = {});

    [[nodiscard]] std::size_t tileCount() const { return m_plan.tiles.size(); }
    /// @brief Creates the folders of all tiles. Call once, before buildTile.
    Result<void> prepare() const;
    /// @brief Builds and writes one tile. Different tiles may be built by different threads at once.
    Result<void> buildTile(std::size_t tile);
    /// @brief Writes tileset.json. Call once, after all tiles are built.
    Result<void> finish();
    /// @returns the images that could not be read, by path, and why. After all tiles are built.
    [[nodiscard]] const std::map<QString, QString>& unreadableImages() const { return m_unreadable; }

private:
    /// The uses of one shape in a tile.
    struct Repeated {
        PlacedShape place;
        ProjectedPosition origin; ///< of the place
        FeatureProperties properties;
    };
    /// A leaf in full detail: what is drawn once, and the shapes drawn many times.
    struct Leaf {
        TileMesh mesh;
        std::vector<TileMesh> repeated;
        std::vector<TileImage> smallImages; ///< of the mesh, for the view from afar; empty: not worth a tile
        double smallTexelMetres = 0;
        std::vector<TextureAtlas::Unreadable> unreadable;
    };

    Result<Leaf> makeLeaf(const PlannedTile& tile, const ProjectedPosition& centre) const;
    void addRepeated(std::vector<Repeated>&& uses, MeshFiller& filler, const ProjectedPosition& centre,
                     Leaf& leaf) const;
    Result<double> fillWithBlocks(const PlannedTile& tile, const ProjectedPosition& centre, TileMesh& mesh) const;
    Result<double> fillWithBiggest(const PlannedTile& tile, const ProjectedPosition& centre, TileMesh& mesh) const;
    Result<void> writeLeaf(std::size_t tile, Leaf&& leaf);
    Result<void> writeTextured(std::size_t tile, Leaf&& leaf);
    /// Writes a content and completes the node that shows it.
    Result<void> writeContent(const QString& name, const TileMesh& mesh, TilesetNode& node) const;
    [[nodiscard]] double greatestSize(const PlannedTile& tile) const;
    [[nodiscard]] const Drawable& drawable(std::uint32_t position) const;
    [[nodiscard]] FeatureProperties named(FeatureProperties properties, std::uint32_t object) const;

    const ImportIndex& m_index;
    CityModule m_module;
    QString m_folder;
    TileBudget m_budget;
    TilePlan m_plan;
    std::mutex m_mutex; ///< guards m_unreadable while tiles are built
    std::map<QString, QString> m_unreadable;
    std::vector<TilesetNode> m_nodes;
    std::vector<std::vector<TilesetNode>>
        m_further; ///< of each planned tile: nodes that its content needs beside its own
};

} // namespace twin::package

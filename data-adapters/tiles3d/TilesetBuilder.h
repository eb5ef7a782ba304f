// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/BoundingVolume.h"
#include "tiles3d/Resource.h"

#include <QStringList>

namespace twin::tiles3d {

/// What a tileset.json and the tilesets below it say, placed in the scene.
struct BuiltTileset {
    TileTree tree;
    std::vector<bool> contentIsZUp; ///< per node: asset.gltfUpAxis "Z" of 1.0 exporters
    SceneFrame frame;
};

/// Reads a tileset with all tilesets it refers to into one tree. Used once, by one thread.
class TilesetBuilder {
public:
    TilesetBuilder(const ResourceRoot& resources, const std::optional<SceneFrame>& frame,
                   const std::optional<Undulation>& undulation);

    /// @param path  of the tileset.json, relative to the resources
    Result<BuiltTileset> build(const QString& path);

private:
    /// Where in the tree the tiles being read hang, and what they inherit.
    struct Context {
        std::int32_t parent = -1;
        Refine refine = Refine::Replace;
        Matrix4 tilesetFromTile = identity;
        QString file; ///< the tileset.json they stand in, relative to the resources
        bool zUp = false;
        int depth = 0;
    };

    friend class ImplicitTiling;

    Result<JsonDocument> readJson(const QString& path);
    Result<void> readTilesetFile(const QString& path, const Context& context);
    Result<void> readTile(JsonValue tile, Context context);
    Result<void> readContents(JsonValue tile, std::int32_t node, const Context& context);
    Result<void> readExternal(const QString& path, const Context& context);
    /// @brief Adds a node, places it and hangs it on its parent.
    Result<std::int32_t> addNode(const BoundingVolume& volume, double geometricError, const Context& context);
    Result<void> createPlacement(const BoundingVolume& rootVolume, const Matrix4& tilesetFromTile);
    void growParents();

    const ResourceRoot& m_resources;
    std::optional<SceneFrame> m_frame;
    std::optional<Undulation> m_undulation;
    std::optional<Placement> m_placement;
    BuiltTileset m_built;
    QStringList m_openFiles; ///< chain of external tilesets being read: the cycle guard
    qint64 m_jsonBytes = 0;
};

} // namespace twin::tiles3d

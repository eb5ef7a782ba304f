// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/TilesetBuilder.h"

namespace twin::tiles3d {

/// Turns implicit tiling (OGC 22-025r4, "Implicit Tiling"; 3DTILES_implicit_tiling of 1.0) into explicit tiles.
class ImplicitTiling {
public:
    struct Description {
        bool octree = false;
        std::size_t subtreeLevels = 0;
        std::size_t availableLevels = 0;
        QString subtreeUri; ///< template with {level}, {x}, {y}, {z}
    };

    /// @returns empty for an explicit tile; a description with subtreeLevels 0 when it is invalid.
    [[nodiscard]] static std::optional<Description> describedBy(JsonValue tile);

    ImplicitTiling(TilesetBuilder& builder, QString file);

    Result<void> expand(const Description& description, JsonValue tile, const BoundingVolume& volume,
                        double geometricError, const TilesetBuilder::Context& context);

private:
    struct Cell {
        std::size_t level = 0, x = 0, y = 0, z = 0;
    };
    /// One availability: a constant or a bit stream.
    struct Availability {
        bool constant = false;
        QByteArray bits; ///< empty: `constant` for all
        [[nodiscard]] bool at(std::size_t index) const;
    };
    struct Subtree {
        Availability tiles;
        std::vector<Availability> contents;
        Availability children;
    };
    /// A tile to be made: its cell, its place in the subtree and what it inherits.
    struct Pending {
        Cell cell;
        BoundingVolume volume;
        double geometricError = 0;
        TilesetBuilder::Context context;
    };

    Result<void> expandSubtree(const Pending& root, std::vector<Pending>& nextSubtrees);
    Result<void> addTile(const Pending& tile, const Subtree& subtree, std::size_t index, std::int32_t& node);
    Result<Subtree> readSubtree(const Cell& cell);
    Result<Availability> readAvailability(JsonValue owner, JsonValue document, const std::vector<QByteArray>& buffers,
                                          std::size_t count);
    [[nodiscard]] Result<QString> resolve(const QString& uriTemplate, const Cell& cell) const;
    [[nodiscard]] std::vector<Pending> childrenOf(const Pending& tile, std::int32_t node) const;
    [[nodiscard]] unsigned fanOut() const { return m_description.octree ? 8 : 4; }

    TilesetBuilder& m_builder;
    QString m_file;
    Description m_description;
    std::vector<QString> m_contentUris; ///< templates
};

} // namespace twin::tiles3d

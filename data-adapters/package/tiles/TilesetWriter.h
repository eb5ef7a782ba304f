// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/Position.h"
#include "model/Result.h"
#include "model/Undulation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace twin::package {

/// A tile as its tileset.json describes it.
struct TilesetNode {
    ProjectedPosition centre;  ///< where the content's zero is
    Box box;                   ///< of the content and all children, relative to the centre: x East, y North, z Up
    double geometricError = 0; ///< metres; 0 for leaves
    QString uri;               ///< relative to the tileset
    std::int32_t parent = -1;  ///< −1 for the root, node 0; parents stand before their children
    std::vector<std::int32_t> children;
};

/// @brief Makes parents enclose their children and their errors no smaller, from the leaves up. Boxes grow by what the
///        earth's curvature lifts the one tangent plane off the other.
void encloseChildren(std::vector<TilesetNode>& nodes);

/// @brief Writes nothing for no nodes, else a 3D Tiles 1.1 tileset (OGC 22-025r4), refinement REPLACE, each tile placed
/// by its tangent to the ellipsoid.
/// @param undulation  as the region recorded it; empty: this machine's
[[nodiscard]] Result<void> writeTileset(const QString& path, const std::vector<TilesetNode>& nodes,
                                        const std::optional<Undulation>& undulation = {});

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/Block.h"
#include "package/tiles/TileMesh.h"

#include <cstdint>
#include <vector>

namespace twin::package {

/// A block as a coarser tile shows it.
struct ChosenBlock {
    const Block* block = nullptr;
    bool plain = false; ///< as a flat box: its roof's shape is finer than the error
    float spread = 1;   ///< its plan is scaled by this to stand for smaller neighbours that are left out
};

/// The simplified city of a coarser tile.
struct BlockCity {
    std::vector<ChosenBlock> blocks;     ///< in the given order
    std::vector<const Block*> landmarks; ///< worth full detail: blocks would be far off their shape
    double errorMetres = 0;              ///< the geometric error: how far this picture is off the full one
};

/// @brief Chooses what a coarser tile shows within a budget of triangles: every building as a block while that fits,
///        else the biggest of each grid cell, spread so that the cell keeps its built area. Every block stays one real
///        building, so that picking names it at any distance.
[[nodiscard]] BlockCity chooseBlocks(const std::vector<const Block*>& blocks, std::uint32_t triangleBudget);

/// @brief Appends a block: walls and roof (flat or gabled), no floor.
/// @param centreEasting,centreNorthing,centreHeight  of the tile
void appendBlock(TileMesh& mesh, const ChosenBlock& chosen, const std::vector<OutlinePoint>& outlines,
                 std::uint32_t feature, double centreEasting, double centreNorthing, double centreHeight);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/ImportIndex.h"

#include <cstdint>
#include <span>
#include <vector>

#include <QString>

namespace twin::package {

/// How big tiles may become. Chosen by measurement (docs/performance.md).
struct TileBudget {
    std::uint32_t leafTriangles = 12000;  ///< full detail of one leaf
    std::uint32_t blockTriangles = 24000; ///< of one coarser tile: the first level then still shows every building
    std::uint32_t aloneTriangles = 5000;  ///< a region up to this size is one tile
};

/// A node of the quadtree over the drawables.
struct PlannedTile {
    std::uint32_t first = 0; ///< into TilePlan::drawables
    std::uint32_t count = 0;
    std::int32_t parent = -1;
    std::vector<std::int32_t> children; ///< empty: a leaf in full detail
    QString name;                       ///< "<level>/<column>_<row>", unique
};

/// The quadtree: leaves of bounded triangles, each drawable in exactly one leaf. Parents come before their children.
struct TilePlan {
    std::vector<PlannedTile> tiles;       ///< [0] is the root; empty: nothing to draw
    std::vector<std::uint32_t> drawables; ///< ordinals, ordered so that every tile's are contiguous
};

[[nodiscard]] TilePlan planTiles(const std::vector<Drawable>& all, std::vector<std::uint32_t> drawables,
                                 const TileBudget& budget);

} // namespace twin::package

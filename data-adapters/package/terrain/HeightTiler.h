// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"
#include "model/Undulation.h"

#include <optional>

#include <QString>

namespace twin::package {

struct HeightTilerOptions {
    int threads = 0;                      ///< 0: all cores
    std::optional<Undulation> undulation; ///< as the region recorded it; empty: this machine's
    double finestToleranceMetres = 0.045; ///< how far thinning may take a leaf off the heights
};

struct HeightTilerSummary {
    std::int64_t tiles = 0;
    std::int64_t triangles = 0; ///< of the leaves
    double leafErrorMetres = 0; ///< the largest of a leaf: nowhere is the finest mesh farther off a node's height
};

/// @brief Makes a 3D Tiles quadtree of a raster of heights: tiles of 256 × 256 quads, each level with half the nodes,
///        thinned to right-angled triangles, skirts against cracks. Where the ground is even the tree ends early.
///
/// A tile's geometric error is a bound on how far its mesh lies off any node of the raster: the mesh is measured
/// against the next finer nodes, and their own error added. Skirts reach as deep as a neighbour up to two levels
/// coarser may lie below. Memory does not grow with the raster.
/// @param heights  a GeoTIFF that geo::HeightRaster opens
/// @param folder   gets tileset.json and the tiles; an existing folder
/// @param scratch  an existing folder for working files
/// Blocking; any thread but the GUI's. @returns NoData, Cancelled, ResourceExhausted, AccessDenied, MalformedData.
[[nodiscard]] Result<HeightTilerSummary> writeHeightTiles(const QString& heights, const QString& folder,
                                                          const QString& scratch, const HeightTilerOptions& options,
                                                          const CancellationToken& cancel,
                                                          const ProgressSink& progress);

} // namespace twin::package

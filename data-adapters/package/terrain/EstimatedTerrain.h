// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/SceneFrame.h"
#include "model/Task.h"
#include "model/Undulation.h"
#include "package/digest/Digest.h"

#include <optional>
#include <vector>

#include <QString>

namespace twin::package {

struct EstimatedTerrainOptions {
    QString folder;                       ///< made when missing; gets ground.tif, tileset.json and tiles
    QString scratch;                      ///< made when missing: working files, which the caller removes
    std::optional<Undulation> undulation; ///< as the region recorded it; empty: this machine's
};

/// @brief Writes the ground as estimated from the feet of buildings (estimateGround), as heights and as tiles. One
///        thread; any but the GUI's. Blocking.
/// @returns metres between two nodes; 0 and nothing written when there are no blocks. AccessDenied, ResourceExhausted,
///          Cancelled.
[[nodiscard]] Result<double> writeEstimatedTerrain(const std::vector<Block>& blocks, const Extent& extent,
                                                   const SceneFrame& frame, const EstimatedTerrainOptions& options,
                                                   const CancellationToken& cancel);

} // namespace twin::package

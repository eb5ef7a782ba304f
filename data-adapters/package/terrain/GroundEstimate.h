// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/SceneFrame.h"
#include "package/digest/Digest.h"

#include <vector>

namespace twin::package {

struct GroundOptions {
    double spacingMetres = 25; ///< grows for large regions, so that mostNodes is kept
    double marginMetres = 500; ///< around the extent
    std::int64_t mostNodes = 1500000;
    double clearanceMetres = 0.15; ///< the ground stays this far below the foot of every building
};

/// @brief Estimates the ground from the lowest points of buildings: median of each cell, gaps filled smoothly from ever
///        coarser averages, then kept below every foot. An estimate, and declared as one in region.json.
/// @returns a model without gaps; an empty one (spacing 0) when there are no blocks.
[[nodiscard]] GroundModel estimateGround(const std::vector<Block>& blocks, const Extent& extent,
                                         const SceneFrame& frame, const GroundOptions& options = {});

} // namespace twin::package

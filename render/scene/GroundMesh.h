// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/TileContent.h"

#include <vector>

namespace twin::render {

/// The plain ground: triangles of class Terrain around one origin.
struct GroundMesh {
    TileContent surroundings;        ///< beyond the model's heights; everything without a model
    std::vector<TileContent> blocks; ///< the model's heights, a part each
};

/// @brief The plain ground: the model's heights inside, from its edge on falling to their mean and out to the horizon.
/// @param ground  may be null or empty: a plain at `fallback.z`
/// @param fallback  centre and height (scene) of the plain without a model
/// Pure.
[[nodiscard]] GroundMesh makeGroundMesh(const GroundModel* ground, const LocalPosition& fallback);

} // namespace twin::render

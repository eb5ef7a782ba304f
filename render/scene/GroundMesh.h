// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/TileContent.h"

namespace twin::render {

/// @brief The plain ground: the model's heights inside, from its edge on falling to their mean and out to the horizon.
/// @param ground  may be null or empty: a plain at `fallback.z`
/// @param fallback  centre and height (scene) of the plain without a model
/// @returns triangles of class Terrain around their own origin. Pure.
[[nodiscard]] TileContent makeGroundMesh(const GroundModel* ground, const LocalPosition& fallback);

} // namespace twin::render

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CameraState.h"
#include "model/GroundModel.h"
#include "model/TileTree.h"

#include <optional>
#include <span>

namespace twin::services {

/// @brief The view a region opens with and "home" returns to: from the south-south-west, where the sun lights the
///        fronts, at its focus; the whole of a small one, be it one shed, some 1.3 km of a large one. Pure.
/// @param extent  scene frame; empty: the frame's origin
/// @param ground  may be null
/// @param focus   what to look at, scene frame; empty: the middle of the extent
[[nodiscard]] CameraState homeView(const Box& extent, const GroundModel* ground,
                                   const std::optional<LocalPosition>& focus = {});

/// Where much stands, scene frame.
struct DensePlace {
    LocalPosition middle;
    Box bounds;             ///< of what was counted there
    double grainMetres = 0; ///< how wide the narrowest of that is; 0: objects were counted
};

/// @brief Where a town is densest: tiles without children hold similar amounts, so the small ones stand where much is
///        built. Pure.
/// @returns the mean of those tiles' middles weighted by 1 / area, z of the lowest; empty for a tree without any.
[[nodiscard]] std::optional<DensePlace> densePlace(const TileTree& tree);

/// @returns whether what was counted is so wide that its middle may be empty: a few farms in one tile of kilometres.
/// Pure.
[[nodiscard]] bool isVague(const DensePlace& place);

/// @brief Where most of some objects stand together: the one with the most others around it; of equals the one nearest
///        to the middle of all. Pure.
/// @param objects  boxes of each
/// @returns the bounds of those objects and their middle; empty without objects
[[nodiscard]] std::optional<DensePlace> densePlace(std::span<const Box> objects);

/// @brief The point that a camera looks at: where its axis meets the ground. Pure.
/// @param fallbackHeight  scene z of the ground where the model has none
/// @returns scene frame; a point 1 km ahead when the axis does not come down to the ground within 800 km
[[nodiscard]] LocalPosition viewTarget(const CameraState& camera, const GroundModel* ground, double fallbackHeight);

/// @returns the camera turned about the vertical axis through `target`, which stays at the same pixel.
/// @param degrees  clockwise seen from above
[[nodiscard]] CameraState orbited(const CameraState& camera, const LocalPosition& target, double degrees);

} // namespace twin::services

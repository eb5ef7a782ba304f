// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/Position.h"
#include "model/Result.h"
#include "model/Undulation.h"

#include <optional>

namespace twin::package {

/// Where a model stands that brings no place of its own.
struct ModelPlace {
    ProjectedPosition position; ///< region CRS, of the model's zero
    double headingDegrees = 0;  ///< clockwise from grid north: where the model's north (glTF's −z) points
};

/// @brief Writes a tileset of one tile around a model: it becomes a layer as it is.
/// @param uri     of the model, relative to the tileset
/// @param bounds  as tiles3d::ModelFile has them
/// @param place   empty: the model's coordinates are ECEF
/// @param undulation  as the region recorded it; empty: this machine's
[[nodiscard]] Result<void> writeModelTileset(const QString& path, const QString& uri, const Box& bounds,
                                             const std::optional<ModelPlace>& place,
                                             const std::optional<Undulation>& undulation);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileSource.h"
#include "model/Undulation.h"

#include <optional>

namespace twin::tiles3d {

/// @brief Opens a local 3D Tiles 1.1 tileset (OGC 22-025r4) with glTF contents.
/// @param path   tileset.json
/// @param layer  layer id that picks report
/// @param frame  scene frame to place it in; empty: the frame's origin becomes the tileset's centre on the ground
/// @param undulation  that the writer of geocentric coordinates is known to have used; empty: this program's
/// @returns NotFound, MalformedData, UnsupportedVersion. Contents are read lazily through TileSource::load.
[[nodiscard]] Result<std::shared_ptr<const TileSource>> openTileset(const QString& path, const QString& layer,
                                                                    const std::optional<SceneFrame>& frame,
                                                                    const std::optional<Undulation>& undulation = {});

} // namespace twin::tiles3d

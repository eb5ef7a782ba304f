// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"
#include "package/LayerRequest.h"

namespace twin::package {

/// Names in the folder of a terrain layer.
inline constexpr const char* terrainHeightsFile = "heights.tif";
inline constexpr const char* terrainTilesetFile = "tileset.json";

/// @brief Makes a layer of measured ground: heights.tif (Cloud-Optimised GeoTIFF, EPSG:25832+7837) and tileset.json (3D
///        Tiles 1.1). Blocking; any thread but the GUI's; memory is bounded whatever the size.
/// @returns the first file's error when none could be read; Cancelled; ResourceExhausted.
[[nodiscard]] Result<WrittenLayer> writeTerrainLayer(const LayerRequest& request, const CancellationToken& cancel,
                                                     const ProgressSink& progress);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"
#include "package/LayerRequest.h"
#include "package/tiles/ModelTileset.h"

namespace twin::services {

/// @brief Reads a place as somebody types it: "393000,5707000,110" or "393000,5707000,110,35".
/// @param text  East (or longitude), North (or latitude), height in metres and, may be left out, heading in degrees
/// @param crs   of the numbers; empty: that of the region (EPSG:25832 + DHHN2016)
/// @returns InvalidParameter; parseCrs' and Transformer's errors.
[[nodiscard]] Result<package::ModelPlace> parsePlace(const QString& text, const QString& crs);

/// @brief Makes a layer of one glTF model: the model with its files as they are, below `model`, and a tileset.json of
/// one
///        tile around it. Blocking; any thread but the GUI's.
/// @param request  one file; `at` says where it stands unless it says so itself
/// @returns inspectModel's errors; MissingCrs for a model that nothing places; OutOfRegion; Cancelled.
[[nodiscard]] Result<package::WrittenLayer>
writeModelLayer(const package::LayerRequest& request, const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::services

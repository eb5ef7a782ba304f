// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"
#include "package/LayerRequest.h"

namespace twin::services {

/// @brief Makes a layer of points, lines and areas: features.gpkg (see package::FeatureWriter) and layer.json. A file
///        that cannot be read becomes an Issue and the others go on. What was guessed or left out is an Issue too.
///        Blocking; any thread but the GUI's; memory is bounded by the largest feature.
/// @returns the first file's error when none could be read; Cancelled; ResourceExhausted.
[[nodiscard]] Result<package::WrittenLayer>
writeVectorLayer(const package::LayerRequest& request, const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::services

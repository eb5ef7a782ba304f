// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"
#include "package/LayerRequest.h"

namespace twin::services {

/// @brief Makes a layer of upright bodies from points, lines and areas (request.extrude, request.base): each feature
///        becomes a city object with its attributes, in a region package of its own below `objects`
///        (docs/decisions/0012). A body stands on the lowest ground below its corners. What has no height or no ground
///        becomes an Issue. Blocking; any thread but the GUI's.
/// @returns InvalidParameter when no table has the field that `extrude` or `base` names, with those that there are; the
///          reader's error; NoData when nothing could be extruded; Cancelled.
[[nodiscard]] Result<package::WrittenLayer>
writeExtrudedLayer(const package::LayerRequest& request, const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::services

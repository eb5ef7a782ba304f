// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"
#include "package/LayerRequest.h"

#include <vector>

namespace twin::services {

/// @brief Makes one layer of city models (CityGML, CityJSON): a neighbouring tile, a planned block, a bridge. Its
///        objects are called "LAYER:GMLID" in the region; those whose gml:id the region has already are told, and kept
///        or left out as the request says. Blocking; any thread but the GUI's.
/// @returns the first refusal when no file could be read, NoData when nothing is left to show, Cancelled.
[[nodiscard]] Result<package::WrittenLayer> writeCityModelLayer(const package::LayerRequest& request,
                                                                const CancellationToken& cancel,
                                                                const ProgressSink& progress);

} // namespace twin::services

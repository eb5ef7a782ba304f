// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/RasterInfo.h"
#include "model/Result.h"
#include "package/LayerRequest.h"

#include <vector>

namespace twin::package {

/// @returns now, or the moment that reproducible builds ask for (SOURCE_DATE_EPOCH).
[[nodiscard]] QDateTime importMoment();

/// @brief What layer.json says of a layer made of rasters: sources, licence, dates. Files and counts are the writer's.
/// @param extent  region CRS
[[nodiscard]] WrittenLayer describeLayer(const LayerRequest& request, LayerKind kind,
                                         const std::vector<geo::RasterInfo>& sources, const Box& extent);

/// @brief Writes layer.json and removes the scratch folder.
Result<void> writeLayerJson(const LayerRequest& request, const LayerInfo& info);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/LayerRequest.h"

namespace twin::services {

/// @returns where a layer of city objects gets the region package of its own.
[[nodiscard]] QString objectsFolder(const package::LayerRequest& request);

/// @brief Describes a layer by the region package that was written into its objectsFolder: title, extent, tilesets,
///        when. Models of several modules get tilesets that show them together, one for each level of detail. Writes
///        layer.json. Blocking.
/// @param layer  with its sources, count and bytes; the rest is filled
/// @returns the package's error, AccessDenied, ResourceExhausted.
[[nodiscard]] Result<void> describeObjects(const package::LayerRequest& request, package::WrittenLayer& layer);

} // namespace twin::services

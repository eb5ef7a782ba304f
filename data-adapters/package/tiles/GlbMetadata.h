// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/GeometryRecord.h"
#include "package/tiles/GlbBuffers.h"

namespace twin::package {

/// @brief The property table of a tile's features.
/// @returns the member "EXT_structural_metadata" of the asset's extensions, as JSON.
[[nodiscard]] std::string structuralMetadata(const std::vector<FeatureProperties>& features, GlbBuffers& buffers);

} // namespace twin::package

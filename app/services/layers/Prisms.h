// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "model/Feature.h"

#include <memory>
#include <vector>

namespace twin::services {

/// @brief Makes upright bodies of flat geometry: prisms of areas (each a closed solid), walls of lines, octagonal
/// columns
///        of points. Pure; any thread.
/// @param shape   coordinates in the region CRS; their own heights do not matter
/// @param bottom  metres above NHN @param top  above it
/// @param look    of all surfaces; null: the default look
/// @returns surfaces of LoD 1; empty for a shape with no extent.
[[nodiscard]] std::vector<Surface> prismsOf(const FeatureShape& shape, double bottom, double top,
                                            const std::shared_ptr<const SurfaceAppearance>& look);

} // namespace twin::services

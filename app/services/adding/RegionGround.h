// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/layers/ExtrusionRule.h"
#include "package/RegionPackage.h"

namespace twin::services {

/// @returns the region's ground: measured where a layer has it, else as estimated from the buildings. Blocking.
[[nodiscard]] GroundAt groundOf(const package::RegionPackage& region);

} // namespace twin::services

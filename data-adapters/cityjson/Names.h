// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"

#include <string_view>

namespace twin::cityjson {

/// @returns the type of a CityObject of CityJSON 1.0 … 2.0; Unknown for one of an extension ("+NoiseBuilding").
[[nodiscard]] CityObjectType objectType(std::string_view name);
/// @returns the type of a semantic surface; None for one of an extension.
[[nodiscard]] SurfaceType surfaceType(std::string_view name);

} // namespace twin::cityjson

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"
#include "demo/Building.h"

#include <functional>

namespace twin::demo {

/// @brief The massing of a landmark by its shape; several parts where one sees several.
/// @param number    makes the id
/// @param groundAt  metres above NHN anywhere; empty: level
/// @returns a building without parts for an unknown shape.
[[nodiscard]] DemoBuilding buildLandmark(const Landmark& landmark, int number,
                                         const std::function<double(Vec2)>& groundAt = {});

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/points/StoredPoint.h"

#include <span>
#include <vector>

namespace twin::package {

/// @brief Thins points to one for each cube of 2^-`divisions` of the cell's edge: the one next to the cube's middle.
/// @param divisions  1–7, less than the cell's bits
[[nodiscard]] std::vector<StoredPoint> thinned(std::span<const StoredPoint> points, const PointCell& cell,
                                               int divisions);

/// @returns about how far neighbouring points of a cell lie from each other, metres: the area that they cover, seen
/// from
///          whichever side shows most of it, shared out among them.
[[nodiscard]] double spacingOf(std::span<const StoredPoint> points, const PointCell& cell);

} // namespace twin::package

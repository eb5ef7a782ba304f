// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/PlaceNames.h"
#include "package/geometry/EarClipper.h"

namespace twin::services {

using Outline = std::vector<package::Point2>;

/// @returns a point well inside an area, in the middle of its widest part at half its height; empty: it has no area.
/// @param rings  open; exteriors and holes alike
[[nodiscard]] std::optional<package::Point2> pointInside(const std::vector<Outline>& rings);

[[nodiscard]] bool isInside(const package::Point2& p, const std::vector<Outline>& rings);

/// @returns the area of what the rings enclose, the largest alone; square metres of their coordinates.
[[nodiscard]] double largestArea(const std::vector<Outline>& rings);

/// @returns the line along the middle of a long and narrow area: a street, a river; empty: the area is none.
/// @param slimness  area by the square of its length, at most: 1 by 10 is 0.1
[[nodiscard]] Outline middleLine(const std::vector<Outline>& rings, double slimness);

/// @returns places about `stepMetres` apart along a line, the direction there and how far it goes straight; heights 0.
///          None on lines shorter than 30 m.
[[nodiscard]] std::vector<NameSpot> spotsAlong(const Outline& line, double stepMetres);

} // namespace twin::services

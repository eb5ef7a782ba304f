// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/quality/FlatPolygon.h"

#include <optional>
#include <utility>
#include <vector>

namespace twin::package {

// How two even polygons lie to each other. What is nearer than planeDistanceMetres touches; it does not cross. Places
// are relative to the origin that both polygons were set with.

/// @returns whether both lie in one plane.
[[nodiscard]] bool areInOnePlane(const FlatPolygon& a, const FlatPolygon& b);

/// @returns a place where an edge of `a` goes through the inside of `b`.
[[nodiscard]] std::optional<LocalPosition> piercedAt(const FlatPolygon& a, const FlatPolygon& b);

/// @returns a place where an edge of `a` runs through the inside of `b`, both in one plane.
[[nodiscard]] std::optional<LocalPosition> coveredAt(const FlatPolygon& a, const FlatPolygon& b);

/// @returns a place that both cover, both in one plane.
[[nodiscard]] std::optional<LocalPosition> sharedAt(const FlatPolygon& a, const FlatPolygon& b);

/// @returns a place within the polygon and off its edges; empty for one that is too narrow.
[[nodiscard]] std::optional<LocalPosition> placeWithin(const FlatPolygon& face);

[[nodiscard]] bool isNear(const FlatPolygon& face, const LocalPosition& p);

/// @brief Adds the pieces of the edges of `a` that lie on `b` or its rim.
void addTouches(const FlatPolygon& a, const FlatPolygon& b,
                std::vector<std::pair<LocalPosition, LocalPosition>>& touches);

} // namespace twin::package

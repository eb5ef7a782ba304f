// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/geometry/PlanarUnion.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twin::package {

/// @brief A 2D MULTIPOLYGON as GeoPackageBinary (OGC 12-128r17 §2.1.3), EPSG:25832, with its envelope.
/// @param eastingMetres,northingMetres  added to every point
[[nodiscard]] std::string gpkgMultiPolygon(const std::vector<PlanarPolygon>& polygons, double eastingMetres,
                                           double northingMetres);

/// @brief A 2D POINT as GeoPackageBinary, EPSG:25832.
[[nodiscard]] std::string gpkgPoint(double eastingMetres, double northingMetres);

/// @returns {min x, max x, min y, max y} of a blob made above; empty when it carries no envelope.
[[nodiscard]] std::optional<std::array<double, 4>> gpkgEnvelope(std::string_view blob);

/// @returns the rings of a polygon or multipolygon seen from above, open (the closing point is removed), exteriors and
///          holes alike; empty for any other blob and for a damaged one.
[[nodiscard]] std::vector<std::vector<Point2>> gpkgRings(std::string_view blob);

/// @returns the lines of a linestring or multilinestring seen from above; empty for any other blob and for a damaged
///          one.
[[nodiscard]] std::vector<std::vector<Point2>> gpkgLines(std::string_view blob);

/// @returns a point seen from above; empty for any other blob and for a damaged one.
[[nodiscard]] std::optional<Point2> gpkgPointOf(std::string_view blob);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace twin::package {

/// @returns the statements that make an empty twin.gpkg: OGC GeoPackage 1.3 (12-128r17) with our tables, without
/// indexes.
[[nodiscard]] const char* geoPackageSchema();

/// @returns the indexes, and the triggers that keep the R-tree extension right when another program edits the file.
[[nodiscard]] const char* geoPackageIndexes();

} // namespace twin::package

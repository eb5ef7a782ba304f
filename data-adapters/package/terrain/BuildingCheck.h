// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"

#include <vector>

#include <QString>

namespace twin::package {

/// From where on a building and the ground below it contradict each other.
inline constexpr double groundDisagreementMetres = 0.5;

/// How buildings and measured terrain agree.
struct BuildingCheck {
    qint64 compared = 0; ///< buildings and parts with a footprint on the terrain
    qint64 above = 0; ///< floating: their ground surface is more than half a metre above the lowest terrain below it,
                      ///< and they stand on no other part of their building
    qint64 below = 0; ///< sunk: it is more than half a metre under it
    std::vector<Issue> issues; ///< "building.above-terrain", "building.below-terrain", with id and metres
};

/// @brief Compares the ground surface of every building with the lowest terrain at the corners of its footprint, where
///        the surveys put it, and writes those that disagree as a table: id, easting, northing, ground_height,
///        terrain_lowest, terrain_highest, metres (building minus terrain; heights above DHHN2016), top_height, WKT
///        (its footprint, EPSG:25832).
/// @param geoPackage  twin.gpkg of the region
/// @param heights     heights.tif of a terrain layer
/// @param table       CSV to write
/// Blocking; any thread. @returns the errors of the files; Cancelled.
[[nodiscard]] Result<BuildingCheck> compareWithTerrain(const QString& geoPackage, const QString& heights,
                                                       const QString& table, const CancellationToken& cancel);

} // namespace twin::package

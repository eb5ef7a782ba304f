// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/Result.h"
#include "model/SceneFrame.h"

namespace twin::geo {

/// @brief Sets GDAL and PROJ up safely, once per process: explicit driver allow-list, GML_PARSER=EXPAT,
/// PROJ_NETWORK=OFF,
///        no VRT, messages into the twin.thirdparty.gdal log. Called by every function here; cheap when done. Any
///        thread.
void initialiseGdal();
/// @returns "GDAL 3.6.2, PROJ 9.1.1" and the geoid grid found, for `check`.
[[nodiscard]] QString gdalVersionText();

/// @brief Writes the ground heights as a GeoTIFF (Float32, EPSG:25832, NaN = no data, DEFLATE), north up.
[[nodiscard]] Result<void> writeGroundModel(const QString& path, const GroundModel& ground, const SceneFrame& frame);
/// @brief Reads such a GeoTIFF into the scene frame.
[[nodiscard]] Result<GroundModel> readGroundModel(const QString& path, const SceneFrame& frame);

} // namespace twin::geo

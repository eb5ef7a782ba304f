// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <memory>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <QStringList>

/// What the sources of twin_geo share of GDAL. Not for other targets: GDAL's headers stay in here.
namespace twin::geo {

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

/// @brief A file's name as GDAL may get it: it takes "/vsicurl/…", "GTIFF_DIR:…" or "<VRTDataset>" for names too.
/// @returns InvalidParameter for a text that names no plain file.
[[nodiscard]] Result<QByteArray> fileName(const QString& path);

/// @brief Opens a raster file for reading with one of these drivers. The handle belongs to one thread at a time.
/// @returns NotFound, MalformedData
[[nodiscard]] Result<Dataset> openRaster(const QString& path, const QStringList& drivers);

/// @returns the last message of GDAL in this thread.
[[nodiscard]] QString lastGdalMessage();

/// @returns "EPSG:25832+7837" as GDAL spells it, traditional axis order.
[[nodiscard]] OGRSpatialReference regionSpatialReference(bool withHeights);
/// @returns whether positions in this system are already those of the region.
[[nodiscard]] bool isRegionCrs(const OGRSpatialReference* crs);

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/GdalDataset.h"
#include "model/Task.h"

#include <QStringList>

namespace twin::geo {

/// @brief Copies a raster into a Cloud-Optimised GeoTIFF with overviews.
/// @param options  of GDAL's COG driver beside BIGTIFF, e.g. "COMPRESS=DEFLATE"
/// @returns ResourceExhausted or AccessDenied when it cannot be written; Cancelled.
[[nodiscard]] Result<void> writeCloudOptimised(GDALDataset& source, const QString& target, const QStringList& options,
                                               const CancellationToken& cancel, const ProgressSink& progress,
                                               const QString& step);

/// @brief A GeoTIFF to work in: tiled, sparse, not compressed.
[[nodiscard]] Result<Dataset> createWorkingRaster(const QString& path, int columns, int rows, int bands,
                                                  GDALDataType type);

/// @returns the Error of a raster that could not be written.
[[nodiscard]] Error writeError(const QString& path);

} // namespace twin::geo

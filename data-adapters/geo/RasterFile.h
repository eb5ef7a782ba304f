// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/PixelMap.h"
#include "geo/RasterInfo.h"
#include "geo/XyzReader.h"

namespace twin::geo {

/// A raster that is open, with its place. One thread at a time.
struct RasterFile {
    HeightGrid grid; ///< of an XYZ file: what the data set shows
    Dataset dataset;
    PixelMap map;
    RasterInfo info;
    bool heightsAreEllipsoidal = false;

    /// @returns as describeRaster.
    static Result<RasterFile> open(const QString& path, const RasterOptions& options, const CancellationToken& cancel);
};

/// @returns a data set that shows a grid's heights where they lie, which must outlive it.
[[nodiscard]] Result<Dataset> showGrid(const HeightGrid& header, float* heights);

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ControlPoints.h"
#include "model/Box.h"

#include <optional>

#include <QDate>

namespace twin::geo {

/// What a raster's values mean.
enum class RasterUse { Heights, Picture };

struct RasterOptions {
    QString crs;                        ///< for files that state none; empty: they are refused
    std::optional<RasterUse> use;       ///< empty: by type of values and name
    std::optional<ControlPointFit> fit; ///< places a picture; its own georeference is not used then
};

/// What a raster file says of itself, as gdalinfo would.
struct RasterInfo {
    QString path;
    QString format; ///< "XYZ", "Esri ASCII", "GeoTIFF", "JPEG 2000", "PNG", "JPEG", "MBTiles", "GeoPackage", …
    int columns = 0;
    int rows = 0;
    int bands = 0;
    RasterUse use = RasterUse::Picture;
    QString crs;                ///< as stated: "EPSG:25832", a name, or "Passpunkte"
    QString crsOrigin;          ///< "file", "file name", "world file", "--crs", "control points"
    bool heightsStated = false; ///< the height reference is
    Box extent;                 ///< region CRS; z unused
    double spacingMetres = 0;   ///< of the pixels in the region CRS
    QDate date;                 ///< of the file's name, else of its metadata; invalid: neither says one
    qint64 outliers = 0;        ///< impossible heights of an XYZ file
};

/// @returns whether a path names a raster by its ending (and content where the ending says little). Cheap; any thread.
[[nodiscard]] bool isRasterFile(const QString& path);

/// What can be told of a raster before it is known where it lies.
struct RasterPeek {
    RasterUse use = RasterUse::Picture;
    QDate date; ///< as RasterInfo::date
};

/// @brief Opens a raster file for a glance. Cheap; any thread. @returns NotFound, UnsupportedFormat, MalformedData
[[nodiscard]] Result<RasterPeek> peekRaster(const QString& path);

/// @brief Opens a raster file and says what it is. XYZ files are read to their end for it. Blocking; any thread.
/// @returns NotFound, MalformedData, MissingCrs, TransformFailed, OutOfRegion, UnknownHeightReference
[[nodiscard]] Result<RasterInfo> describeRaster(const QString& path, const RasterOptions& options);

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/RasterInfo.h"
#include "model/Image.h"
#include "model/Task.h"

#include <memory>
#include <vector>

#include <QStringList>

namespace twin::geo {

struct PictureMosaicOptions {
    RasterOptions raster;
    int threads = 0;                   ///< 0: all cores
    double mostPixels = 4'000'000'000; ///< of the whole mosaic; beyond, it gets coarser and an Issue says so
};

/// What became of the files.
struct PictureMosaic {
    std::vector<RasterInfo> sources; ///< of the files that were read, in the order given
    std::vector<Issue> issues;
    Box extent; ///< region CRS
    double spacingMetres = 0;
    qint64 pixels = 0; ///< of the whole mosaic
};

/// @brief Puts pictures of any CRS, order and resolution into one in the region CRS with the spacing of the finest: a
///        Cloud-Optimised GeoTIFF (RGB with a mask, EPSG:25832; JPEG for photographs, DEFLATE for drawings and small
///        ones). Finer files lie over coarser ones, later over earlier.
/// Blocking; any thread but the GUI's. Memory is bounded whatever the size.
/// @param scratch  an existing folder for working files; the caller removes it
/// @returns the first file's error when none could be read; ResourceExhausted when the disk is full; Cancelled.
[[nodiscard]] Result<PictureMosaic> mosaicPictures(const QStringList& files, const QString& target,
                                                   const QString& scratch, const PictureMosaicOptions& options,
                                                   const CancellationToken& cancel, const ProgressSink& progress);

/// A picture in EPSG:25832, read in parts at any scale from the overview that fits. One thread at a time.
class PictureRaster {
public:
    /// @returns NotFound, MalformedData, TransformFailed for one in another CRS.
    static Result<PictureRaster> open(const QString& path);
    ~PictureRaster();
    PictureRaster(PictureRaster&&) noexcept;
    PictureRaster& operator=(PictureRaster&&) noexcept;

    [[nodiscard]] Box extent() const; ///< region CRS, z unused
    [[nodiscard]] double spacingMetres() const;

    /// @returns the part over `place` (region CRS) as width × height pixels; transparent where there is nothing.
    [[nodiscard]] Result<Image> paint(const Box& place, int width, int height) const;

private:
    struct Private;
    explicit PictureRaster(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::geo

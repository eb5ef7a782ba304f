// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/RasterInfo.h"
#include "geo/terrain/Breaklines.h"
#include "model/GroundModel.h"
#include "model/SceneFrame.h"
#include "model/Task.h"

#include <memory>
#include <vector>

#include <QStringList>

namespace twin::geo {

/// How far a breakline may lie off the heights around it: more is another height reference, or none at all.
inline constexpr double mostBreakMetres = 10;

struct HeightMosaicOptions {
    RasterOptions raster;
    int threads = 0;                        ///< 0: all cores
    double mostNodes = 2'000'000'000;       ///< of the whole grid; beyond, it gets coarser and an Issue says so
    std::vector<Breakline> breaklines = {}; ///< nodes on them get their heights, see nodesOn()
};

/// What became of the files.
struct HeightMosaic {
    std::vector<RasterInfo> sources; ///< of the files that were read, in the order given
    std::vector<Issue> issues;
    Box extent; ///< region CRS, z the heights
    double spacingMetres = 0;
    qint64 nodes = 0; ///< with a height
};

/// @brief Puts height files of any CRS, order and resolution into one grid in the region CRS with the spacing of the
///        finest: a Cloud-Optimised GeoTIFF (Float32, NaN: no data, EPSG:25832+7837). Finer files lie over coarser
///        ones. Where a file already stands on the grid its heights are kept to the bit; others are interpolated
///        bilinearly.
///        Breaklines that lie more than mostBreakMetres off these heights are left out there: an Issue counts the
///        nodes.
/// Blocking; any thread but the GUI's. Memory is bounded whatever the size: files are read one by one.
/// @param target   the file to write
/// @param scratch  an existing folder for working files; the caller removes it
/// @returns the first file's error when none could be read; ResourceExhausted when the disk is full; Cancelled.
[[nodiscard]] Result<HeightMosaic> mosaicHeights(const QStringList& files, const QString& target,
                                                 const QString& scratch, const HeightMosaicOptions& options,
                                                 const CancellationToken& cancel, const ProgressSink& progress);

/// Heights of a GeoTIFF in EPSG:25832, read in parts. One thread at a time.
class HeightRaster {
public:
    /// @returns NotFound, MalformedData, TransformFailed for one in another CRS.
    static Result<HeightRaster> open(const QString& path);
    ~HeightRaster();
    HeightRaster(HeightRaster&&) noexcept;
    HeightRaster& operator=(HeightRaster&&) noexcept;

    [[nodiscard]] int columns() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] double spacingMetres() const;
    [[nodiscard]] double west() const;  ///< easting of the first column's nodes
    [[nodiscard]] double north() const; ///< northing of the first row's nodes

    /// @brief A window of heights above DHHN2016, row 0 in the north; NaN where there is none, also outside the raster.
    [[nodiscard]] Result<std::vector<float>> read(int column, int row, int columnCount, int rowCount) const;

    /// @returns the bilinear height at a place of the region CRS; empty outside or beside a node without one.
    [[nodiscard]] Result<std::optional<double>> heightAt(double easting, double northing) const;

    /// @returns the ground for the camera: every nth node, averaged, so that there are at most `mostNodes`.
    [[nodiscard]] Result<GroundModel> ground(const SceneFrame& frame, double mostNodes = 1'500'000) const;

private:
    struct Private;
    explicit HeightRaster(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::geo

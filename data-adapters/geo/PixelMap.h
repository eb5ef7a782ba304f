// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ControlPoints.h"
#include "geo/GdalDataset.h"
#include "model/Box.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace twin::geo {

/// Six numbers of GDAL: x = t0 + column·t1 + row·t2, y = t3 + column·t4 + row·t5; 0.5: the middle of the first pixel.
using GeoTransform = std::array<double, 6>;

/// Between the pixels of a raster and the region CRS. One object a thread (PROJ contexts are not shared).
class PixelMap {
public:
    /// @returns TransformFailed when PROJ knows no way, MalformedData for a degenerate transform.
    static Result<PixelMap> make(const OGRSpatialReference& crs, const GeoTransform& transform);
    static PixelMap make(ControlPointFit fit);

    /// @returns the transform when the raster already stands north up in the region CRS.
    [[nodiscard]] std::optional<GeoTransform> aligned() const;

    /// In place; NaN where there is no answer.
    void toPixels(std::span<double> x, std::span<double> y) const;
    void toRegion(std::span<double> x, std::span<double> y) const;

    /// @returns the extent of a raster of this size in the region CRS; empty where nothing can be transformed.
    [[nodiscard]] Box extentOf(int columns, int rows) const;
    /// @returns the smaller side of a pixel in the raster's middle, metres; 0 where that cannot be transformed.
    [[nodiscard]] double spacingOf(int columns, int rows) const;

private:
    struct Destroyer {
        void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
    };
    using Transformation = std::unique_ptr<OGRCoordinateTransformation, Destroyer>;

    GeoTransform m_transform{0, 1, 0, 0, 0, 1};
    GeoTransform m_inverse{0, 1, 0, 0, 0, 1};
    Transformation m_toRegion; ///< null: the identity
    Transformation m_fromRegion;
    std::optional<ControlPointFit> m_fit;
};

/// Which pixels of a raster lie below the pixels of a north-up block of the region: exact at every 16th, linear
/// between.
class BlockMap {
public:
    struct Block {
        double west = 0;
        double north = 0;
        double spacingX = 1;
        double spacingY = 1;
        int columns = 0;
        int rows = 0;
    };
    BlockMap(const PixelMap& map, const Block& block);

    /// @returns the raster's place below the middle of a block's pixel; NaN where there is none.
    [[nodiscard]] std::array<double, 2> at(int column, int row) const;
    /// @returns the raster's pixels that the block needs, with `margin` around, cut to the raster: first column, first
    ///          row, columns, rows; all 0: none.
    [[nodiscard]] std::array<int, 4> window(int rasterColumns, int rasterRows, int margin) const;

private:
    static constexpr int step = 16;

    int m_across = 0;
    std::vector<double> m_x;
    std::vector<double> m_y;
};

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/RasterFile.h"

namespace twin::geo {

/// Reads a raster's first band as metres: scale, offset and unit applied, "no data" and impossible heights as NaN.
class HeightReader {
public:
    /// @returns UnknownHeightReference for a unit that is no length.
    static Result<HeightReader> make(GDALDataset& dataset, const QString& path);

    /// @brief A window of the raster, averaged down to width × height where that is less.
    [[nodiscard]] Result<void> read(const std::array<int, 4>& window, int width, int height,
                                    std::vector<float>& heights) const;

private:
    GDALRasterBand* m_band = nullptr;
    QString m_path;
    double m_scale = 1;
    double m_offset = 0;
    bool m_hasNoData = false;
    double m_noData = 0;
};

/// @returns the bilinear height at (column, row) of a window's pixels; beside "no data" that of the pixel; NaN outside.
[[nodiscard]] float sampleHeight(const std::vector<float>& heights, int columns, int rows, double column, double row);

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/RasterFile.h"
#include "model/Image.h"

namespace twin::geo {

/// Reads a raster as a picture: palettes, grey and more than eight bits become RGB, masks, alpha and "no data" become
/// alpha.
class PictureReader {
public:
    /// @returns UnsupportedFormat for colours that are none of the above (CMYK).
    static Result<PictureReader> make(GDALDataset& dataset, const QString& path);

    /// @returns whether its colours are few and exact, as those of scanned maps: it should be stored without loss.
    [[nodiscard]] bool isDrawing() const { return !m_palette.empty() || m_highest == 1; }

    /// @brief A window of the raster, averaged down to width × height where that is less.
    [[nodiscard]] Result<Image> read(const std::array<int, 4>& window, int width, int height) const;

    /// @brief Draws the raster over a north-up block of the region: bilinear, what is transparent lets through what is
    ///        there.
    /// @param shrink  raster pixels averaged to one before, each way
    /// @returns false when the raster has nothing there.
    [[nodiscard]] Result<bool> draw(const PixelMap& map, const BlockMap::Block& block, int shrink, Image& over) const;

private:
    [[nodiscard]] bool readColours(const std::array<int, 4>& window, Image& image) const;
    [[nodiscard]] bool readPalette(const std::array<int, 4>& window, Image& image) const;
    [[nodiscard]] bool readAlpha(const std::array<int, 4>& window, Image& image) const;

    GDALDataset* m_dataset = nullptr;
    QString m_path;
    std::array<int, 3> m_bands{1, 1, 1};
    std::vector<std::array<std::uint8_t, 4>> m_palette;
    double m_lowest = 0; ///< becomes black
    double m_highest = 255;
};

} // namespace twin::geo

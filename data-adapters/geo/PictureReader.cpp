// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/PictureReader.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace twin::geo {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

GDALRasterIOExtraArg averaging(bool isPalette)
{
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    how.eResampleAlg = isPalette ? GRIORA_NearestNeighbour : GRIORA_Average;
    return how;
}

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

/// Bilinear, each pixel weighted with its alpha: colours of transparent pixels mean nothing.
std::array<std::uint8_t, 4> sample(const Image& image, double column, double row)
{
    if (!(column >= 0 && row >= 0 && column <= image.width && row <= image.height))
        return {};
    const double u = std::clamp(column - 0.5, 0.0, image.width - 1.0);
    const double v = std::clamp(row - 0.5, 0.0, image.height - 1.0);
    const int c0 = static_cast<int>(u);
    const int r0 = static_cast<int>(v);
    std::array<double, 4> sum{};
    for (int corner = 0; corner < 4; ++corner) {
        const int c = std::min(c0 + (corner & 1), image.width - 1);
        const int r = std::min(r0 + (corner >> 1), image.height - 1);
        const double weight =
            ((corner & 1) != 0 ? u - c0 : 1 - (u - c0)) * ((corner >> 1) != 0 ? v - r0 : 1 - (v - r0));
        const std::uint8_t* pixel = &image.pixels[(static_cast<std::size_t>(r) * static_cast<std::size_t>(image.width) +
                                                   static_cast<std::size_t>(c)) *
                                                  4];
        const double alpha = weight * pixel[3];
        for (std::size_t i = 0; i < 3; ++i)
            sum[i] += alpha * pixel[i];
        sum[3] += alpha;
    }
    if (sum[3] <= 0)
        return {};
    return {toByte(sum[0] / sum[3]), toByte(sum[1] / sum[3]), toByte(sum[2] / sum[3]), toByte(sum[3])};
}

} // namespace

Result<PictureReader> PictureReader::make(GDALDataset& dataset, const QString& path)
{
    PictureReader reader;
    reader.m_dataset = &dataset;
    reader.m_path = path;
    const int count = dataset.GetRasterCount();
    GDALRasterBand* first = dataset.GetRasterBand(1);
    if (first->GetColorInterpretation() == GCI_CyanBand)
        return failure(ErrorCode::UnsupportedFormat, tr("Bilder in CMYK-Farben werden nicht gelesen."), {},
                       tr("Wandeln Sie das Bild in RGB um."), {path, -1, {}});
    if (const GDALColorTable* table = first->GetColorTable(); table != nullptr && count < 3) {
        for (int i = 0; i < table->GetColorEntryCount(); ++i) {
            GDALColorEntry entry{};
            table->GetColorEntryAsRGB(i, &entry);
            reader.m_palette.push_back({toByte(entry.c1), toByte(entry.c2), toByte(entry.c3), toByte(entry.c4)});
        }
        return reader;
    }
    if (count >= 3) {
        reader.m_bands = {1, 2, 3};
        for (int band = 1; band <= count; ++band) {
            const GDALColorInterp colour = dataset.GetRasterBand(band)->GetColorInterpretation();
            if (colour >= GCI_RedBand && colour <= GCI_BlueBand)
                reader.m_bands[static_cast<std::size_t>(colour - GCI_RedBand)] = band;
        }
    }
    const char* bits = first->GetMetadataItem("NBITS", "IMAGE_STRUCTURE");
    if (bits != nullptr) {
        reader.m_highest = std::exp2(std::clamp(QByteArray(bits).toInt(), 1, 32)) - 1;
    } else if (first->GetRasterDataType() != GDT_Byte) {
        std::array<double, 2> range{};
        if (first->ComputeRasterMinMax(TRUE, range.data()) == CE_None && range[1] > range[0]) {
            reader.m_lowest = std::min(range[0], 0.0);
            reader.m_highest = range[1];
        }
    }
    return reader;
}

bool PictureReader::readPalette(const std::array<int, 4>& window, Image& image) const
{
    const std::size_t count = image.pixels.size() / 4;
    std::vector<std::uint8_t> indices(count);
    GDALRasterIOExtraArg how = averaging(true);
    if (m_dataset->GetRasterBand(1)->RasterIO(GF_Read, window[0], window[1], window[2], window[3], indices.data(),
                                              image.width, image.height, GDT_Byte, 0, 0, &how) != CE_None)
        return false;
    for (std::size_t i = 0; i < count; ++i)
        if (indices[i] < m_palette.size())
            std::copy_n(m_palette[indices[i]].begin(), 4, &image.pixels[i * 4]);
    return true;
}

bool PictureReader::readColours(const std::array<int, 4>& window, Image& image) const
{
    GDALRasterIOExtraArg how = averaging(false);
    std::array<int, 3> bands = m_bands;
    if (m_lowest == 0 && m_highest == 255)
        return m_dataset->RasterIO(GF_Read, window[0], window[1], window[2], window[3], image.pixels.data(),
                                   image.width, image.height, GDT_Byte, 3, bands.data(), 4, GSpacing{4} * image.width,
                                   1, &how) == CE_None;
    const std::size_t count = image.pixels.size() / 4;
    std::vector<float> values(count);
    for (std::size_t band = 0; band < 3; ++band) {
        if (m_dataset->GetRasterBand(bands[band])
                ->RasterIO(GF_Read, window[0], window[1], window[2], window[3], values.data(), image.width,
                           image.height, GDT_Float32, 0, 0, &how) != CE_None)
            return false;
        for (std::size_t i = 0; i < count; ++i)
            if (std::isfinite(values[i]))
                image.pixels[i * 4 + band] =
                    toByte((static_cast<double>(values[i]) - m_lowest) * 255 / (m_highest - m_lowest));
    }
    return true;
}

bool PictureReader::readAlpha(const std::array<int, 4>& window, Image& image) const
{
    const std::size_t count = image.pixels.size() / 4;
    std::vector<std::uint8_t> mask(count);
    const auto read = [&](int band) {
        GDALRasterIOExtraArg how = averaging(!m_palette.empty());
        return m_dataset->GetRasterBand(band)->GetMaskBand()->RasterIO(GF_Read, window[0], window[1], window[2],
                                                                       window[3], mask.data(), image.width,
                                                                       image.height, GDT_Byte, 0, 0, &how) == CE_None;
    };
    const int flags = m_dataset->GetRasterBand(m_bands[0])->GetMaskFlags();
    const bool isPaletteAlpha = !m_palette.empty() && (flags & GMF_NODATA) == 0;
    if (isPaletteAlpha) // came with the colours
        return true;
    if ((flags & GMF_ALL_VALID) != 0) {
        for (std::size_t i = 0; i < count; ++i)
            image.pixels[i * 4 + 3] = 255;
        return true;
    }
    // "No data" of a picture means that all its bands say so: black roofs stay.
    const std::size_t bands = (flags & GMF_NODATA) != 0 && m_bands[0] != m_bands[1] ? 3 : 1;
    for (std::size_t i = 0; i < count; ++i)
        image.pixels[i * 4 + 3] = 0;
    for (std::size_t band = 0; band < bands; ++band) {
        if (!read(m_bands[band]))
            return false;
        for (std::size_t i = 0; i < count; ++i)
            image.pixels[i * 4 + 3] = std::max(image.pixels[i * 4 + 3], mask[i]);
    }
    return true;
}

Result<Image> PictureReader::read(const std::array<int, 4>& window, int width, int height) const
{
    Image image;
    image.width = width;
    image.height = height;
    image.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0);
    CPLErrorReset();
    const bool isRead = m_palette.empty() ? readColours(window, image) : readPalette(window, image);
    if (!isRead || !readAlpha(window, image))
        return failure(ErrorCode::MalformedData, tr("Die Rasterdatei ist beschädigt."), lastGdalMessage(), {},
                       {m_path, -1, {}});
    return image;
}

Result<bool> PictureReader::draw(const PixelMap& map, const BlockMap::Block& block, int shrink, Image& over) const
{
    const BlockMap lookup(map, block);
    const auto needed = lookup.window(m_dataset->GetRasterXSize(), m_dataset->GetRasterYSize(), 2 * shrink);
    if (needed[2] == 0)
        return false;
    const int width = std::max(needed[2] / shrink, 1);
    const int height = std::max(needed[3] / shrink, 1);
    TWIN_TRY(const Image window, read(needed, width, height));
    bool any = false;
    for (int row = 0; row < block.rows; ++row)
        for (int column = 0; column < block.columns; ++column) {
            const auto [x, y] = lookup.at(column, row);
            const auto pixel =
                sample(window, (x - needed[0]) * width / needed[2], (y - needed[1]) * height / needed[3]);
            std::uint8_t* out = &over.pixels[(static_cast<std::size_t>(row) * static_cast<std::size_t>(block.columns) +
                                              static_cast<std::size_t>(column)) *
                                             4];
            if (pixel[3] < 128 && pixel[3] <= out[3])
                continue;
            std::copy(pixel.begin(), pixel.end(), out);
            any = true;
        }
    return any;
}

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/CloudOptimised.h"
#include "geo/Gdal.h"
#include "geo/PictureReader.h"
#include "geo/Pictures.h"
#include "geo/RasterIssues.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::geo {
namespace {

constexpr int blockPixels = 512;
constexpr double pasteShare = 0.5;
constexpr double losslessPixels = 4'000'000; ///< a small picture is worth its bytes

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

class Mosaic {
public:
    Mosaic(const QStringList& files, const QString& scratch, const PictureMosaicOptions& options,
           const CancellationToken& cancel)
        : m_files(files), m_scratch(scratch), m_options(options), m_cancel(cancel)
    {
    }

    Result<void> describeAll();
    void settleTarget();
    Result<void> pasteAll(const ProgressSink& progress);
    Result<void> finish(const QString& path, const ProgressSink& progress);
    PictureMosaic takeResult() { return std::move(m_result); }

private:
    Result<void> paste(const RasterInfo& info, const ProgressSink& progress);
    Result<void> pasteBlock(const PictureReader& reader, const PixelMap& map, int column, int row, int shrink);

    const QStringList& m_files;
    const QString& m_scratch;
    const PictureMosaicOptions& m_options;
    const CancellationToken& m_cancel;
    double m_west = 0; ///< of the first pixel's edge
    double m_north = 0;
    double m_spacing = 0;
    int m_columns = 0;
    int m_rows = 0;
    bool m_allDrawings = true;
    std::optional<GeoTransform> m_anchor;
    Dataset m_raster;
    PictureMosaic m_result;
};

Result<void> Mosaic::describeAll()
{
    std::optional<Error> first;
    double anchorSpacing = std::numeric_limits<double>::infinity();
    for (const QString& path : m_files) {
        if (m_cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const auto file = RasterFile::open(path, m_options.raster, m_cancel);
        if (file) {
            m_result.sources.push_back(file->info);
            if (const auto transform = file->map.aligned(); transform && file->info.spacingMetres < anchorSpacing) {
                m_anchor = transform;
                anchorSpacing = file->info.spacingMetres;
            }
            continue;
        }
        m_result.issues.push_back(rasterIssue(file.error(), path));
        if (!first)
            first = file.error();
    }
    if (m_result.sources.empty())
        return failure(first.value_or(Error{ErrorCode::NoData, tr("Es sind keine Bilder angegeben."), {}, {}, {}}));
    return {};
}

void Mosaic::settleTarget()
{
    Box extent;
    double finest = std::numeric_limits<double>::infinity();
    for (const RasterInfo& info : m_result.sources) {
        extent.include(info.extent);
        finest = std::min(finest, info.spacingMetres);
    }
    m_spacing = finest;
    const LocalPosition size = extent.size();
    while (size.x / m_spacing * size.y / m_spacing > m_options.mostPixels || std::max(size.x, size.y) / m_spacing > 2e6)
        m_spacing *= 2;
    if (m_spacing > finest)
        m_result.issues.push_back({QStringLiteral("imagery.coarsened"),
                                   QStringLiteral("%1 m instead of %2 m").arg(m_spacing).arg(finest),
                                   {}});
    const double anchorX = m_anchor ? (*m_anchor)[0] : 0;
    const double anchorY = m_anchor ? (*m_anchor)[3] : 0;
    m_west = anchorX + std::floor((extent.min.x - anchorX) / m_spacing + 1e-6) * m_spacing;
    m_north = anchorY + std::ceil((extent.max.y - anchorY) / m_spacing - 1e-6) * m_spacing;
    m_columns = std::max(static_cast<int>(std::ceil((extent.max.x - m_west) / m_spacing - 1e-6)), 1);
    m_rows = std::max(static_cast<int>(std::ceil((m_north - extent.min.y) / m_spacing - 1e-6)), 1);
}

Result<void> Mosaic::pasteAll(const ProgressSink& progress)
{
    TWIN_TRY(m_raster, createWorkingRaster(m_scratch + QStringLiteral("/image.tif"), m_columns, m_rows, 3, GDT_Byte));
    const OGRSpatialReference crs = regionSpatialReference(false);
    GeoTransform transform{m_west, m_spacing, 0, m_north, 0, -m_spacing};
    m_raster->SetSpatialRef(&crs);
    m_raster->SetGeoTransform(transform.data());
    if (m_raster->CreateMaskBand(GMF_PER_DATASET) != CE_None)
        return failure(writeError(m_scratch));
    std::vector<std::size_t> order(m_result.sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_result.sources[a].spacingMetres > m_result.sources[b].spacingMetres * 1.000001;
    });
    const double count = static_cast<double>(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        TWIN_CHECK(paste(m_result.sources[order[i]],
                         partOf(progress, static_cast<double>(i) / count, static_cast<double>(i + 1) / count)));
    return {};
}

Result<void> Mosaic::paste(const RasterInfo& info, const ProgressSink& progress)
{
    TWIN_TRY(const RasterFile file, RasterFile::open(info.path, m_options.raster, m_cancel));
    TWIN_TRY(const PictureReader reader, PictureReader::make(*file.dataset, info.path));
    const bool isPng = info.format == QLatin1String("PNG");
    m_allDrawings = m_allDrawings && (reader.isDrawing() || isPng);
    const auto pixel = [this](double distance) { return static_cast<int>(std::floor(distance / m_spacing)); };
    const int firstColumn = std::clamp(pixel(info.extent.min.x - m_west), 0, m_columns - 1);
    const int firstRow = std::clamp(pixel(m_north - info.extent.max.y), 0, m_rows - 1);
    const int endColumn = std::clamp(pixel(info.extent.max.x - m_west) + 1, 1, m_columns);
    const int endRow = std::clamp(pixel(m_north - info.extent.min.y) + 1, 1, m_rows);
    const int shrink = std::max(static_cast<int>(m_spacing / info.spacingMetres + 1e-6), 1);
    // Blocks of the target's own tiling: each is read and written once.
    for (int row = firstRow / blockPixels * blockPixels; row < endRow; row += blockPixels) {
        for (int column = firstColumn / blockPixels * blockPixels; column < endColumn; column += blockPixels) {
            if (m_cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            TWIN_CHECK(pasteBlock(reader, file.map, column, row, shrink));
        }
        if (progress)
            progress(static_cast<double>(row - firstRow) / std::max(endRow - firstRow, 1), tr("Bilder zusammensetzen"));
    }
    return {};
}

Result<void> Mosaic::pasteBlock(const PictureReader& reader, const PixelMap& map, int column, int row, int shrink)
{
    Image image;
    image.width = std::min(blockPixels, m_columns - column);
    image.height = std::min(blockPixels, m_rows - row);
    const std::size_t count = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    image.pixels.resize(count * 4);
    std::array<int, 3> bands{1, 2, 3};
    std::vector<std::uint8_t> mask(count);
    GDALRasterBand* maskBand = m_raster->GetRasterBand(1)->GetMaskBand();
    const auto transfer = [&](GDALRWFlag flag) {
        return m_raster->RasterIO(flag, column, row, image.width, image.height, image.pixels.data(), image.width,
                                  image.height, GDT_Byte, 3, bands.data(), 4, GSpacing{4} * image.width, 1,
                                  nullptr) == CE_None &&
               maskBand->RasterIO(flag, column, row, image.width, image.height, mask.data(), image.width, image.height,
                                  GDT_Byte, 0, 0, nullptr) == CE_None;
    };
    if (!transfer(GF_Read))
        return failure(writeError(m_scratch));
    for (std::size_t i = 0; i < count; ++i)
        image.pixels[i * 4 + 3] = mask[i];
    TWIN_TRY(const bool any, reader.draw(map,
                                         {m_west + column * m_spacing, m_north - row * m_spacing, m_spacing, m_spacing,
                                          image.width, image.height},
                                         shrink, image));
    if (!any)
        return {};
    for (std::size_t i = 0; i < count; ++i)
        mask[i] = image.pixels[i * 4 + 3] >= 128 ? 255 : 0;
    if (!transfer(GF_Write))
        return failure(writeError(m_scratch));
    return {};
}

Result<void> Mosaic::finish(const QString& path, const ProgressSink& progress)
{
    m_result.spacingMetres = m_spacing;
    m_result.pixels = qint64{m_columns} * m_rows;
    m_result.extent.include(LocalPosition{m_west, m_north - m_rows * m_spacing, 0});
    m_result.extent.include(LocalPosition{m_west + m_columns * m_spacing, m_north, 0});
    const QString threads = m_options.threads > 0 ? QString::number(m_options.threads) : QStringLiteral("ALL_CPUS");
    QStringList options{QStringLiteral("OVERVIEW_RESAMPLING=AVERAGE"), QStringLiteral("NUM_THREADS=") + threads};
    if (m_allDrawings || static_cast<double>(m_result.pixels) <= losslessPixels)
        options << QStringLiteral("COMPRESS=DEFLATE") << QStringLiteral("PREDICTOR=YES");
    else
        options << QStringLiteral("COMPRESS=JPEG") << QStringLiteral("QUALITY=88");
    return writeCloudOptimised(*m_raster, path, options, m_cancel, progress, tr("Bild schreiben"));
}

} // namespace

Result<PictureMosaic> mosaicPictures(const QStringList& files, const QString& target, const QString& scratch,
                                     const PictureMosaicOptions& options, const CancellationToken& cancel,
                                     const ProgressSink& progress)
{
    initialiseGdal();
    Mosaic mosaic(files, scratch, options, cancel);
    TWIN_CHECK(mosaic.describeAll());
    mosaic.settleTarget();
    TWIN_CHECK(mosaic.pasteAll(partOf(progress, 0, pasteShare)));
    TWIN_CHECK(mosaic.finish(target, partOf(progress, pasteShare, 1)));
    return mosaic.takeResult();
}

} // namespace twin::geo

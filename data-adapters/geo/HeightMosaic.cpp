// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/CloudOptimised.h"
#include "geo/Crs.h"
#include "geo/Gdal.h"
#include "geo/HeightReader.h"
#include "geo/Heights.h"
#include "geo/RasterIssues.h"
#include "model/ParallelTasks.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <thread>

#include <QCoreApplication>
#include <QFile>

namespace twin::geo {
namespace {

constexpr int blockNodes = 512;
constexpr double readShare = 0.5;
constexpr double pasteShare = 0.7;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

/// A source between the two passes: an XYZ file's grid waits in a scratch file, others are opened again.
struct Part {
    RasterInfo info;
    PixelMap map;
    HeightGrid header; ///< without its heights
    QString spill;
    bool heightsAreEllipsoidal = false;
};

/// The grid that all sources are put into. Node (0, 0) is in the north-west.
struct Target {
    double west = 0; ///< of the first node
    double north = 0;
    double spacing = 0;
    int columns = 0;
    int rows = 0;

    [[nodiscard]] GeoTransform transform() const
    {
        return {west - spacing / 2, spacing, 0, north + spacing / 2, 0, -spacing};
    }
};

Result<void> spill(HeightGrid& grid, const QString& path)
{
    QFile file(path);
    const auto bytes = static_cast<qint64>(grid.heights.size() * sizeof(float));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char*>(grid.heights.data()), bytes) != bytes || !file.flush())
        return failure(writeError(path));
    grid.heights = {};
    return {};
}

Result<Part> readPart(const QString& path, const QString& spillPath, const RasterOptions& options,
                      const CancellationToken& cancel)
{
    TWIN_TRY(RasterFile file, RasterFile::open(path, options, cancel));
    Part part{file.info, std::move(file.map), std::move(file.grid), {}, file.heightsAreEllipsoidal};
    file.dataset.reset();
    if (!part.header.heights.empty()) {
        part.spill = spillPath;
        TWIN_CHECK(spill(part.header, spillPath));
    }
    return part;
}

class Mosaic {
public:
    Mosaic(const QStringList& files, const QString& scratch, const HeightMosaicOptions& options,
           const CancellationToken& cancel)
        : m_files(files), m_scratch(scratch), m_options(options), m_cancel(cancel)
    {
    }

    Result<void> readAll(const ProgressSink& progress);
    void settleTarget();
    Result<void> pasteAll(const ProgressSink& progress);
    Result<void> burnBreaklines();
    Result<void> finish(const QString& path, const ProgressSink& progress);
    HeightMosaic takeResult() { return std::move(m_result); }

private:
    Result<void> paste(const Part& part);
    Result<void> pasteAligned(GDALDataset& source, const HeightReader& reader, const GeoTransform& from);
    Result<void> pasteResampled(const Part& part, GDALDataset& source, const HeightReader& reader);
    Result<void> merge(int column, int row, int columns, int rows, const std::vector<float>& heights);
    Result<void> lowerToNhn(int column, int row, int columns, int rows, std::vector<float>& heights);
    [[nodiscard]] std::optional<std::array<int, 2>> offsetOf(const GeoTransform& from) const;

    const QStringList& m_files;
    const QString& m_scratch;
    const HeightMosaicOptions& m_options;
    const CancellationToken& m_cancel;
    std::vector<Part> m_parts;
    Target m_target;
    Dataset m_raster;
    std::vector<float> m_present;
    std::optional<Geocentric> m_geocentric;
    float m_lowest = std::numeric_limits<float>::infinity();
    float m_highest = -std::numeric_limits<float>::infinity();
    HeightMosaic m_result;
};

Result<void> Mosaic::readAll(const ProgressSink& progress)
{
    const auto count = static_cast<std::size_t>(m_files.size());
    std::vector<Result<Part>> parts;
    for (std::size_t i = 0; i < count; ++i)
        parts.emplace_back(failure(ErrorCode::Cancelled, {}));
    std::atomic<std::size_t> done{0};
    const int threads =
        m_options.threads > 0 ? m_options.threads : std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
    TWIN_CHECK(runTasks(count, threads, [&](std::size_t i) -> Result<void> {
        if (m_cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        parts[i] = readPart(m_files[static_cast<qsizetype>(i)], m_scratch + QStringLiteral("/%1.heights").arg(i),
                            m_options.raster, m_cancel);
        if (progress)
            progress(static_cast<double>(++done) / static_cast<double>(count), tr("Höhen lesen"));
        return {};
    }));
    if (m_cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    std::optional<Error> first;
    for (std::size_t i = 0; i < count; ++i) {
        if (parts[i]) {
            appendHeightIssues(parts[i]->info, m_result.issues);
            m_result.sources.push_back(parts[i]->info);
            m_parts.push_back(*std::move(parts[i]));
            continue;
        }
        const Error& error = parts[i].error();
        if (error.code == ErrorCode::ResourceExhausted && error.where.source.startsWith(m_scratch))
            return failure(error);
        m_result.issues.push_back(rasterIssue(error, m_files[static_cast<qsizetype>(i)]));
        if (!first)
            first = error;
    }
    if (m_parts.empty())
        return failure(
            first.value_or(Error{ErrorCode::NoData, tr("Es sind keine Höhendateien angegeben."), {}, {}, {}}));
    return {};
}

/// The finest source that stands north up in the region CRS sets the grid, so that its heights stay as they are.
void Mosaic::settleTarget()
{
    Box extent;
    double finest = std::numeric_limits<double>::infinity();
    for (const Part& part : m_parts) {
        extent.include(part.info.extent);
        finest = std::min(finest, part.info.spacingMetres);
    }
    double anchorX = 0;
    double anchorY = 0;
    for (const Part& part : m_parts) {
        const auto transform = part.map.aligned();
        if (transform && part.info.spacingMetres <= finest * 1.000001) {
            anchorX = (*transform)[0];
            anchorY = (*transform)[3];
            break;
        }
    }
    double spacing = finest;
    const auto nodes = [&] { return extent.size().x / spacing * extent.size().y / spacing; };
    while (nodes() > m_options.mostNodes || std::max(extent.size().x, extent.size().y) / spacing > 1e6)
        spacing *= 2;
    if (spacing > finest)
        m_result.issues.push_back(
            {QStringLiteral("terrain.coarsened"), QStringLiteral("%1 m instead of %2 m").arg(spacing).arg(finest), {}});
    const double west = anchorX + std::floor((extent.min.x - anchorX) / spacing + 1e-6) * spacing;
    const double north = anchorY + std::ceil((extent.max.y - anchorY) / spacing - 1e-6) * spacing;
    m_target = {west + spacing / 2, north - spacing / 2, spacing,
                std::max(static_cast<int>(std::ceil((extent.max.x - west) / spacing - 1e-6)), 1),
                std::max(static_cast<int>(std::ceil((north - extent.min.y) / spacing - 1e-6)), 1)};
}

Result<void> Mosaic::pasteAll(const ProgressSink& progress)
{
    TWIN_TRY(m_raster, createWorkingRaster(m_scratch + QStringLiteral("/heights.tif"), m_target.columns, m_target.rows,
                                           1, GDT_Float32));
    const OGRSpatialReference crs = regionSpatialReference(true);
    GeoTransform transform = m_target.transform();
    m_raster->SetSpatialRef(&crs);
    m_raster->SetGeoTransform(transform.data());
    m_raster->SetMetadataItem("AREA_OR_POINT", "Point");
    GDALRasterBand* band = m_raster->GetRasterBand(1);
    band->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
    band->SetUnitType("m");
    std::vector<std::size_t> order(m_parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_parts[a].info.spacingMetres > m_parts[b].info.spacingMetres * 1.000001;
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
        TWIN_CHECK(paste(m_parts[order[i]]));
        if (progress)
            progress(static_cast<double>(i + 1) / static_cast<double>(order.size()), tr("Höhen zusammensetzen"));
    }
    return {};
}

Result<void> Mosaic::paste(const Part& part)
{
    const auto run = [&](GDALDataset& dataset) -> Result<void> {
        TWIN_TRY(const HeightReader reader, HeightReader::make(dataset, part.info.path));
        const auto aligned = part.map.aligned();
        if (aligned && !part.heightsAreEllipsoidal && offsetOf(*aligned))
            return pasteAligned(dataset, reader, *aligned);
        return pasteResampled(part, dataset, reader);
    };
    if (part.spill.isEmpty()) {
        TWIN_TRY(RasterFile file, RasterFile::open(part.info.path, m_options.raster, m_cancel));
        return run(*file.dataset);
    }
    QFile spilled(part.spill);
    if (!spilled.open(QIODevice::ReadWrite))
        return failure(writeError(part.spill));
    uchar* memory = spilled.map(0, spilled.size());
    if (memory == nullptr)
        return failure(ErrorCode::ResourceExhausted, tr("Für das Höhengitter fehlt Speicher."), spilled.errorString());
    TWIN_TRY(const Dataset dataset, showGrid(part.header, reinterpret_cast<float*>(memory)));
    TWIN_CHECK(run(*dataset));
    spilled.remove();
    return {};
}

/// @returns where a raster's first pixel lies in the target when both have the same nodes.
std::optional<std::array<int, 2>> Mosaic::offsetOf(const GeoTransform& from) const
{
    const double spacing = m_target.spacing;
    const GeoTransform to = m_target.transform();
    const double columns = (from[0] - to[0]) / spacing;
    const double rows = (to[3] - from[3]) / spacing;
    const bool fits = std::abs(from[1] - spacing) < 1e-6 * spacing && std::abs(from[5] + spacing) < 1e-6 * spacing &&
                      std::abs(columns - std::round(columns)) < 1e-3 && std::abs(rows - std::round(rows)) < 1e-3;
    if (!fits)
        return std::nullopt;
    return std::array<int, 2>{static_cast<int>(std::round(columns)), static_cast<int>(std::round(rows))};
}

Result<void> Mosaic::pasteAligned(GDALDataset& source, const HeightReader& reader, const GeoTransform& from)
{
    const auto offset = offsetOf(from).value_or(std::array<int, 2>{});
    std::vector<float> heights;
    for (int row = 0; row < source.GetRasterYSize(); row += blockNodes)
        for (int column = 0; column < source.GetRasterXSize(); column += blockNodes) {
            if (m_cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            const int columns = std::min(blockNodes, source.GetRasterXSize() - column);
            const int rows = std::min(blockNodes, source.GetRasterYSize() - row);
            TWIN_CHECK(reader.read({column, row, columns, rows}, columns, rows, heights));
            TWIN_CHECK(merge(offset[0] + column, offset[1] + row, columns, rows, heights));
        }
    return {};
}

Result<void> Mosaic::pasteResampled(const Part& part, GDALDataset& source, const HeightReader& reader)
{
    const Box& extent = part.info.extent;
    const auto node = [this](double distance) { return static_cast<int>(std::floor(distance / m_target.spacing)); };
    const int firstColumn = std::clamp(node(extent.min.x - m_target.west), 0, m_target.columns - 1);
    const int firstRow = std::clamp(node(m_target.north - extent.max.y), 0, m_target.rows - 1);
    const int endColumn = std::clamp(node(extent.max.x - m_target.west) + 2, 1, m_target.columns);
    const int endRow = std::clamp(node(m_target.north - extent.min.y) + 2, 1, m_target.rows);
    const int shrink = std::max(static_cast<int>(m_target.spacing / part.info.spacingMetres), 1);
    std::vector<float> window;
    for (int row = firstRow; row < endRow; row += blockNodes)
        for (int column = firstColumn; column < endColumn; column += blockNodes) {
            if (m_cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            const int columns = std::min(blockNodes, endColumn - column);
            const int rows = std::min(blockNodes, endRow - row);
            const GeoTransform to = m_target.transform();
            const BlockMap lookup(part.map, {to[0] + column * m_target.spacing, to[3] - row * m_target.spacing,
                                             m_target.spacing, m_target.spacing, columns, rows});
            const auto needed = lookup.window(source.GetRasterXSize(), source.GetRasterYSize(), 2 * shrink);
            if (needed[2] == 0)
                continue;
            const int width = std::max(needed[2] / shrink, 1);
            const int height = std::max(needed[3] / shrink, 1);
            TWIN_CHECK(reader.read(needed, width, height, window));
            std::vector<float> heights(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
            for (int r = 0; r < rows; ++r)
                for (int c = 0; c < columns; ++c) {
                    const auto [x, y] = lookup.at(c, r);
                    heights[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) +
                            static_cast<std::size_t>(c)] =
                        sampleHeight(window, width, height, (x - needed[0]) * width / needed[2],
                                     (y - needed[1]) * height / needed[3]);
                }
            if (part.heightsAreEllipsoidal)
                TWIN_CHECK(lowerToNhn(column, row, columns, rows, heights));
            TWIN_CHECK(merge(column, row, columns, rows, heights));
        }
    return {};
}

Result<void> Mosaic::lowerToNhn(int column, int row, int columns, int rows, std::vector<float>& heights)
{
    if (!m_geocentric) {
        TWIN_TRY(Geocentric geocentric, Geocentric::create());
        m_geocentric = std::move(geocentric);
    }
    std::size_t node = 0;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c, ++node) {
            const ProjectedPosition place{m_target.west + (column + c) * m_target.spacing,
                                          m_target.north - (row + r) * m_target.spacing, 0};
            if (!std::isnan(heights[node]))
                heights[node] =
                    static_cast<float>(static_cast<double>(heights[node]) - m_geocentric->undulationMetres(place));
        }
    return {};
}

/// Lays heights over those that are there; gaps let them through.
Result<void> Mosaic::merge(int column, int row, int columns, int rows, const std::vector<float>& heights)
{
    GDALRasterBand* band = m_raster->GetRasterBand(1);
    m_present.resize(heights.size());
    if (band->RasterIO(GF_Read, column, row, columns, rows, m_present.data(), columns, rows, GDT_Float32, 0, 0,
                       nullptr) != CE_None)
        return failure(writeError(m_scratch));
    bool any = false;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (std::isnan(heights[i]))
            continue;
        m_result.nodes += std::isnan(m_present[i]) ? 1 : 0;
        m_present[i] = heights[i];
        m_lowest = std::min(m_lowest, heights[i]);
        m_highest = std::max(m_highest, heights[i]);
        any = true;
    }
    if (any && band->RasterIO(GF_Write, column, row, columns, rows, m_present.data(), columns, rows, GDT_Float32, 0, 0,
                              nullptr) != CE_None)
        return failure(writeError(m_scratch));
    return {};
}

/// Row by row: a line passes few nodes of each.
Result<void> Mosaic::burnBreaklines()
{
    const std::vector<BreaklineNode> nodes = nodesOn(
        m_options.breaklines, {m_target.west, m_target.north, m_target.spacing, m_target.columns, m_target.rows});
    GDALRasterBand* band = m_raster->GetRasterBand(1);
    std::vector<float> heights;
    qint64 far = 0;
    for (std::size_t begin = 0, end = 0; begin < nodes.size(); begin = end) {
        const int row = nodes[begin].row;
        const int column = nodes[begin].column;
        while (end < nodes.size() && nodes[end].row == row && nodes[end].column < column + blockNodes)
            ++end;
        const int columns = nodes[end - 1].column - column + 1;
        heights.resize(static_cast<std::size_t>(columns));
        if (m_cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        if (band->RasterIO(GF_Read, column, row, columns, 1, heights.data(), columns, 1, GDT_Float32, 0, 0, nullptr) !=
            CE_None)
            return failure(writeError(m_scratch));
        for (std::size_t i = begin; i < end; ++i) {
            float& height = heights[static_cast<std::size_t>(nodes[i].column - column)];
            if (std::isnan(height)) // gaps stay gaps
                continue;
            if (std::abs(nodes[i].height - height) > mostBreakMetres) {
                ++far;
                continue;
            }
            height = nodes[i].height;
            m_lowest = std::min(m_lowest, height);
            m_highest = std::max(m_highest, height);
        }
        if (band->RasterIO(GF_Write, column, row, columns, 1, heights.data(), columns, 1, GDT_Float32, 0, 0, nullptr) !=
            CE_None)
            return failure(writeError(m_scratch));
    }
    if (far > 0)
        m_result.issues.push_back({QStringLiteral("breakline.far-off"), QString::number(far), {}});
    return {};
}

Result<void> Mosaic::finish(const QString& path, const ProgressSink& progress)
{
    if (m_result.nodes == 0)
        return failure(ErrorCode::NoData, tr("Die Höhendateien enthalten keine Höhen."), {}, {},
                       {m_files.value(0), -1, {}});
    m_result.spacingMetres = m_target.spacing;
    m_result.extent.include(LocalPosition{m_target.west, m_target.north - (m_target.rows - 1) * m_target.spacing,
                                          static_cast<double>(m_lowest)});
    m_result.extent.include(LocalPosition{m_target.west + (m_target.columns - 1) * m_target.spacing, m_target.north,
                                          static_cast<double>(m_highest)});
    const QString threads = m_options.threads > 0 ? QString::number(m_options.threads) : QStringLiteral("ALL_CPUS");
    return writeCloudOptimised(*m_raster, path,
                               {QStringLiteral("COMPRESS=DEFLATE"), QStringLiteral("PREDICTOR=YES"),
                                QStringLiteral("LEVEL=6"), QStringLiteral("OVERVIEW_RESAMPLING=AVERAGE"),
                                QStringLiteral("NUM_THREADS=") + threads},
                               m_cancel, progress, tr("Höhen schreiben"));
}

} // namespace

Result<HeightMosaic> mosaicHeights(const QStringList& files, const QString& target, const QString& scratch,
                                   const HeightMosaicOptions& options, const CancellationToken& cancel,
                                   const ProgressSink& progress)
{
    initialiseGdal();
    Mosaic mosaic(files, scratch, options, cancel);
    TWIN_CHECK(mosaic.readAll(partOf(progress, 0, readShare)));
    mosaic.settleTarget();
    TWIN_CHECK(mosaic.pasteAll(partOf(progress, readShare, pasteShare)));
    TWIN_CHECK(mosaic.burnBreaklines());
    TWIN_CHECK(mosaic.finish(target, partOf(progress, pasteShare, 1)));
    return mosaic.takeResult();
}

} // namespace twin::geo

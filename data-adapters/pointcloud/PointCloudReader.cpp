// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointcloud/PointCloudReader.h"

#include "geo/SourceCrs.h"
#include "model/ParallelTasks.h"
#include "pointcloud/LasFile.h"
#include "pointcloud/laz/Predictors.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::pointcloud {
namespace {

using laz::load;

constexpr std::size_t atOnce = 32768; ///< points in a batch
constexpr std::int64_t mostChunkBytes = 256 << 20;
constexpr std::uint32_t withheldFlag = 4; ///< ASPRS LAS 1.4 R15, tables 8 and 16

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::pointcloud", text);
}

/// A file's header, its CRS and what follows from them.
struct OpenCloud {
    LasHeader header;
    geo::Crs crs;
    PointSource source;
    std::vector<Issue> issues;
};

/// Far from its zone UTM no longer means anything: the region CRS serves central Europe.
bool isNear(const ProjectedPosition& p)
{
    return p.eastingMetres > -800'000 && p.eastingMetres < 1'800'000 && p.northingMetres > 4'500'000 &&
           p.northingMetres < 7'500'000 && std::abs(p.heightMetres) < 20'000;
}

Result<Box> regionExtent(const LasHeader& header, const geo::Transformer& transformer, const QString& path)
{
    std::vector<ProjectedPosition> corners;
    for (unsigned corner = 0; corner < 8; ++corner) {
        const auto at = [&](std::size_t axis) {
            const bool isMost = corner >> axis & 1U;
            return isMost ? header.most[axis] : header.least[axis];
        };
        corners.push_back({at(0), at(1), at(2)});
    }
    const auto finite = [](const ProjectedPosition& p) {
        return std::isfinite(p.eastingMetres + p.northingMetres + p.heightMetres);
    };
    const auto outside = [&path](const QString& detail) {
        return failure(ErrorCode::OutOfRegion,
                       tr("Die Punktwolke liegt nach ihrem Koordinatenreferenzsystem nicht in Mitteleuropa."), detail,
                       tr("Prüfen Sie das Koordinatenreferenzsystem, und geben Sie das richtige mit --crs an, wenn die "
                          "Datei keines nennt."),
                       {path, -1, {}});
    };
    if (!std::all_of(corners.begin(), corners.end(), finite))
        return outside(QStringLiteral("the header has no extent"));
    if (const auto transformed = transformer.transform(corners); !transformed)
        return outside(transformed.error().detail);
    Box box;
    for (const ProjectedPosition& corner : corners) {
        if (!finite(corner) || !isNear(corner))
            return outside(QStringLiteral("corner at %1, %2, %3")
                               .arg(corner.eastingMetres)
                               .arg(corner.northingMetres)
                               .arg(corner.heightMetres));
        box.include(LocalPosition{corner.eastingMetres, corner.northingMetres, corner.heightMetres});
    }
    return box;
}

Result<OpenCloud> open(const QString& path, const ReadOptions& options)
{
    OpenCloud cloud;
    TWIN_TRY(cloud.header, readHeader(path));
    const std::string stated = statedCrs(cloud.header);
    auto settled = geo::settleCrs(stated, options.crs.toStdString());
    if (!settled) {
        Error error = std::move(settled).error();
        error.where = {path, -1, {}};
        error.remedy = tr("Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832+7837.");
        return failure(std::move(error));
    }
    TWIN_TRY(cloud.crs, geo::parseCrs(QString::fromStdString(settled->srsName)));
    TWIN_TRY(const geo::Transformer transformer, geo::Transformer::toRegion(cloud.crs));
    TWIN_TRY(cloud.source.extent, regionExtent(cloud.header, transformer, path));

    const QFileInfo file(path);
    const RecordLayout& layout = layoutOf(cloud.header.format);
    SourceInfo& info = cloud.source.info;
    info.path = path;
    info.bytes = file.size();
    info.format = cloud.header.formatText();
    info.crs = QString::fromStdString(settled->srsName);
    info.crsOrigin = settled->fromOption ? QStringLiteral("--crs") : QStringLiteral("file");
    info.fileDate = file.lastModified().date();
    cloud.source.points = cloud.header.points;
    cloud.source.hasColour = layout.colourAt > 0;
    cloud.source.hasGpsTime = layout.timeAt > 0;
    cloud.source.hasHeightReference = !cloud.crs.vertical.isEmpty();
    const auto note = [&](const char* reason, const std::string& detail) {
        cloud.issues.push_back({QLatin1String(reason), QString::fromStdString(detail), {path, -1, {}}});
    };
    if (settled->replaced)
        note("crs.replaced", stated);
    if (settled->optionUnused)
        note("crs.option-unused", stated);
    if (!cloud.source.hasHeightReference)
        note("height.reference-unknown", {});
    return cloud;
}

/// Reads the chunks of one file on several threads.
class CloudReader {
public:
    CloudReader(const OpenCloud& cloud, PointSink& sink, const CancellationToken& cancel, const ProgressSink& progress)
        : m_header(cloud.header),
          m_crs(cloud.crs),
          m_path(cloud.source.info.path),
          m_sink(sink),
          m_cancel(cancel),
          m_progress(progress)
    {
    }

    Result<void> read(int threads, std::vector<Issue>& issues)
    {
        TWIN_TRY(m_chunks, findChunks(m_path, m_header));
        const int most = threads > 0 ? threads : std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
        TWIN_CHECK(runTasks(m_chunks.size(), most, [this](std::size_t i) { return readChunk(m_chunks[i]); }));
        report(issues);
        if (m_read == 0)
            return failure(ErrorCode::MalformedData, tr("In der Punktwolke ist kein Punkt lesbar."), {}, {},
                           {m_path, -1, {}});
        return {};
    }

private:
    Result<void> readChunk(const laz::Chunk& chunk)
    {
        if (m_cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        QFile file(m_path);
        std::vector<std::uint8_t> bytes;
        if (chunk.bytes <= mostChunkBytes && file.open(QIODevice::ReadOnly) && file.seek(chunk.offset)) {
            bytes.resize(static_cast<std::size_t>(chunk.bytes));
            const qint64 got = file.read(reinterpret_cast<char*>(bytes.data()), chunk.bytes);
            bytes.resize(static_cast<std::size_t>(std::max<qint64>(got, 0)));
        }
        TWIN_TRY(geo::Transformer transformer, borrow());
        Result<void> result;
        const auto take = [&](std::span<const std::uint8_t> records) {
            result = hand(records, transformer);
            return result.has_value();
        };
        std::int64_t read = 0;
        if (m_header.compression)
            read = laz::readChunk(bytes, chunk.points, m_header.recordBytes, *m_header.compression, atOnce, take);
        else
            for (std::size_t at = 0; at + m_header.recordBytes <= bytes.size() && result;
                 at += atOnce * m_header.recordBytes) {
                const auto run =
                    std::span(bytes).subspan(at, std::min(atOnce * m_header.recordBytes, bytes.size() - at));
                take(run.first(run.size() / m_header.recordBytes * m_header.recordBytes));
                read += static_cast<std::int64_t>(run.size() / m_header.recordBytes);
            }
        giveBack(std::move(transformer));
        TWIN_CHECK(std::move(result));
        m_lost += chunk.points - read;
        const std::int64_t done = m_done += chunk.points;
        if (m_progress)
            m_progress(static_cast<double>(done) / static_cast<double>(m_header.points), tr("Punkte lesen"));
        return {};
    }

    Result<void> hand(std::span<const std::uint8_t> records, const geo::Transformer& transformer)
    {
        if (m_cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        PointBatch batch = decode(records);
        if (!transformer.transform(batch.positions))
            transformEach(batch, records, transformer);
        m_read += static_cast<std::int64_t>(batch.positions.size());
        return batch.positions.empty() ? Result<void>() : m_sink.accept(std::move(batch));
    }

    PointBatch decode(std::span<const std::uint8_t> records)
    {
        const RecordLayout& layout = layoutOf(m_header.format);
        const std::size_t count = records.size() / m_header.recordBytes;
        PointBatch batch;
        batch.positions.reserve(count);
        batch.attributes.reserve(count);
        std::int64_t withheld = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint8_t* const r = records.data() + i * m_header.recordBytes;
            const std::uint32_t flags = layout.isExtended ? r[15] : r[15] >> 5;
            if (flags & withheldFlag) {
                ++withheld;
                continue;
            }
            const auto at = [&](std::size_t axis) {
                return load<std::int32_t>(r + 4 * axis) * m_header.scale[axis] + m_header.offset[axis];
            };
            batch.positions.push_back({at(0), at(1), at(2)});
            PointAttributes a;
            a.intensity = load<std::uint16_t>(r + 12);
            a.classification = layout.isExtended ? r[16] : r[15] & 31;
            a.flightLine = load<std::uint16_t>(r + (layout.isExtended ? 20 : 18));
            if (layout.timeAt > 0)
                a.gpsTimeSeconds = load<double>(r + layout.timeAt);
            if (layout.colourAt > 0) {
                a.red = load<std::uint16_t>(r + layout.colourAt);
                a.green = load<std::uint16_t>(r + layout.colourAt + 2);
                a.blue = load<std::uint16_t>(r + layout.colourAt + 4);
            }
            batch.attributes.push_back(a);
        }
        m_withheld += withheld;
        return batch;
    }

    /// Some of the points are where the CRS does not reach: the others are kept.
    void transformEach(PointBatch& batch, std::span<const std::uint8_t> records, const geo::Transformer& transformer)
    {
        const std::int64_t withheld = m_withheld;
        const PointBatch all = decode(records);
        m_withheld = withheld; // counted once
        batch.positions.clear();
        batch.attributes.clear();
        for (std::size_t i = 0; i < all.positions.size(); ++i) {
            ProjectedPosition position = all.positions[i];
            if (!transformer.transform({&position, 1})) {
                ++m_outside;
                continue;
            }
            batch.positions.push_back(position);
            batch.attributes.push_back(all.attributes[i]);
        }
    }

    Result<geo::Transformer> borrow()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty())
            return geo::Transformer::toRegion(m_crs);
        geo::Transformer transformer = std::move(m_idle.back());
        m_idle.pop_back();
        return transformer;
    }

    void giveBack(geo::Transformer transformer)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(transformer));
    }

    void report(std::vector<Issue>& issues) const
    {
        std::int64_t there = 0;
        for (const laz::Chunk& chunk : m_chunks)
            there += chunk.points;
        const auto note = [&](const char* reason, std::int64_t count) {
            if (count > 0)
                issues.push_back({QLatin1String(reason), tr("%1 Punkte").arg(count), {m_path, -1, {}}});
        };
        note("points.damaged", m_lost);
        note("points.outside", m_outside);
        note("points.withheld", m_withheld);
        note("file.truncated", m_header.points - there);
    }

    const LasHeader& m_header;
    const geo::Crs& m_crs;
    QString m_path;
    PointSink& m_sink;
    const CancellationToken& m_cancel;
    const ProgressSink& m_progress;
    std::vector<laz::Chunk> m_chunks;
    std::mutex m_mutex;
    std::vector<geo::Transformer> m_idle;
    std::atomic<std::int64_t> m_done = 0;
    std::atomic<std::int64_t> m_read = 0;
    std::atomic<std::int64_t> m_lost = 0;
    std::atomic<std::int64_t> m_outside = 0;
    std::atomic<std::int64_t> m_withheld = 0;
};

} // namespace

int score(const QString& path, QByteArrayView firstBytes)
{
    if (firstBytes.startsWith("LASF"))
        return 100;
    // Broken ones are reported and not passed over.
    return path.endsWith(QLatin1String(".las"), Qt::CaseInsensitive) ||
                   path.endsWith(QLatin1String(".laz"), Qt::CaseInsensitive)
               ? 60
               : 0;
}

Result<PointSource> inspect(const QString& path, const ReadOptions& options)
{
    TWIN_TRY(OpenCloud cloud, open(path, options));
    return std::move(cloud.source);
}

Result<PointSource> read(const QString& path, const ReadOptions& options, PointSink& sink, std::vector<Issue>& issues,
                         const CancellationToken& cancel, const ProgressSink& progress)
{
    TWIN_TRY(OpenCloud cloud, open(path, options));
    issues.insert(issues.end(), cloud.issues.begin(), cloud.issues.end());
    TWIN_CHECK(CloudReader(cloud, sink, cancel, progress).read(options.threads, issues));
    return std::move(cloud.source);
}

} // namespace twin::pointcloud

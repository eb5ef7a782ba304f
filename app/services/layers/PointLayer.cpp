// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/PointLayer.h"

#include "model/Issues.h"
#include "package/io/Files.h"
#include "package/LayerSources.h"
#include "package/points/PointSorter.h"
#include "pointcloud/PointCloudReader.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QStorageInfo>

namespace twin::services {
namespace {

const QString tilesetFile = QStringLiteral("tileset.json");
const QString noiseFolder = QStringLiteral("noise");
constexpr Lod noiseLevel = 1;
constexpr double readShare = 0.5;
constexpr std::int64_t diskBytesPerPoint = 40;
constexpr std::int64_t pointsInWork = 8'000'000; ///< of all threads together

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Points)
};

/// One layer on its way from files to tiles.
class PointLayerWriter {
public:
    PointLayerWriter(const package::LayerRequest& request, const CancellationToken& cancel)
        : m_request(request),
          m_cancel(cancel),
          m_threads(request.threads > 0 ? request.threads
                                        : std::max(static_cast<int>(std::thread::hardware_concurrency()), 1))
    {
    }

    Result<package::WrittenLayer> write(const ProgressSink& progress)
    {
        TWIN_CHECK(inspect());
        TWIN_CHECK(checkDisk());
        QDir().mkpath(m_request.scratch());
        TWIN_TRY(const auto spill, package::SpillFile::create(m_request.scratch() + QStringLiteral("/points")));
        m_origin.zero = {std::floor(m_extent.min.x), std::floor(m_extent.min.y), std::floor(m_extent.min.z)};
        package::PointSorter sorter(*spill, m_origin, m_points, m_extent);
        TWIN_CHECK(readAll(sorter, partOf(progress, 0, readShare)));
        TWIN_CHECK(sorter.finish());
        const package::PointPaint paint(sorter.statistics(), m_request.id);
        std::vector<package::PointBucket> noise = sorter.takeBuckets(true);
        std::vector<package::PointBucket> points = sorter.takeBuckets(false);
        if (points.empty())
            std::swap(points, noise); // nothing else: then it is shown
        TWIN_CHECK(tile(std::move(points), {}, *spill, paint, partOf(progress, readShare, 0.98)));
        if (!noise.empty())
            TWIN_CHECK(tile(std::move(noise), noiseFolder, *spill, paint, partOf(progress, 0.98, 1)));
        return finish(sorter);
    }

private:
    /// Headers first: they tell where the origin is and whether the disk suffices.
    Result<void> inspect()
    {
        std::optional<Error> first;
        for (const QString& file : m_request.files) {
            auto source = pointcloud::inspect(file, {m_request.crs, m_threads});
            if (!source) {
                refuse(source.error());
                if (!first)
                    first = std::move(source).error();
                continue;
            }
            m_points += source->points;
            m_extent.include(source->extent);
            m_files.push_back(file);
        }
        return m_files.isEmpty() && first ? failure(*std::move(first)) : Result<void>();
    }

    Result<void> checkDisk() const
    {
        const QStorageInfo storage(m_request.folder);
        if (!storage.isValid() || m_points <= storage.bytesAvailable() / diskBytesPerPoint)
            return {};
        return failure(ErrorCode::ResourceExhausted,
                       Text::tr("Für die Punktwolke reicht der Platz auf dem Datenträger nicht."),
                       QStringLiteral("%1 points").arg(m_points),
                       Text::tr("Schaffen Sie rund %1 GB Platz.")
                           .arg(static_cast<double>(m_points) * diskBytesPerPoint * 1e-9, 0, 'f', 1),
                       {m_request.folder, -1, {}});
    }

    Result<void> readAll(package::PointSorter& sorter, const ProgressSink& progress)
    {
        std::optional<Error> first;
        std::int64_t before = 0;
        for (const QString& file : m_files) {
            const double from = static_cast<double>(before) / static_cast<double>(m_points);
            std::vector<Issue> issues;
            auto source = pointcloud::read(file, {m_request.crs, m_threads}, sorter, issues, m_cancel,
                                           [&](double f, const QString& step) {
                                               if (progress)
                                                   progress(std::min(from + f * (1 - from), 1.0), step);
                                           });
            m_layer.issues.insert(m_layer.issues.end(), issues.begin(), issues.end());
            if (!source) {
                const Error& error = source.error();
                if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::ResourceExhausted)
                    return failure(error);
                refuse(error);
                if (!first)
                    first = error;
                continue;
            }
            before += source->points;
            m_layer.bytesRead += source->info.bytes;
            if (!m_request.licence.isEmpty())
                source->info.licence = m_request.licence;
            m_layer.info.sources.push_back(std::move(source->info));
        }
        return m_layer.info.sources.empty() && first ? failure(*std::move(first)) : Result<void>();
    }

    void refuse(const Error& error) { m_layer.issues.push_back({refusalReason(error), error.toText(), error.where}); }

    Result<void> tile(std::vector<package::PointBucket> buckets, const QString& name, package::SpillFile& spill,
                      const package::PointPaint& paint, const ProgressSink& progress)
    {
        if (buckets.empty())
            return {};
        package::PointTreeOptions options;
        options.threads = m_threads;
        options.taskPoints = std::clamp<std::int64_t>(pointsInWork / m_threads, 250'000, 2'000'000);
        const QString folder = name.isEmpty() ? m_request.folder : m_request.folder + QLatin1Char('/') + name;
        package::PointTree tree(folder, spill, m_origin, paint, options, m_cancel);
        TWIN_CHECK(tree.build(std::move(buckets), progress));
        std::vector<package::TilesetNode> nodes = tree.nodes();
        package::encloseChildren(nodes);
        TWIN_CHECK(package::writeTileset(folder + QLatin1Char('/') + tilesetFile, nodes, m_request.undulation));
        m_layer.info.tilesets.push_back({name.isEmpty() ? Lod{0} : noiseLevel,
                                         name.isEmpty() ? tilesetFile : name + QLatin1Char('/') + tilesetFile});
        m_coincident += tree.coincident();
        return {};
    }

    Result<package::WrittenLayer> finish(const package::PointSorter& sorter)
    {
        const package::PointStatistics& counted = sorter.statistics();
        const auto note = [&](const char* reason, std::int64_t count) {
            if (count > 0)
                m_layer.issues.push_back(
                    {QLatin1String(reason), Text::tr("%1 Punkte").arg(count), {m_files.constFirst(), -1, {}}});
        };
        note("points.outside", sorter.outside());
        note("points.coincident", m_coincident);
        for (const QString& sentence : counted.sentences())
            m_layer.issues.push_back({QStringLiteral("points.counted"), sentence, {m_files.constFirst(), -1, {}}});
        const QByteArray json = QJsonDocument(counted.toJson()).toJson();
        TWIN_CHECK(package::writeFile(m_request.path("points.json"),
                                      {json.constData(), static_cast<std::size_t>(json.size())}, true));
        LayerInfo& info = m_layer.info;
        info.id = m_request.id;
        info.title = m_request.title;
        info.kind = LayerKind::Points;
        info.folder = m_request.folder;
        info.count = counted.points;
        const ProjectedPosition zero = m_request.frame.value_or(SceneFrame()).origin();
        const LocalPosition shift{zero.eastingMetres, zero.northingMetres, zero.heightMetres};
        info.extent.include(counted.extent.min - shift);
        info.extent.include(counted.extent.max - shift);
        info.validFrom = m_request.date;
        info.validTo = m_request.until;
        info.licence = m_request.licence;
        info.importedAt = package::importMoment();
        info.demo = m_request.demo;
        m_layer.extent = counted.extent;
        TWIN_CHECK(package::writeLayerJson(m_request, info));
        return std::move(m_layer);
    }

    const package::LayerRequest& m_request;
    const CancellationToken& m_cancel;
    int m_threads;
    QStringList m_files; ///< that can be read
    std::int64_t m_points = 0;
    Box m_extent; ///< region CRS, as the files say
    package::PointOrigin m_origin;
    package::WrittenLayer m_layer;
    std::int64_t m_coincident = 0;
};

} // namespace

Result<package::WrittenLayer> writePointLayer(const package::LayerRequest& request, const CancellationToken& cancel,
                                              const ProgressSink& progress)
{
    return PointLayerWriter(request, cancel).write(progress);
}

} // namespace twin::services

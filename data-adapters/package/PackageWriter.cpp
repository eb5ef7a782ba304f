// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/PackageWriter.h"

#include "geo/Crs.h"
#include "geo/crs/RegionReach.h"
#include "model/ParallelTasks.h"
#include "package/database/GeoPackageWriter.h"
#include "package/digest/ImportIndex.h"
#include "package/digest/ObjectDigester.h"
#include "package/io/Files.h"
#include "package/RegionJson.h"
#include "package/StagingFolder.h"
#include "package/terrain/EstimatedTerrain.h"
#include "package/tiles/CityTiler.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QThread>

namespace twin::package {
namespace {

/// @returns now, or the moment that reproducible builds ask for
/// (https://reproducible-builds.org/specs/source-date-epoch).
QDateTime importMoment()
{
    bool isSet = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
    return isSet ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime::currentDateTimeUtc();
}

/// Where ETRS89/UTM 32N says more than that something is far away: Europe between the Atlantic and Poland's east.
bool isNearby(const Extent& extent)
{
    return extent.box.min.x > -200e3 && extent.box.max.x < 1300e3 && extent.box.min.y > 4500e3 &&
           extent.box.max.y < 7200e3;
}

std::map<QString, qint64> countsByName(const Totals& totals)
{
    std::map<QString, qint64> counts;
    for (int i = 0; i <= static_cast<int>(CityObjectType::Unknown); ++i)
        if (const std::int64_t count = totals.objects[static_cast<std::size_t>(i)]; count > 0)
            counts[typeName(static_cast<CityObjectType>(i))] = count;
    return counts;
}

} // namespace

struct PackageWriter::Private {
    std::unique_ptr<StagingFolder> staging;
    std::unique_ptr<ImportIndex> index;
    WriterOptions options;
    int threads = 1;
    Extent added;                                ///< of layers beside the city objects
    std::map<QString, QString> unreadableImages; ///< known once the tiles are built: by path, and why

    std::mutex digestersMutex;
    std::vector<std::unique_ptr<ObjectDigester>> idleDigesters;

    Result<std::unique_ptr<ObjectDigester>> borrowDigester();
    void giveBack(std::unique_ptr<ObjectDigester> digester);
    [[nodiscard]] QString path(const char* name) const
    {
        return staging->path() + QLatin1Char('/') + QLatin1String(name);
    }
    [[nodiscard]] std::vector<CityLayer> cityLayers() const;
    [[nodiscard]] std::vector<std::unique_ptr<CityTiler>> tilers(const std::vector<CityLayer>& layers) const;
    Result<RegionInfo> describeRegion(const Extent& extent, const std::vector<SourceInfo>& sources) const;
    Result<void> build(const RegionInfo& info, const Extent& extent, const CancellationToken& cancel,
                       const ProgressSink& progress);
    [[nodiscard]] Error nothingToShow(const std::vector<SourceInfo>& sources,
                                      const std::vector<Issue>& fileIssues) const;
    void noteFarObjects(ImportSummary& summary, const std::vector<SourceInfo>& sources) const;
    [[nodiscard]] ImportSummary summary(const std::vector<SourceInfo>& sources,
                                        const std::vector<Issue>& fileIssues) const;
};

Result<std::unique_ptr<ObjectDigester>> PackageWriter::Private::borrowDigester()
{
    {
        const std::lock_guard lock(digestersMutex);
        if (!idleDigesters.empty()) {
            std::unique_ptr<ObjectDigester> digester = std::move(idleDigesters.back());
            idleDigesters.pop_back();
            return digester;
        }
    }
    return ObjectDigester::create(index->images(), index->shapes());
}

void PackageWriter::Private::giveBack(std::unique_ptr<ObjectDigester> digester)
{
    const std::lock_guard lock(digestersMutex);
    idleDigesters.push_back(std::move(digester));
}

Result<std::unique_ptr<PackageWriter>> PackageWriter::create(const QString& out, const WriterOptions& options)
{
    auto d = std::make_unique<Private>();
    d->options = options;
    d->threads = options.threads > 0 ? options.threads : std::max(QThread::idealThreadCount(), 1);
    TWIN_TRY(d->staging, StagingFolder::create(out));
    TWIN_TRY(d->index, ImportIndex::create(d->staging->scratchPath()));
    return std::unique_ptr<PackageWriter>(new PackageWriter(std::move(d)));
}

PackageWriter::PackageWriter(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

PackageWriter::~PackageWriter() = default;

QString PackageWriter::stagingPath() const
{
    return d->staging->path();
}

void PackageWriter::includeExtent(const Box& extent)
{
    d->added.box.include(extent);
}

Result<void> PackageWriter::accept(CityObjectBatch&& batch)
{
    TWIN_TRY(std::unique_ptr<ObjectDigester> digester, d->borrowDigester());
    Digest digest;
    for (const CityObject& object : batch.objects)
        digester->digest(object, batch.sourceIndex, digest);
    for (Issue& issue : batch.issues)
        digest.issues.push_back({batch.sourceIndex, std::move(issue)});
    d->giveBack(std::move(digester));
    batch = {};
    return d->index->file(std::move(digest));
}

Result<ImportSummary> PackageWriter::finish(const std::vector<SourceInfo>& sources,
                                            const std::vector<Issue>& fileIssues, const CancellationToken& cancel,
                                            const ProgressSink& progress)
{
    d->idleDigesters.clear();
    TWIN_CHECK(d->index->settle());
    Extent extent = d->added;
    for (const ObjectEntry& entry : d->index->entries())
        if (geo::isWithinRegionReach(entry.extent.box)) // one object on the wrong continent must not move the town
            extent.include(entry.extent);
    if (extent.isEmpty())
        return failure(d->nothingToShow(sources, fileIssues));
    TWIN_TRY(const RegionInfo info, d->describeRegion(extent, sources));
    TWIN_CHECK(d->build(info, extent, cancel, progress));
    ImportSummary summary = d->summary(sources, fileIssues);
    d->index.reset(); // closes the spill files before their folder goes
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    TWIN_CHECK(d->staging->commit());
    return summary;
}

/// Why no object can be shown: all are damaged, or there never were any.
Error PackageWriter::Private::nothingToShow(const std::vector<SourceInfo>& sources,
                                            const std::vector<Issue>& fileIssues) const
{
    const ImportSummary found = summary(sources, fileIssues);
    const SourceLocation where = sources.size() == 1 ? SourceLocation{sources.front().path, -1, {}} : SourceLocation{};
    for (const ObjectEntry& entry : index->entries())
        if (!entry.extent.isEmpty())
            return {
                ErrorCode::OutOfRegion,
                QCoreApplication::translate("twin::package",
                                            "Die Objekte liegen außerhalb des Gebiets, das EPSG:25832 abbildet."),
                QStringLiteral("%1 %2").arg(entry.extent.box.min.x, 0, 'f', 0).arg(entry.extent.box.min.y, 0, 'f', 0),
                QCoreApplication::translate("twin::package",
                                            "Prüfen Sie das Koordinatenreferenzsystem, das die Datei nennt. Daten von "
                                            "anderen Erdteilen zeigt das Programm nur als 3D Tiles (tileset.json)."),
                where};
    const auto damaged = std::find_if(found.skipped.begin(), found.skipped.end(), [](const Issue& issue) {
        return issue.reason == QLatin1String("member.malformed");
    });
    if (damaged != found.skipped.end())
        return {ErrorCode::MalformedData,
                QCoreApplication::translate("twin::package", "Alle Objekte der Quellen sind beschädigt."),
                damaged->detail,
                {},
                damaged->where};
    if (found.issueCounts.count(QStringLiteral("polygon.coordinates")) != 0)
        return {ErrorCode::OutOfRegion,
                QCoreApplication::translate("twin::package",
                                            "Die Koordinaten der Quellen passen nicht zum Koordinatenreferenzsystem."),
                {},
                QCoreApplication::translate("twin::package",
                                            "Fragen Sie den Anbieter, in welchem sie angegeben sind, und "
                                            "nennen Sie es mit --crs."),
                where};
    if (sources.empty()) // layers alone
        return {ErrorCode::NoData,
                QCoreApplication::translate("twin::package", "In den Quellen hat nichts einen Ort."),
                {},
                QCoreApplication::translate(
                    "twin::package", "Ihre Geometrien sind leer oder in einer Form, die nicht gelesen wird. Fragen "
                                     "Sie den Anbieter nach GeoPackage, GeoJSON oder Shapefile."),
                {}};
    return {ErrorCode::NoData,
            QCoreApplication::translate("twin::package", "Die Quellen enthalten keine Objekte mit Geometrie."),
            {},
            QCoreApplication::translate("twin::package",
                                        "Was an ihnen fehlt, sagt ein Import mit --report. Fragen Sie den "
                                        "Anbieter nach einer Fassung mit Geometrien."),
            where};
}

Result<RegionInfo> PackageWriter::Private::describeRegion(const Extent& extent,
                                                          const std::vector<SourceInfo>& sources) const
{
    TWIN_TRY(const geo::Geocentric geocentric, geo::Geocentric::create());
    const LocalPosition middle = extent.box.centre();
    const ProjectedPosition centre{middle.x, middle.y, middle.z};
    RegionInfo info;
    info.title = options.title.isEmpty() ? QFileInfo(staging->target()).fileName() : options.title;
    info.origin = {std::round(middle.x), std::round(middle.y), std::floor(extent.box.min.z)};
    const LocalPosition shift{info.origin.eastingMetres, info.origin.northingMetres, info.origin.heightMetres};
    info.extent.include(extent.box.min - shift);
    info.extent.include(extent.box.max - shift);
    info.centre = geocentric.toGeodetic(centre);
    info.meridianConvergenceDegrees = geocentric.meridianConvergenceDegrees(centre);
    info.undulation =
        geocentric.undulationAround(info.origin, 0.5 * std::hypot(info.extent.size().x, info.extent.size().y));
    info.objectCounts = countsByName(index->totals());
    info.cityLayers = cityLayers();
    info.surfaces = index->totals().surfaces;
    info.triangles = index->totals().triangles;
    info.sources = sources;
    info.importedAt = importMoment();
    info.demo = options.demo;
    return info;
}

std::vector<CityLayer> PackageWriter::Private::cityLayers() const
{
    std::vector<CityLayer> layers;
    for (std::size_t i = 0; i < cityModuleCount; ++i) {
        CityLayer layer;
        layer.module = static_cast<CityModule>(i);
        const QString folder = layerName(layer.module);
        for (const Lod lod : index->lodsOf(layer.module))
            layer.tilesets.push_back({lod, layer.tilesets.empty()
                                               ? folder + QStringLiteral("/tileset.json")
                                               : folder + QStringLiteral("/lod%1/tileset.json").arg(lod)});
        for (const ObjectEntry& entry : index->entries())
            layer.objects += entry.module == layer.module ? 1 : 0;
        if (!layer.tilesets.empty())
            layers.push_back(std::move(layer));
    }
    return layers;
}

std::vector<std::unique_ptr<CityTiler>> PackageWriter::Private::tilers(const std::vector<CityLayer>& layers) const
{
    // Coarser tiles of what is no building leave out what a leaf would show: a leaf is as large as they may become.
    constexpr TileBudget elsewhere{12000, 12000, 12000};
    std::vector<std::unique_ptr<CityTiler>> all;
    for (const CityLayer& layer : layers)
        for (std::size_t i = 0; i < layer.tilesets.size(); ++i) {
            const LayerTileset& tileset = layer.tilesets[i];
            const Lod limit = i == 0 ? std::numeric_limits<Lod>::max() : tileset.lod;
            all.push_back(std::make_unique<CityTiler>(
                *index, layer.module, limit, staging->path() + QLatin1Char('/') + QFileInfo(tileset.tileset).path(),
                layer.module == CityModule::Building ? TileBudget() : elsewhere));
        }
    return all;
}

Result<void> PackageWriter::Private::build(const RegionInfo& info, const Extent& extent,
                                           const CancellationToken& cancel, const ProgressSink& progress)
{
    const SceneFrame frame(info.origin);
    const std::vector<std::unique_ptr<CityTiler>> cityTilers = tilers(info.cityLayers);
    struct Task {
        CityTiler* tiler;
        std::size_t tile;
    };
    std::vector<Task> cityTiles;
    for (const std::unique_ptr<CityTiler>& tiler : cityTilers) {
        TWIN_CHECK(tiler->prepare());
        for (std::size_t tile = 0; tile < tiler->tileCount(); ++tile)
            cityTiles.push_back({tiler.get(), tile});
    }
    GeoPackageWriter database(*index, info.sources, info.importedAt);
    const EstimatedTerrainOptions terrain{path("terrain"), staging->scratchPath() + QStringLiteral("/ground"),
                                          info.undulation};
    double groundSpacing = 0;

    // The longest single tasks first; the tiles fill the other threads meanwhile.
    constexpr std::size_t whole = 2;
    const std::size_t count = whole + cityTiles.size();
    std::atomic<std::size_t> done{0};
    const QString step = QCoreApplication::translate("twin::package", "Kacheln und Datenbank schreiben");
    const auto build = [&](std::size_t task) -> Result<void> {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        if (task == 0) {
            TWIN_CHECK(database.write(path("twin.gpkg"), cancel));
        } else if (task == 1) {
            TWIN_TRY(groundSpacing, writeEstimatedTerrain(index->standingBlocks(), extent, frame, terrain, cancel));
        } else {
            TWIN_CHECK(cityTiles[task - whole].tiler->buildTile(cityTiles[task - whole].tile));
        }
        const std::size_t now = ++done;
        if (progress && (now % 16 == 0 || now == count))
            progress(static_cast<double>(now) / static_cast<double>(count), step);
        return {};
    };
    TWIN_CHECK(runTasks(count, threads, build));
    for (const std::unique_ptr<CityTiler>& tiler : cityTilers) {
        TWIN_CHECK(tiler->finish());
        unreadableImages.insert(tiler->unreadableImages().begin(), tiler->unreadableImages().end());
    }
    TWIN_CHECK(syncToDisk(path("twin.gpkg")));
    const QByteArray json = regionJson({info, options.home}, groundSpacing);
    return writeFile(path("region.json"), std::string_view(json.constData(), static_cast<std::size_t>(json.size())),
                     true);
}

/// A wrong CRS puts a town into the sea, and nothing else tells.
void PackageWriter::Private::noteFarObjects(ImportSummary& summary, const std::vector<SourceInfo>& sources) const
{
    const QString reason = QStringLiteral("object.out-of-region");
    std::int32_t last = -1;
    for (const ObjectEntry& entry : index->entries()) {
        if (entry.extent.isEmpty() || isNearby(entry.extent))
            continue;
        ++summary.issueCounts[reason];
        if (entry.source == last || entry.source < 0 || static_cast<std::size_t>(entry.source) >= sources.size())
            continue; // one of a file tells where to look
        last = entry.source;
        const SourceInfo& source = sources[static_cast<std::size_t>(entry.source)];
        summary.skipped.push_back({reason,
                                   QStringLiteral("%1: %2 %3")
                                       .arg(source.crs)
                                       .arg(entry.extent.box.min.x, 0, 'f', 0)
                                       .arg(entry.extent.box.min.y, 0, 'f', 0),
                                   {source.path, entry.line, {}}});
    }
}

ImportSummary PackageWriter::Private::summary(const std::vector<SourceInfo>& sources,
                                              const std::vector<Issue>& fileIssues) const
{
    ImportSummary summary;
    summary.objects = countsByName(index->totals());
    summary.surfaces = index->totals().surfaces;
    summary.triangles = index->totals().triangles;
    summary.issueCounts = index->issueCounts();
    if (index->totals().innerClosures > 0)
        summary.issueCounts[QStringLiteral("surface.inner-closure")] = index->totals().innerClosures;
    for (const Issue& issue : fileIssues) {
        ++summary.issueCounts[issue.reason];
        summary.skipped.push_back(issue);
    }
    for (const auto& [path, why] : unreadableImages) {
        const QString reason = QStringLiteral("appearance.image-unreadable");
        ++summary.issueCounts[reason];
        summary.skipped.push_back({reason, why, {path, -1, {}}});
    }
    noteFarObjects(summary, sources);
    for (const OrderedIssue& ordered : index->issues()) {
        if (summary.skipped.size() >= ImportIndex::mostIssues)
            break;
        Issue issue = ordered.issue;
        if (issue.where.source.isEmpty() && ordered.source >= 0 &&
            static_cast<std::size_t>(ordered.source) < sources.size())
            issue.where.source = sources[static_cast<std::size_t>(ordered.source)].path;
        summary.skipped.push_back(std::move(issue));
    }
    return summary;
}

} // namespace twin::package

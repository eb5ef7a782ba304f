// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/LayerService.h"

#include "app/services/adding/Breaklines.h"
#include "app/services/adding/KnownIds.h"
#include "app/services/adding/RegionGround.h"
#include "app/services/ImportService.h"
#include "app/services/layers/CityModelLayer.h"
#include "app/services/layers/DisagreementLayer.h"
#include "app/services/layers/ExtrusionLayer.h"
#include "app/services/layers/ModelLayer.h"
#include "app/services/layers/ObjectsFolder.h"
#include "app/services/layers/PointLayer.h"
#include "app/services/layers/VectorLayer.h"
#include "model/Issues.h"
#include "package/imagery/ImageLayer.h"
#include "package/LayerJson.h"
#include "package/LayerTheme.h"
#include "package/RegionPackage.h"
#include "package/StagingFolder.h"
#include "package/terrain/BuildingCheck.h"
#include "package/terrain/TerrainLayer.h"

#include <utility>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace twin::services {
namespace {

const QString layerMarker = QStringLiteral("layer.json");
const QString removedSuffix = QStringLiteral(".removed-");
const QString additionMark = QStringLiteral("/layers/.added");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Layers)
};

/// A group of sources that becomes one layer.
struct Group {
    LayerKind kind = LayerKind::Terrain;
    QStringList files;
    QDate date;
};

std::vector<Group> groupsOf(const LayerFiles& files)
{
    std::vector<Group> groups;
    if (!files.heights.isEmpty())
        groups.push_back({LayerKind::Terrain, files.heights, {}});
    for (const auto& [date, pictures] : files.pictures)
        groups.push_back({LayerKind::Imagery, pictures, date});
    for (const QString& file : files.vectors)
        groups.push_back({LayerKind::Vector, {file}, {}});
    if (!files.points.isEmpty())
        groups.push_back({LayerKind::Points, files.points, {}});
    for (const QString& file : files.models)
        groups.push_back({LayerKind::Model, {file}, {}});
    if (!files.cityModels.isEmpty())
        groups.push_back({LayerKind::CityModel, files.cityModels, {}});
    return groups;
}

QString nameOf(const Group& group)
{
    const QFileInfo first(group.files.constFirst());
    if (group.files.size() == 1)
        return first.fileName().section(QLatin1Char('.'), 0, 0);
    const QString kind = group.kind == LayerKind::Terrain     ? Text::tr("Gelände")
                         : group.kind == LayerKind::Points    ? Text::tr("Punktwolke")
                         : group.kind == LayerKind::CityModel ? Text::tr("Stadtmodell")
                                                              : Text::tr("Luftbild");
    return group.date.isValid() ? QStringLiteral("%1 %2").arg(kind).arg(group.date.year()) : kind;
}

void count(ImportSummary& summary, std::vector<Issue> issues)
{
    for (Issue& issue : issues) {
        ++summary.issueCounts[issue.reason];
        summary.skipped.push_back(std::move(issue));
    }
}

Result<package::WrittenLayer> writeLayer(LayerKind kind, const package::LayerRequest& request,
                                         const std::optional<geo::ControlPointFit>& fit,
                                         const CancellationToken& cancel, const ProgressSink& progress)
{
    switch (kind) {
    case LayerKind::Terrain:
        return package::writeTerrainLayer(request, cancel, progress);
    case LayerKind::Vector:
        return request.extrude.isEmpty() ? writeVectorLayer(request, cancel, progress)
                                         : writeExtrudedLayer(request, cancel, progress);
    case LayerKind::Points:
        return writePointLayer(request, cancel, progress);
    case LayerKind::Model:
        return writeModelLayer(request, cancel, progress);
    case LayerKind::CityModel:
        return writeCityModelLayer(request, cancel, progress);
    default:
        return package::writeImageLayer(request, fit, cancel, progress);
    }
}

Error breaklinesAlone(const AddRequest& request)
{
    return {ErrorCode::InvalidParameter,
            Text::tr("Bruchkanten kommen mit dem Gelände, das sie schärfen."),
            {},
            Text::tr("Nennen Sie das Geländemodell als Quelle dazu."),
            {request.breaklines.constFirst(), -1, {}}};
}

/// @returns where buildings and measured terrain disagree, of which one is new.
Result<std::vector<Issue>> compared(const package::RegionPackage& region, const package::LayerRequest& done,
                                    LayerKind kind, const CancellationToken& cancel)
{
    const QString table = done.folder + QStringLiteral("/buildings.csv");
    QString buildings;
    QString heights;
    if (kind == LayerKind::Terrain && !region.buildingsTileset().isEmpty()) {
        buildings = region.folder();
        heights = done.path(package::terrainHeightsFile);
    } else if (kind == LayerKind::CityModel) {
        std::vector<Issue> unreadable; // "layers" tells of them
        for (const LayerInfo& layer : region.layers(unreadable))
            if (layer.kind == LayerKind::Terrain && !layer.image.isEmpty())
                heights = layer.folder + QLatin1Char('/') + layer.image;
        buildings = objectsFolder(done);
    }
    if (heights.isEmpty())
        return std::vector<Issue>();
    TWIN_TRY(package::BuildingCheck check,
             package::compareWithTerrain(buildings + QStringLiteral("/twin.gpkg"), heights, table, cancel));
    return std::move(check.issues);
}

/// One date for all: one layer of pictures.
void takeAsOneDate(LayerFiles& files, const QDate& date)
{
    QStringList all;
    for (const auto& [each, pictures] : files.pictures)
        all.append(pictures);
    files.pictures.clear();
    if (!all.isEmpty())
        files.pictures[date] = all;
}

/// @returns what all layers of an addition are told. @param summary  gets what was said of breaklines
Result<package::LayerRequest> commonRequest(const AddRequest& request, const package::RegionPackage& region,
                                            const LayerFiles& files, ImportSummary& summary,
                                            const CancellationToken& cancel)
{
    package::LayerRequest common;
    common.title = request.title;
    common.crs = request.crs;
    common.at = request.at;
    common.extrude = request.extrude;
    common.base = request.base;
    if (!request.extrude.isEmpty())
        common.ground = groundOf(region);
    if (!request.breaklines.isEmpty()) {
        if (files.heights.isEmpty())
            return failure(breaklinesAlone(request));
        std::vector<Issue> said;
        TWIN_TRY(common.breaklines, readBreaklines(request.breaklines, request.crs, said, cancel));
        count(summary, std::move(said));
    }
    if (!files.cityModels.isEmpty()) {
        TWIN_TRY(common.isKnown, knownIds(region.folder()));
    }
    common.skipKnown = request.skipKnown;
    common.licence = request.licence;
    common.date = request.date;
    common.until = request.until;
    common.threads = request.threads;
    common.demo = request.demo;
    common.frame = region.frame();
    common.undulation = region.info().undulation;
    return common;
}

/// What was compared stands whatever comes of the layer that shows it.
void showDisagreement(const QString& region, const QString& theme, ImportSummary& summary,
                      const CancellationToken& cancel)
{
    const LayerInfo& compared = summary.layers.back();
    if (auto shown = addDisagreementLayer(region, compared, theme, cancel))
        summary.layers.push_back(*std::move(shown));
    else
        count(summary, {{refusalReason(shown.error()), shown.error().toText(), shown.error().where}});
}

/// A region that somebody added to is no mere cache any more: see hasAdditions().
void noteAddition(const QString& region)
{
    QFile mark(region + additionMark);
    if (!mark.exists() && mark.open(QIODevice::WriteOnly))
        mark.close();
}

} // namespace

Result<std::vector<Issue>> writeLayers(const LayerFiles& files, const package::LayerRequest& common,
                                       const std::optional<geo::ControlPointFit>& fit,
                                       const std::function<Result<QString>(const QString&, QString&)>& folderFor,
                                       const LayerWritten& written, const CancellationToken& cancel,
                                       const ProgressSink& progress)
{
    std::vector<Issue> issues;
    std::optional<Error> first;
    bool any = false;
    const std::vector<Group> groups = groupsOf(files);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Group& group = groups[i];
        package::LayerRequest request = common;
        request.files = group.files;
        if (request.title.isEmpty() && group.kind != LayerKind::Vector) // those may name themselves
            request.title = nameOf(group);
        if (!request.date.isValid() && group.kind == LayerKind::Imagery)
            request.date = group.date;
        TWIN_TRY(request.folder, folderFor(request.title.isEmpty() ? nameOf(group) : request.title, request.id));
        const double from = static_cast<double>(i) / static_cast<double>(groups.size());
        const ProgressSink part = partOf(progress, from, from + 1.0 / static_cast<double>(groups.size()));
        Result<package::WrittenLayer> layer = writeLayer(group.kind, request, fit, cancel, part);
        if (!layer) {
            const Error& error = layer.error();
            if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::ResourceExhausted)
                return failure(error);
            const bool isRaster = group.kind == LayerKind::Terrain || group.kind == LayerKind::Imagery;
            issues.push_back(
                {isRaster ? QStringLiteral("raster.unreadable") : refusalReason(error), error.toText(), error.where});
            QDir(request.folder).removeRecursively();
            if (!first)
                first = error;
            continue;
        }
        any = true;
        TWIN_CHECK(written(request, *layer));
    }
    if (!any && first)
        return failure(*std::move(first));
    return issues;
}

Result<AddSummary> addLayers(const AddRequest& request, const CancellationToken& cancel, const ProgressSink& progress)
{
    QElapsedTimer timer;
    timer.start();
    TWIN_TRY(const auto region, package::RegionPackage::open(request.region));
    TWIN_TRY(FoundSources found, findSources(request.sources));
    LayerFiles& files = found.sorted;
    files.cityModels = std::exchange(files.others, {});
    if (request.date.isValid())
        takeAsOneDate(files, request.date);
    AddSummary summary;
    if (!request.points.isEmpty()) {
        TWIN_TRY(const auto points, geo::readControlPoints(request.points, request.crs));
        TWIN_TRY(summary.fit, geo::ControlPointFit::make(points, request.order));
    }
    TWIN_TRY(const package::LayerRequest common, commonRequest(request, *region, files, summary.import, cancel));
    std::unique_ptr<package::StagingFolder> staging;
    const auto folderFor = [&](const QString& name, QString& id) -> Result<QString> {
        id = package::newLayerId(region->folder(), name);
        staging.reset();
        TWIN_TRY(staging, package::StagingFolder::create(package::layerFolder(region->folder(), id), layerMarker));
        return staging->path();
    };
    const auto written = [&](const package::LayerRequest& done, package::WrittenLayer& layer) -> Result<void> {
        TWIN_TRY(std::vector<Issue> disagree, compared(*region, done, layer.info.kind, cancel));
        const bool disagrees = !disagree.empty();
        count(summary.import, std::move(disagree));
        TWIN_CHECK(package::setLayerTheme(done.folder, request.theme));
        TWIN_CHECK(staging->commit());
        noteAddition(region->folder());
        layer.info.folder = package::layerFolder(region->folder(), done.id);
        count(summary.import, std::move(layer.issues));
        for (const auto& [reason, times] : layer.unlisted)
            if (times > 0)
                summary.import.issueCounts[reason] += times;
        summary.import.bytesRead += layer.bytesRead;
        summary.import.layers.push_back(std::move(layer.info));
        if (disagrees)
            showDisagreement(region->folder(), request.theme, summary.import, cancel);
        return {};
    };
    Result<std::vector<Issue>> issues = writeLayers(files, common, summary.fit, folderFor, written, cancel, progress);
    if (!issues) {
        // What was asked for is one thing: half of it would stay unseen, and come twice the next time.
        for (const LayerInfo& layer : summary.import.layers)
            static_cast<void>(removeLayer(region->folder(), layer.id));
        return failure(std::move(issues).error());
    }
    count(summary.import, *std::move(issues));
    count(summary.import, std::move(files.remarks));
    summary.import.seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return summary;
}

Result<std::vector<LayerInfo>> listLayers(const QString& region, std::vector<Issue>& issues)
{
    TWIN_TRY(const auto package, package::RegionPackage::open(region));
    return package->layers(issues);
}

bool hasAdditions(const QString& region)
{
    return QFileInfo::exists(region + additionMark);
}

Result<void> removeLayer(const QString& region, const QString& id)
{
    TWIN_TRY(const auto package, package::RegionPackage::open(region));
    const QString folder = package::layerFolder(package->folder(), id);
    if (!package::isLayerId(id) || !QFileInfo(folder).isDir())
        return failure(ErrorCode::NotFound, Text::tr("Die Region hat keine Ebene „%1“.").arg(id.left(80)), {},
                       Text::tr("„stadtzwilling layers REGION“ nennt die Ebenen."), {region, -1, {}});
    QDir layers(QFileInfo(folder).path());
    const QString gone = QLatin1Char('.') + id + removedSuffix + QString::number(QCoreApplication::applicationPid());
    if (!layers.rename(id, gone))
        return failure(ErrorCode::AccessDenied, Text::tr("Die Ebene lässt sich nicht entfernen."), {}, {},
                       {folder, -1, {}});
    // Also what a removal that was killed left behind.
    const QStringList leftovers = layers.entryList({QStringLiteral(".*") + removedSuffix + QLatin1Char('*')},
                                                   QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString& leftover : leftovers)
        QDir(layers.filePath(leftover)).removeRecursively();
    return {};
}

} // namespace twin::services

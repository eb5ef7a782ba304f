// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportService.h"

#include "app/services/CityModelImport.h"
#include "app/services/ImportLayers.h"
#include "app/services/quality/QualityInspection.h"
#include "app/services/SourceAdapters.h"
#include "package/PackageWriter.h"

#include <algorithm>
#include <optional>

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>

namespace twin::services {
namespace {

/// Reading and triangulating take most of the time; the tiler's last step writes what is already sorted.
constexpr double readShare = 0.6;
constexpr double modelShare = 0.3; ///< where terrain or imagery comes beside city models

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Import)
};

QStringList namePatterns()
{
    QStringList patterns;
    for (const SourceAdapter& adapter : sourceAdapters())
        for (const char* pattern : adapter.patterns)
            patterns.append(QLatin1String(pattern));
    patterns.removeDuplicates();
    return patterns;
}

QStringList sourcesBelow(const QString& folder)
{
    QStringList found;
    QDirIterator it(folder, namePatterns(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        if (const QString path = it.next(); adapterForFound(path) != nullptr)
            found.append(path);
    return found;
}

/// The sources of an import with the folders searched: each file is looked into once.
Result<LayerFiles> gather(const QStringList& sources)
{
    TWIN_TRY(LayerFiles files, sortSources(sources));
    QStringList below;
    QStringList named;
    for (const QString& source : std::as_const(files.others)) {
        if (QFileInfo(source).isDir())
            below.append(sourcesBelow(source));
        else
            named.append(source);
    }
    files.others = named;
    if (!below.isEmpty()) {
        TWIN_TRY(const LayerFiles found, sortSources(below));
        files.heights += found.heights;
        for (const auto& [date, pictures] : found.pictures)
            files.pictures[date] += pictures;
        files.vectors += found.vectors;
        files.points += found.points;
        files.remarks.insert(files.remarks.end(), found.remarks.begin(), found.remarks.end());
        files.others += found.others;
    }
    const auto tidy = [](QStringList& list) {
        std::sort(list.begin(), list.end());
        list.removeDuplicates();
    };
    tidy(files.heights);
    tidy(files.vectors);
    tidy(files.points);
    tidy(files.models);
    tidy(files.others);
    for (auto& [date, pictures] : files.pictures)
        tidy(pictures);
    if (!files.hasLayers() && files.others.isEmpty())
        return failure(ErrorCode::NoData, Text::tr("In den Quellen ist weder ein Stadtmodell noch eine Ebene."), {},
                       Text::tr("Geben Sie CityGML- oder CityJSON-Dateien an oder einen Ordner mit solchen Dateien."),
                       {sources.value(0), -1, {}});
    return files;
}

} // namespace

Result<FoundSources> findSources(const QStringList& sources)
{
    TWIN_TRY(LayerFiles found, gather(sources));
    QStringList files = found.heights + found.vectors + found.points + found.models + found.others;
    for (const auto& [date, pictures] : found.pictures)
        files.append(pictures);
    std::sort(files.begin(), files.end());
    files.removeDuplicates();
    return FoundSources{std::move(files), std::move(found)};
}

Result<ImportSummary> importSources(const ImportRequest& request, const CancellationToken& cancel,
                                    const ProgressSink& progress)
{
    QElapsedTimer timer;
    timer.start();
    TWIN_TRY(const LayerFiles files, request.sorted ? *request.sorted : gather(request.sources));

    package::WriterOptions options;
    options.title = request.title;
    options.threads = request.threads;
    options.demo = request.demo;
    options.home = request.home;
    TWIN_TRY(const auto writer, package::PackageWriter::create(request.out, options));
    const double layersFrom = files.others.isEmpty() ? 0 : files.hasLayers() ? modelShare : readShare;
    InspectingSink sink(request.inspection, *writer);
    TWIN_TRY(CityModelReadSummary read, readCityModels(files.others, {request.crs, request.threads}, sink, cancel,
                                                       partOf(progress, 0, layersFrom)));
    TWIN_TRY(const NewLayers layers,
             importLayers(*writer, files, request, cancel, partOf(progress, layersFrom, readShare)));
    read.issues.insert(read.issues.end(), layers.issues.begin(), layers.issues.end());
    TWIN_TRY(ImportSummary summary, writer->finish(read.sources, read.issues, cancel, partOf(progress, readShare, 1)));
    summary.layers = layers.infos;
    compareBuildings(request.out, summary, cancel);
    summary.bytesRead = read.bytesRead + layers.bytesRead;
    summary.seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return summary;
}

} // namespace twin::services

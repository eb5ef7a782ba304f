// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportService.h"

#include "app/services/ImportLayers.h"
#include "app/services/quality/QualityInspection.h"
#include "app/services/SourceAdapters.h"
#include "model/Issues.h"
#include "package/PackageWriter.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>

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

/// Remembers whether it was the sink that failed: that ends an import, whatever else could be read.
class WatchedSink : public CityObjectSink {
public:
    explicit WatchedSink(CityObjectSink& sink) : m_sink(sink) {}
    Result<void> accept(CityObjectBatch&& batch) override
    {
        Result<void> accepted = m_sink.accept(std::move(batch));
        if (!accepted) {
            const std::lock_guard lock(m_mutex);
            m_failed = true;
        }
        return accepted;
    }
    [[nodiscard]] bool failed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_failed;
    }

private:
    CityObjectSink& m_sink;
    mutable std::mutex m_mutex;
    bool m_failed = false;
};

/// The files of one adapter.
struct Group {
    const SourceAdapter* adapter = nullptr;
    QStringList files;
    qint64 bytes = 0;
};

/// Reads city models of all formats into one sink.
class CityModelImport {
public:
    CityModelImport(const QStringList& files, const ImportRequest& request, CityObjectSink& sink)
        : m_request(request), m_sink(sink)
    {
        for (const SourceAdapter& adapter : sourceAdapters())
            if (adapter.kind == LayerKind::CityModel)
                m_groups.push_back({&adapter, {}, 0});
        for (const QString& file : files)
            add(file);
    }

    Result<CityModelReadSummary> run(const CancellationToken& cancel, const ProgressSink& progress)
    {
        qint64 all = 0;
        for (const Group& group : m_groups)
            all += group.bytes;
        qint64 done = 0;
        bool anyRead = false;
        for (const Group& group : m_groups) {
            const double from = all > 0 ? double(done) / double(all) : 0;
            done += group.bytes;
            const double to = all > 0 ? double(done) / double(all) : 1;
            if (group.files.isEmpty())
                continue;
            TWIN_TRY(const bool read, this->read(group, cancel, partOf(progress, from, to)));
            anyRead |= read;
        }
        if (!anyRead && m_firstRefusal)
            return failure(std::move(*m_firstRefusal));
        return std::move(m_summary);
    }

private:
    void add(const QString& file)
    {
        const SourceAdapter* adapter = adapterFor(file);
        const auto group =
            std::find_if(m_groups.begin(), m_groups.end(), [adapter](const Group& g) { return g.adapter == adapter; });
        if (group == m_groups.end()) {
            refuse(Error{ErrorCode::UnsupportedFormat,
                         Text::tr("Diese Datei hat kein bekanntes Format."),
                         {},
                         {},
                         {file, -1, {}}});
            return;
        }
        group->files.append(file);
        group->bytes += QFileInfo(file).size();
    }

    void refuse(Error error)
    {
        m_summary.issues.push_back({refusalReason(error), error.summary, error.where});
        if (!m_firstRefusal)
            m_firstRefusal = std::move(error);
    }

    /// @returns whether anything could be read; an error ends the import.
    Result<bool> read(const Group& group, const CancellationToken& cancel, const ProgressSink& progress)
    {
        CityModelReadOptions options;
        options.threads = m_request.threads;
        options.crs = m_request.crs;
        options.firstSource = int(m_summary.sources.size());
        // A source keeps its number whether or not it could be read: objects refer to it.
        QHash<QString, int> places;
        for (const QString& file : group.files) {
            places.insert(file, int(m_summary.sources.size()));
            SourceInfo& source = m_summary.sources.emplace_back();
            source.path = file;
            source.bytes = QFileInfo(file).size();
        }
        WatchedSink sink(m_sink);
        Result<CityModelReadSummary> read = group.adapter->read(group.files, options, sink, cancel, progress);
        if (!read) {
            if (sink.failed() || cancel.isCancelled())
                return failure(std::move(read).error());
            refuse(std::move(read).error());
            return false;
        }
        m_summary.bytesRead += read->bytesRead;
        std::move(read->issues.begin(), read->issues.end(), std::back_inserter(m_summary.issues));
        for (SourceInfo& source : read->sources)
            if (const auto place = places.constFind(source.path); place != places.cend())
                m_summary.sources[std::size_t(*place)] = std::move(source);
        return true;
    }

    const ImportRequest& m_request;
    CityObjectSink& m_sink;
    std::vector<Group> m_groups;
    CityModelReadSummary m_summary;
    std::optional<Error> m_firstRefusal;
};

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
    TWIN_TRY(CityModelReadSummary read,
             CityModelImport(files.others, request, sink).run(cancel, partOf(progress, 0, layersFrom)));
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

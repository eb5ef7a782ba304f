// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/CityModelImport.h"

#include "app/services/SourceAdapters.h"
#include "model/Issues.h"

#include <algorithm>
#include <iterator>
#include <mutex>

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

namespace twin::services {
namespace {

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
    CityModelImport(const QStringList& files, const CityModelImportOptions& options, CityObjectSink& sink)
        : m_options(options), m_sink(sink)
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
        if (!anyRead && !m_refusals.empty())
            return failure(allRefused());
        return std::move(m_summary);
    }

private:
    void add(const QString& file)
    {
        const SourceAdapter* adapter = adapterFor(file);
        const auto group =
            std::find_if(m_groups.begin(), m_groups.end(), [adapter](const Group& g) { return g.adapter == adapter; });
        if (group == m_groups.end()) {
            refuse(unknownFormat(file));
            return;
        }
        group->files.append(file);
        group->bytes += QFileInfo(file).size();
    }

    void refuse(Error error)
    {
        m_summary.issues.push_back({refusalReason(error), error.summary, error.where});
        if (error.causes.empty())
            m_refusals.push_back(std::move(error));
        else // a reader's of many files
            std::move(error.causes.begin(), error.causes.end(), std::back_inserter(m_refusals));
    }

    /// Nothing is left: each file is told with its own remedy.
    [[nodiscard]] Error allRefused() const
    {
        if (m_refusals.size() == 1)
            return m_refusals.front();
        Error error;
        error.code = m_refusals.front().code;
        error.summary = QCoreApplication::translate("twin::services::Import", "Keine der %1 Dateien ließ sich lesen:")
                            .arg(m_refusals.size());
        error.causes = m_refusals;
        return error;
    }

    /// @returns whether anything could be read; an error ends the import.
    Result<bool> read(const Group& group, const CancellationToken& cancel, const ProgressSink& progress)
    {
        CityModelReadOptions options;
        options.threads = m_options.threads;
        options.crs = m_options.crs;
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

    const CityModelImportOptions& m_options;
    CityObjectSink& m_sink;
    std::vector<Group> m_groups;
    CityModelReadSummary m_summary;
    std::vector<Error> m_refusals; ///< of files, none of which could be read
};

} // namespace

Result<CityModelReadSummary> readCityModels(const QStringList& files, const CityModelImportOptions& options,
                                            CityObjectSink& sink, const CancellationToken& cancel,
                                            const ProgressSink& progress)
{
    return CityModelImport(files, options, sink).run(cancel, progress);
}

} // namespace twin::services

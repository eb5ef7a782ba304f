// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/CityGmlFile.h"
#include "citygml/CityGmlReader.h"

#include <memory>
#include <mutex>
#include <optional>

#include <QElapsedTimer>
#include <QHash>

namespace twin::citygml {

/// One call of read(): hands chunks of the files, one file after another, to the threads that run work(). Cutting a
/// chunk is quick and done under a lock by the thread that will parse it; so there are never more chunks in memory than
/// threads, and no thread waits for a producer.
class ReadJob {
public:
    ReadJob(const QStringList& files, const ReadOptions& options, CityObjectSink& sink, const CancellationToken& cancel,
            const ProgressSink& progress);

    /// Reads until nothing is left; called by each thread once.
    void work();
    /// Makes all threads leave soon; the first error stays. Any thread.
    void stop(Error error);
    /// @returns the outcome when all threads have left work().
    [[nodiscard]] Result<ReadSummary> result();

private:
    /// A file with how many of its chunks are being read.
    struct OpenFile {
        std::unique_ptr<CityGmlFile> file;
        int chunksInWork = 0;
        bool exhausted = false;
        bool delivered = false;       ///< a chunk was handed out
        std::optional<Error> refused; ///< why the rest is not read
    };
    struct Work {
        std::shared_ptr<OpenFile> file;
        std::optional<Chunk> chunk; ///< none: the file has no more, and this thread finishes it
    };

    [[nodiscard]] std::optional<Work> next();
    [[nodiscard]] std::optional<Work> nextOf(const std::shared_ptr<OpenFile>& file);
    void openNext();
    void refuse(const Error& error, const QString& path);
    void finish(OpenFile& file);
    void report();
    [[nodiscard]] Error allRefused();
    [[nodiscard]] bool isBefore(const QString& path, const QString& other) const
    {
        return m_order.value(path) < m_order.value(other);
    }
    [[nodiscard]] bool isStopped() const { return m_error.has_value() || m_cancel.isCancelled(); }

    const QStringList m_files;
    QHash<QString, int> m_order; ///< position of each file
    const ReadOptions m_options;
    CityObjectSink& m_sink;
    const CancellationToken m_cancel;
    const ProgressSink& m_progress;

    std::mutex m_largeMutex; ///< held while a chunk of unusual size is read: one at a time, for the memory it takes
    std::mutex m_mutex;      ///< guards what follows
    int m_nextFile = 0;
    std::shared_ptr<OpenFile> m_current;
    qint64 m_totalBytes = 0;
    qint64 m_finishedBytes = 0; ///< of files that are cut up
    QElapsedTimer m_sinceReport;
    ReadSummary m_summary;
    std::optional<Error> m_error;  ///< stops everything
    std::vector<Error> m_refusals; ///< of files; returned when none could be read
    bool m_anyRead = false;
};

} // namespace twin::citygml

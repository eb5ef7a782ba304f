// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/CityJsonReader.h"
#include "cityjson/Header.h"
#include "cityjson/Outline.h"
#include "geo/ByteFile.h"

#include <mutex>

#include <QElapsedTimer>

namespace twin::cityjson {

/// One call of read(). Large files are read one after another by all threads, small ones side by side, each by one.
class ReadJob {
public:
    ReadJob(const QStringList& files, const ReadOptions& options, CityObjectSink& sink, const CancellationToken& cancel,
            const ProgressSink& progress);
    [[nodiscard]] Result<ReadSummary> run();

private:
    /// A file whose beginning is read: enough to tell a document from a sequence.
    struct Opened {
        geo::ByteFile file;
        PaddedText head;       ///< the first line of a sequence, all of a document
        std::string following; ///< of a sequence: what was read beyond the first line
        bool sequence = false;
    };
    struct Outcome {
        SourceInfo info;
        std::optional<Error> refused;
        std::vector<Issue> issues;
    };

    Result<void> readFile(std::size_t index, int threads);
    /// @param isReading  set once the file is accepted: an error from then on stops everything
    Result<void> readOpened(std::size_t index, int threads, bool& isReading);
    [[nodiscard]] Result<Opened> open(const QString& path);
    Result<void> readDocument(std::size_t index, int threads, Opened&& opened, bool& isReading);
    Result<void> readSequence(std::size_t index, int threads, Opened&& opened, bool& isReading);
    /// Counts bytes that are done with; any thread.
    void report(qint64 bytes);
    [[nodiscard]] int threadCount() const;

    const QStringList m_files;
    const ReadOptions m_options;
    CityObjectSink& m_sink;
    const CancellationToken m_cancel;
    const ProgressSink& m_progress;
    std::vector<Outcome> m_outcomes; ///< of each file; written by the thread that reads it
    qint64 m_totalBytes = 0;

    std::mutex m_progressMutex; ///< guards what follows
    qint64 m_bytesDone = 0;
    QElapsedTimer m_sinceReport;
};

} // namespace twin::cityjson

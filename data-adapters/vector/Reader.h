// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vector/VectorReader.h"

#include <functional>
#include <map>

namespace twin::vector {

/// Hands features on in batches and counts what is wrong with them.
class Output {
public:
    Output(FeatureSink& sink, QString path, std::vector<Issue>& issues)
        : m_sink(sink), m_path(std::move(path)), m_issues(issues)
    {
    }

    Result<void> begin(const FeatureSource& source);
    /// @param table  index into the source's tables
    Result<void> add(std::size_t table, Feature&& feature);
    Result<void> finish(FeatureSource& source);
    /// Notes a fault of a feature; after a thousand of a kind only their number is kept.
    void fault(const char* reason, const QString& detail, const QString& id, qint64 line = -1);

private:
    Result<void> flush(std::size_t table);

    FeatureSink& m_sink;
    QString m_path;
    std::vector<Issue>& m_issues;
    std::vector<FeatureBatch> m_batches; ///< of each table
    std::vector<qint64> m_counts;
    std::map<std::string, qint64> m_faults;
};

// The kinds of files. Each describes a file (`output` null) or reads it.
[[nodiscard]] Result<FeatureSource> readOgr(const QString& path, const ReadOptions& options, Output* output,
                                            const CancellationToken& cancel, const ProgressSink& progress);
[[nodiscard]] Result<FeatureSource> readGml(const QString& path, const ReadOptions& options, Output* output,
                                            const CancellationToken& cancel, const ProgressSink& progress);
[[nodiscard]] Result<FeatureSource> readCsv(const QString& path, const ReadOptions& options, Output* output,
                                            const CancellationToken& cancel, const ProgressSink& progress);

/// @returns what SourceInfo says of any file.
[[nodiscard]] SourceInfo sourceInfo(const QString& path, const QString& format);

} // namespace twin::vector

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/CityGmlReader.h"

#include <algorithm>
#include <mutex>

/// Keeps everything a reader hands out, in the order of the files and their lines whatever the threads did.
class CollectingSink : public twin::CityObjectSink {
public:
    twin::Result<void> accept(twin::CityObjectBatch&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        std::move(batch.objects.begin(), batch.objects.end(), std::back_inserter(m_objects));
        std::move(batch.issues.begin(), batch.issues.end(), std::back_inserter(m_issues));
        return {};
    }
    [[nodiscard]] const std::vector<twin::CityObject>& objects()
    {
        std::stable_sort(m_objects.begin(), m_objects.end(), [](const auto& a, const auto& b) {
            return std::tie(a.where.source, a.where.line) < std::tie(b.where.source, b.where.line);
        });
        return m_objects;
    }
    [[nodiscard]] const std::vector<twin::Issue>& issues()
    {
        std::stable_sort(m_issues.begin(), m_issues.end(), [](const auto& a, const auto& b) {
            return std::tie(a.where.source, a.where.line, a.reason) < std::tie(b.where.source, b.where.line, b.reason);
        });
        return m_issues;
    }
    [[nodiscard]] int count(const char* reason) const
    {
        return int(std::count_if(m_issues.begin(), m_issues.end(),
                                 [&](const twin::Issue& issue) { return issue.reason == QLatin1String(reason); }));
    }

private:
    std::mutex m_mutex;
    std::vector<twin::CityObject> m_objects;
    std::vector<twin::Issue> m_issues;
};

/// Reads files with all defaults but the threads.
inline twin::Result<twin::citygml::ReadSummary> readInto(twin::CityObjectSink& sink, const QStringList& files,
                                                         const twin::citygml::ReadOptions& options = {})
{
    return twin::citygml::read(files, options, sink, twin::CancellationToken(), {});
}

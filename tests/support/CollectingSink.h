// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <tuple>

#include <QFile>
#include <QTemporaryDir>

/// Keeps everything a reader hands out, in the order of the files, their lines and ids whatever the threads did.
class CollectingSink : public twin::CityObjectSink {
public:
    twin::Result<void> accept(twin::CityObjectBatch&& batch) override
    {
        const std::lock_guard lock(m_mutex);
        m_sources.push_back(batch.sourceIndex);
        std::move(batch.objects.begin(), batch.objects.end(), std::back_inserter(m_objects));
        std::move(batch.issues.begin(), batch.issues.end(), std::back_inserter(m_issues));
        return {};
    }
    [[nodiscard]] const std::vector<twin::CityObject>& objects()
    {
        std::stable_sort(m_objects.begin(), m_objects.end(), [](const auto& a, const auto& b) {
            return std::tie(a.where.source, a.where.line, a.id) < std::tie(b.where.source, b.where.line, b.id);
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
    /// @returns the source of each batch, in the order of their coming.
    [[nodiscard]] const std::vector<int>& sources() const { return m_sources; }
    [[nodiscard]] int count(const char* reason) const
    {
        return int(std::count_if(m_issues.begin(), m_issues.end(),
                                 [&](const twin::Issue& issue) { return issue.reason == QLatin1String(reason); }));
    }

private:
    std::mutex m_mutex;
    std::vector<twin::CityObject> m_objects;
    std::vector<twin::Issue> m_issues;
    std::vector<int> m_sources;
};

/// A folder for files that a test writes.
class TemporaryFiles {
public:
    [[nodiscard]] QString write(const QByteArray& bytes, const QString& name) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

/// @returns an attribute of an object; a null one when it has none of this name.
inline twin::Attribute attributeOf(const twin::CityObject& object, const char* name)
{
    for (const twin::Attribute& attribute : object.attributes)
        if (attribute.name == QLatin1String(name))
            return attribute;
    return {};
}

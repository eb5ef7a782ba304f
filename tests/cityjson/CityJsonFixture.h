// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/CityJsonReader.h"

#include <algorithm>
#include <mutex>

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
    [[nodiscard]] const std::vector<twin::Issue>& issues() const { return m_issues; }
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

/// City models written by tests, and what the reader made of them.
class CityJsonFixture {
public:
    /// A document around `objects` (members of CityObjects), with a unit cube's corners as vertices 0 … 7.
    static QByteArray document(const QByteArray& objects, const QByteArray& more = {},
                               const QByteArray& crs = "https://www.opengis.net/def/crs/EPSG/0/25832")
    {
        QByteArray json = R"({"type":"CityJSON","version":"2.0",
"transform":{"scale":[0.001,0.001,0.001],"translate":[390000,5700000,100]},)";
        if (!crs.isEmpty())
            json += R"("metadata":{"referenceSystem":")" + crs + "\"},";
        return json + more + "\n\"CityObjects\":{\n" + objects + "},\n\"vertices\":" + cube() + "}\n";
    }
    static QByteArray cube()
    {
        return "[[0,0,0],[1000,0,0],[1000,1000,0],[0,1000,0],[0,0,1000],[1000,0,1000],[1000,1000,1000],[0,1000,1000]]";
    }
    /// The shell of a solid: the cube.
    static QByteArray shell() { return "[[[3,2,1,0]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]"; }
    static QByteArray building(const QByteArray& geometry, const QByteArray& more = {}, const QByteArray& id = "b1")
    {
        return "\"" + id + R"(":{"type":"Building",)" + more + R"("geometry":[)" + geometry + "]}";
    }
    static QByteArray solid(const QByteArray& more = {}, const QByteArray& lod = "\"2\"")
    {
        return R"({"type":"Solid","lod":)" + lod + "," + more + R"("boundaries":[)" + shell() + "]}";
    }

    [[nodiscard]] QString write(const QByteArray& bytes, const QString& name = QStringLiteral("model.city.json")) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    struct Outcome {
        twin::Result<twin::cityjson::ReadSummary> summary;
        std::unique_ptr<CollectingSink> sink;
    };
    [[nodiscard]] Outcome read(const QByteArray& bytes, const twin::cityjson::ReadOptions& options = {}) const
    {
        return readFiles({write(bytes)}, options);
    }
    [[nodiscard]] static Outcome readFiles(const QStringList& files, const twin::cityjson::ReadOptions& options = {})
    {
        auto sink = std::make_unique<CollectingSink>();
        auto summary = twin::cityjson::read(files, options, *sink, twin::CancellationToken(), {});
        return {std::move(summary), std::move(sink)};
    }

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

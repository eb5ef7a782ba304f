// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/CityJsonReader.h"
#include "support/CollectingSink.h"

#include <memory>

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
        return m_files.write(bytes, name);
    }
    [[nodiscard]] QString folder() const { return m_files.folder(); }

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
    TemporaryFiles m_files;
};

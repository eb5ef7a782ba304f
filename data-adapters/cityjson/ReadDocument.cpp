// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReadJob that reads a document: all objects share its vertices.
#include "cityjson/ReadJob.h"
#include "model/ParallelTasks.h"

#include <atomic>

#include <QCoreApplication>

namespace twin::cityjson {
namespace {

constexpr std::size_t vertexBlock = 1 << 16;

Result<VertexPool> placeAll(std::vector<ProjectedPosition>&& vertices, const FileFacts& facts, int threads)
{
    VertexPool pool;
    pool.points = std::move(vertices);
    if (facts.keepsStated)
        pool.stated.resize(pool.points.size());
    const std::size_t parts = std::min(std::size_t(threads), pool.points.size() / vertexBlock + 1);
    TWIN_CHECK(runTasks(parts, threads, [&](std::size_t part) -> Result<void> {
        TWIN_TRY(const geo::SourceCrs crs, geo::SourceCrs::create(facts.srsName));
        const std::size_t from = pool.points.size() * part / parts;
        const std::size_t to = pool.points.size() * (part + 1) / parts;
        placeVertices(std::span(pool.points).subspan(from, to - from), facts.quantisation, crs,
                      facts.keepsStated ? pool.stated.data() + from : nullptr);
        return {};
    }));
    return pool;
}

std::size_t sizeOfTree(const Outline& outline, const Hierarchy& hierarchy, int root)
{
    std::size_t size = outline.objects[std::size_t(root)].text.size();
    for (const int child : hierarchy.childrenOf(root))
        size += sizeOfTree(outline, hierarchy, child);
    return size;
}

/// @returns where chunks of about `chunkBytes` begin among the roots, and their end.
std::vector<std::size_t> chunkBorders(const Outline& outline, const Hierarchy& hierarchy, std::size_t chunkBytes)
{
    std::vector<std::size_t> borders{0};
    std::size_t size = 0;
    for (std::size_t i = 0; i < hierarchy.roots().size(); ++i) {
        size += sizeOfTree(outline, hierarchy, hierarchy.roots()[i]);
        if (size >= chunkBytes) {
            borders.push_back(i + 1);
            size = 0;
        }
    }
    if (borders.back() != hierarchy.roots().size())
        borders.push_back(hierarchy.roots().size());
    return borders;
}

/// One thread's tools for the objects of a document.
class DocumentWorker {
public:
    DocumentWorker(const Outline& outline, const Surroundings& around, const geo::SourceCrs& crs)
        : m_outline(outline), m_around(around), m_reader(crs, m_texts)
    {
    }
    [[nodiscard]] CityObject read(int index, std::vector<Issue>& issues)
    {
        const ObjectSlice& slice = m_outline.objects[std::size_t(index)];
        const std::string_view id = m_outline.relatives[std::size_t(index)].id;
        Json json;
        const auto error = m_parser.parse(slice.text.data(), slice.text.size(), false).get(json);
        if (error == simdjson::SUCCESS)
            return m_reader.read(id, json, m_around, slice.line, issues);
        CityObject object;
        object.id = toQString(id);
        object.where = {m_around.facts.path, slice.line, object.id};
        issues.push_back(
            {QStringLiteral("member.malformed"), QLatin1String(simdjson::error_message(error)), object.where});
        return object;
    }

private:
    const Outline& m_outline;
    const Surroundings& m_around;
    simdjson::dom::parser m_parser;
    Texts m_texts;
    ObjectReader m_reader;
};

} // namespace

Result<void> ReadJob::readDocument(std::size_t index, int threads, Opened&& opened, bool& isReading)
{
    TWIN_TRY(Outline outline, outlineOf(opened.head));
    simdjson::dom::parser parser;
    Json json;
    if (parser.parse(outline.header).get(json) != simdjson::SUCCESS)
        return failure(ErrorCode::MalformedData,
                       QCoreApplication::translate("twin::cityjson", "Die Datei ist kein gültiges JSON."));
    AppearancePool pool(m_files[qsizetype(index)]);
    TWIN_TRY(FileHeader header, readHeader(json, m_files[qsizetype(index)], false, m_options.crs, pool));
    TWIN_TRY(const VertexPool vertices, placeAll(std::move(outline.vertices), header.facts, threads));
    const AppearanceTable appearance(member(json, "appearance"), pool);
    const Hierarchy hierarchy(outline.relatives);
    const Surroundings around{header.facts, vertices, appearance};
    for (const Hierarchy::Finding& finding : hierarchy.findings()) {
        const auto object = std::size_t(finding.object);
        header.issues.push_back(
            {QLatin1String(reasonOf(finding.fault)),
             {},
             {header.facts.path, outline.objects[object].line, toQString(outline.relatives[object].id)}});
    }

    isReading = true;
    const std::vector<std::size_t> borders = chunkBorders(outline, hierarchy, m_options.limits.chunkBytes);
    const qint64 bytesOfChunk = qint64(opened.head.size / std::max<std::size_t>(borders.size() - 1, 1));
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stopped{false};
    const auto work = [&](std::size_t) -> Result<void> {
        TWIN_TRY(const geo::SourceCrs crs, geo::SourceCrs::create(header.facts.srsName));
        DocumentWorker worker(outline, around, crs);
        for (std::size_t chunk = next++; chunk + 1 < borders.size() && !stopped && !m_cancel.isCancelled();
             chunk = next++) {
            CityObjectBatch batch{m_options.firstSource + int(index), {}, {}};
            for (std::size_t i = borders[chunk]; i < borders[chunk + 1] && !m_cancel.isCancelled(); ++i)
                batch.objects.push_back(readTree(hierarchy, hierarchy.roots()[i],
                                                 [&](int object) { return worker.read(object, batch.issues); }));
            if (Result<void> accepted = m_sink.accept(std::move(batch)); !accepted) {
                stopped = true;
                return accepted;
            }
            report(bytesOfChunk);
        }
        return {};
    };
    TWIN_CHECK(runTasks(std::min(std::size_t(threads), borders.size()), threads, work));
    Outcome& outcome = m_outcomes[index];
    outcome.info = std::move(header.info);
    outcome.issues = std::move(header.issues);
    for (const geo::ModelImages::Fault& fault : pool.takeFaults())
        outcome.issues.push_back({QLatin1String(fault.reason), fault.reference, {header.facts.path, -1, {}}});
    return {};
}

} // namespace twin::cityjson

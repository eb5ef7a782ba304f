// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReadJob that reads a sequence: every line is a feature with vertices of its own (CityJSON 2.0 §8).
#include "cityjson/LineChunks.h"
#include "cityjson/ReadJob.h"
#include "model/ParallelTasks.h"

#include <atomic>

#include <QCoreApplication>

namespace twin::cityjson {
namespace {

/// One thread's tools for the features of a sequence.
class FeatureReader {
public:
    FeatureReader(const FileFacts& facts, const AppearanceTable& common, AppearancePool& pool,
                  const geo::SourceCrs& crs)
        : m_facts(facts), m_common(common), m_pool(pool), m_crs(crs), m_reader(crs, m_texts)
    {
    }

    /// @param line  of the file; padded
    void read(std::string_view text, qint64 line, CityObjectBatch& batch)
    {
        const auto malformed = [&](const QString& detail) {
            batch.issues.push_back({QStringLiteral("member.malformed"), detail, {m_facts.path, line, {}}});
        };
        Json feature;
        if (const auto error = m_parser.parse(text.data(), text.size(), false).get(feature);
            error != simdjson::SUCCESS) {
            malformed(QLatin1String(simdjson::error_message(error)));
            return;
        }
        const auto objects = asObject(member(feature, "CityObjects"));
        if (asText(member(feature, "type")) != "CityJSONFeature" || !objects) {
            malformed(QStringLiteral("no CityJSONFeature"));
            return;
        }
        readVertices(feature);
        const auto own = member(feature, "appearance");
        const std::optional<AppearanceTable> ownTable =
            own ? std::optional<AppearanceTable>(std::in_place, own, m_pool) : std::nullopt;
        const Surroundings around{m_facts, m_vertices, ownTable ? *ownTable : m_common};
        readObjects(*objects, around, line, batch);
    }

private:
    void readVertices(const Json& feature)
    {
        m_vertices.points.clear();
        if (const auto vertices = asArray(member(feature, "vertices")))
            for (const Json vertex : *vertices)
                m_vertices.points.push_back(readVertex(vertex));
        m_vertices.stated.resize(m_facts.keepsStated ? m_vertices.points.size() : 0);
        placeVertices(m_vertices.points, m_facts.quantisation, m_crs,
                      m_facts.keepsStated ? m_vertices.stated.data() : nullptr);
    }

    void readObjects(const JsonObject& objects, const Surroundings& around, qint64 line, CityObjectBatch& batch)
    {
        m_relatives.clear();
        m_values.clear();
        for (const auto field : objects) {
            m_relatives.push_back(readRelatives(field.key, field.value));
            m_values.push_back(field.value);
        }
        const Hierarchy hierarchy(m_relatives);
        for (const Hierarchy::Finding& finding : hierarchy.findings())
            batch.issues.push_back({QLatin1String(reasonOf(finding.fault)),
                                    {},
                                    {m_facts.path, line, toQString(m_relatives[std::size_t(finding.object)].id)}});
        for (const int root : hierarchy.roots())
            batch.objects.push_back(readTree(hierarchy, root, [&](int object) {
                return m_reader.read(m_relatives[std::size_t(object)].id, m_values[std::size_t(object)], around, line,
                                     batch.issues);
            }));
    }

    const FileFacts& m_facts;
    const AppearanceTable& m_common;
    AppearancePool& m_pool;
    const geo::SourceCrs& m_crs;
    simdjson::dom::parser m_parser;
    Texts m_texts;
    ObjectReader m_reader;
    VertexPool m_vertices;
    std::vector<Relatives> m_relatives;
    std::vector<Json> m_values;
};

/// Calls `each(line, number)` for the lines of a chunk that hold something.
template <class Each> void forEachLine(const LineChunk& chunk, const Each& each)
{
    std::string_view rest = chunk.text.view();
    for (qint64 number = chunk.firstLine; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view line = trimmed(rest.substr(0, end)); !line.empty())
            each(line, number);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

} // namespace

Result<void> ReadJob::readSequence(std::size_t index, int threads, Opened&& opened, bool& isReading)
{
    simdjson::dom::parser parser;
    Json json;
    if (parser.parse(opened.head.bytes.data(), opened.head.size, false).get(json) != simdjson::SUCCESS)
        return failure(ErrorCode::MalformedData,
                       QCoreApplication::translate("twin::cityjson", "Die Datei ist kein gültiges JSON."));
    AppearancePool pool(m_files[qsizetype(index)]);
    TWIN_TRY(FileHeader header, readHeader(json, m_files[qsizetype(index)], true, m_options.crs, pool));
    const AppearanceTable common(member(json, "appearance"), pool);
    const qint64 firstLine = 2 + std::count(opened.head.bytes.begin(), opened.head.bytes.end(), '\n');
    LineChunks chunks(std::move(opened.file), std::move(opened.following), firstLine, m_options.limits);

    isReading = true;
    std::mutex chunksMutex;
    std::atomic<bool> stopped{false};
    const auto work = [&](std::size_t) -> Result<void> {
        TWIN_TRY(const geo::SourceCrs crs, geo::SourceCrs::create(header.facts.srsName));
        FeatureReader reader(header.facts, common, pool, crs);
        while (!stopped && !m_cancel.isCancelled()) {
            std::unique_lock lock(chunksMutex);
            const std::optional<LineChunk> chunk = chunks.next();
            lock.unlock();
            if (!chunk)
                break;
            CityObjectBatch batch{m_options.firstSource + int(index), {}, {}};
            forEachLine(*chunk, [&](std::string_view line, qint64 number) {
                if (!m_cancel.isCancelled())
                    reader.read(line, number, batch);
            });
            if (Result<void> accepted = m_sink.accept(std::move(batch)); !accepted) {
                stopped = true;
                return accepted;
            }
            report(qint64(chunk->text.size));
        }
        return {};
    };
    TWIN_CHECK(runTasks(std::size_t(threads), threads, work));
    Outcome& outcome = m_outcomes[index];
    outcome.info = std::move(header.info);
    outcome.issues = std::move(header.issues);
    const auto add = [&](const char* reason, const QString& detail, qint64 line) {
        outcome.issues.push_back({QLatin1String(reason), detail, {header.facts.path, line, {}}});
    };
    for (const qint64 line : chunks.tooLong())
        add("member.too-large", {}, line);
    if (!chunks.errorText().isEmpty())
        add("file.read-error", chunks.errorText(), -1);
    for (const geo::ModelImages::Fault& fault : pool.takeFaults())
        add(fault.reason, fault.reference, -1);
    return {};
}

} // namespace twin::cityjson

// SPDX-License-Identifier: GPL-3.0-or-later
#include "opendatasoft/OpendatasoftSource.h"

#include "observe/JsonValues.h"
#include "observe/Option.h"
#include "observe/Text.h"
#include "observe/WatchedSource.h"
#include "opendatasoft/DataSet.h"

#include <algorithm>
#include <array>

namespace twin::opendatasoft {
namespace {

using observe::encoded;
using observe::Option;
using observe::SourceHttp;
using observe::Text;

constexpr int recordPage = 100;    ///< the most the API gives at once
constexpr int mostByPages = 10000; ///< offset + limit

SourceSettings withApiRoot(SourceSettings settings)
{
    QString path = settings.url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (!path.contains(QLatin1String("/api/explore/")))
        path += QStringLiteral("/api/explore/v2.1");
    settings.url.setPath(path);
    return settings;
}

class OpendatasoftSource final : public observe::WatchedSource {
public:
    OpendatasoftSource(const SourceSettings& given, net::HttpClient& http)
        : WatchedSource(opendatasoft::description(), withApiRoot(given)),
          m_http(http, opendatasoft::description(), settings())
    {
    }

    Result<void> history(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                         const CancellationToken& cancel) override;

private:
    Result<SourceSnapshot> fetchAll(const CancellationToken& cancel, const ProgressSink& progress) override;
    Result<SourceSnapshot> fetchChanges(const observe::SeriesBook& book, const CancellationToken& cancel) override;

    Result<DataSet> dataSet(const CancellationToken& cancel);
    Result<QJsonArray> records(const QString& where, const CancellationToken& cancel, const ProgressSink& progress);
    Result<QJsonArray> recordsByPages(const QString& where, const CancellationToken& cancel,
                                      const ProgressSink& progress);
    QString path(const char* tail = "") const
    {
        return QStringLiteral("/catalog/datasets/") + encoded(settings().scope) + QLatin1String(tail);
    }

    SourceHttp m_http;
    std::mutex m_mutex;
    std::optional<Instant> m_processed; ///< state of the records read last
};

Result<DataSet> OpendatasoftSource::dataSet(const CancellationToken& cancel)
{
    if (settings().scope.isEmpty()) {
        countRequest();
        TWIN_TRY(const QJsonDocument list, m_http.getJson(m_http.url(QStringLiteral("/catalog/datasets"),
                                                                     QStringLiteral("limit=20&select=dataset_id")),
                                                          cancel));
        QStringList names;
        for (const QJsonValue& entry : list[QLatin1String("results")].toArray())
            names.append(entry[QLatin1String("dataset_id")].toString());
        return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt der Datensatz."), {},
                       Text::tr("Geben Sie ihn hinter # an; das Portal hat zum Beispiel: %1.")
                           .arg(names.join(QLatin1String(", "))));
    }
    countRequest();
    TWIN_TRY(const QJsonDocument json, m_http.getJson(m_http.url(path()), cancel));
    return dataSetFromJson(json.object(), option("idField").toString(), option("timeField").toString());
}

/// Exports have no limit, but an error in them arrives as the end of a document that began well.
Result<QJsonArray> OpendatasoftSource::records(const QString& where, const CancellationToken& cancel,
                                               const ProgressSink& progress)
{
    if (progress)
        progress(-1, Text::tr("Lädt Datensätze"));
    const QString filter = where.isEmpty() ? QString() : QStringLiteral("&where=") + encoded(where);
    countRequest();
    Result<QJsonDocument> exported =
        m_http.getJson(m_http.url(path("/exports/json"), QStringLiteral("timezone=UTC") + filter), cancel);
    if (exported && exported->isArray())
        return exported->array();
    if (!exported && exported.error().code != ErrorCode::MalformedData &&
        exported.error().code != ErrorCode::NotFound && exported.error().code != ErrorCode::InvalidParameter &&
        exported.error().code != ErrorCode::ServerError)
        return failure(std::move(exported).error());
    return recordsByPages(where, cancel, progress);
}

Result<QJsonArray> OpendatasoftSource::recordsByPages(const QString& where, const CancellationToken& cancel,
                                                      const ProgressSink& progress)
{
    QJsonArray all;
    const QString filter = where.isEmpty() ? QString() : QStringLiteral("&where=") + encoded(where);
    for (int offset = 0; offset < mostByPages; offset += recordPage) {
        countRequest();
        const QString paging = QStringLiteral("limit=%1&offset=%2&timezone=UTC").arg(recordPage).arg(offset);
        TWIN_TRY(const QJsonDocument page, m_http.getJson(m_http.url(path("/records"), paging + filter), cancel));
        if (!page[QLatin1String("results")].isArray())
            return failure(ErrorCode::UnsupportedFormat,
                           Text::tr("Die Antwort ist keine von Opendatasoft Explore 2.1."), {}, {},
                           net::placeOf(settings().url));
        const QJsonArray results = page[QLatin1String("results")].toArray();
        for (const QJsonValue& record : results)
            all.append(record);
        const qint64 total = page[QLatin1String("total_count")].toInteger(-1);
        if (progress && total > 0)
            progress(static_cast<double>(all.size()) / static_cast<double>(total), Text::tr("Lädt Datensätze"));
        if (results.isEmpty() || (total >= 0 && all.size() >= total))
            return all;
    }
    return failure(ErrorCode::ResourceExhausted,
                   Text::tr("Das Portal gibt von diesem Datensatz nur die ersten %1 Einträge her.").arg(mostByPages),
                   {}, {}, net::placeOf(settings().url));
}

Result<SourceSnapshot> OpendatasoftSource::fetchAll(const CancellationToken& cancel, const ProgressSink& progress)
{
    TWIN_TRY(const DataSet set, dataSet(cancel));
    TWIN_TRY(const QJsonArray all, records({}, cancel, progress));
    SourceSnapshot snapshot;
    readRecords(
        set, all, [this](const QString& id) { return newStream(id); }, systemNow(), snapshot);
    const std::lock_guard lock(m_mutex);
    m_processed = set.processed;
    return snapshot;
}

/// The small description tells whether the large records changed.
Result<SourceSnapshot> OpendatasoftSource::fetchChanges(const observe::SeriesBook&, const CancellationToken& cancel)
{
    TWIN_TRY(const DataSet set, dataSet(cancel));
    {
        const std::lock_guard lock(m_mutex);
        if (set.processed && set.processed == m_processed)
            return SourceSnapshot();
    }
    return fetchAll(cancel, {});
}

Result<void> OpendatasoftSource::history(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                                         const CancellationToken& cancel)
{
    TWIN_TRY(const DataSet set, dataSet(cancel));
    if (set.timeField.isEmpty() || set.idField.isEmpty())
        return failure(ErrorCode::NoData, Text::tr("Dieser Datensatz hält keine früheren Werte vor."));
    const DataSet::Field* id = set.field(set.idField);
    const bool isNumber = id && (id->type == QLatin1String("int") || id->type == QLatin1String("double"));
    const QString where = set.idField + QLatin1Char('=') + (isNumber ? stream.thing : odsqlText(stream.thing)) +
                          QStringLiteral(" AND ") + set.timeField + QStringLiteral(">=date'") + isoText(range.from) +
                          QStringLiteral("' AND ") + set.timeField + QStringLiteral("<=date'") + isoText(range.to) +
                          QLatin1Char('\'');
    TWIN_TRY(const QJsonArray found, records(where, cancel, {}));
    std::vector<Observation> values;
    readSeries(set, found, stream, systemNow(), values);
    std::erase_if(values, [&](const Observation& one) { return !range.contains(one.observedAt); });
    std::stable_sort(values.begin(), values.end(),
                     [](const auto& a, const auto& b) { return a.observedAt < b.observedAt; });
    values.erase(std::unique(values.begin(), values.end(),
                             [](const auto& a, const auto& b) { return a.observedAt == b.observedAt; }),
                 values.end());
    if (!values.empty())
        page(std::move(values));
    return {};
}

} // namespace

const SourceDescription& description()
{
    static const SourceDescription text = [] {
        SourceDescription made;
        made.id = QStringLiteral("opendatasoft");
        made.title = QStringLiteral("Opendatasoft");
        made.standards = QStringLiteral("Opendatasoft Explore API 2.1");
        made.fragment = QStringLiteral("dataset");
        made.options = {
            Option("idField", QT_TRANSLATE_NOOP("twin::SourceOption", "Feld der Kennung"),
                   QT_TRANSLATE_NOOP("twin::SourceOption", "leer: an Name und Art erkannt"))
                .expert(),
            Option("timeField", QT_TRANSLATE_NOOP("twin::SourceOption", "Feld der Zeit"),
                   QT_TRANSLATE_NOOP("twin::SourceOption", "leer: an Name und Art erkannt"))
                .expert(),
        };
        for (SourceOption& option : observe::httpOptions(120))
            made.options.push_back(std::move(option));
        made.hasHistory = true;
        return made;
    }();
    return text;
}

std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http)
{
    return std::make_unique<OpendatasoftSource>(settings, http);
}

Result<std::vector<CatalogueEntry>> catalogue(const SourceSettings& settings, net::HttpClient& client,
                                              const CancellationToken& cancel)
{
    const SourceHttp http(client, description(), withApiRoot(settings));
    std::vector<CatalogueEntry> entries;
    for (int offset = 0; offset < mostByPages; offset += recordPage) {
        TWIN_TRY(const QJsonDocument page,
                 http.getJson(http.url(QStringLiteral("/catalog/datasets"),
                                       QStringLiteral("limit=%1&offset=%2").arg(recordPage).arg(offset)),
                              cancel));
        const QJsonArray results = page[QLatin1String("results")].toArray();
        for (const QJsonValue& entry : results) {
            const QJsonObject metas = entry[QLatin1String("metas")][QLatin1String("default")].toObject();
            entries.push_back({entry[QLatin1String("dataset_id")].toString(), metas[QLatin1String("title")].toString(),
                               metas[QLatin1String("license")].toString(),
                               metas[QLatin1String("records_count")].toInteger()});
        }
        if (results.size() < recordPage)
            break;
    }
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.title.localeAwareCompare(b.title) < 0; });
    return entries;
}

namespace {

QStringList dataSetsOf(const net::HttpResponse& answer)
{
    QStringList ids;
    if (const auto json = observe::parseJson(answer.body, {}))
        for (const QJsonValue& entry : json->object()[QLatin1String("results")].toArray())
            if (entry[QLatin1String("dataset_id")].isString())
                ids.append(entry[QLatin1String("dataset_id")].toString());
    return ids;
}

bool isCatalogue(const net::HttpResponse& answer)
{
    return !dataSetsOf(answer).isEmpty();
}

} // namespace

std::span<const observe::ProbeQuestion> probe()
{
    static constexpr std::array questions{
        observe::ProbeQuestion{"/api/explore/v2.1/catalog/datasets?limit=100&select=dataset_id", false, isCatalogue,
                               dataSetsOf},
        observe::ProbeQuestion{"/catalog/datasets?limit=100&select=dataset_id", false, isCatalogue, dataSetsOf},
    };
    return questions;
}

} // namespace twin::opendatasoft

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ngsi/NgsiSource.h"

#include "model/observe/PastValues.h"
#include "ngsi/NgsiEntities.h"
#include "ngsi/NgsiPast.h"
#include "observe/JsonValues.h"
#include "observe/Option.h"
#include "observe/Text.h"
#include "observe/WatchedSource.h"

#include <algorithm>
#include <array>

#include <QJsonArray>
#include <QSet>

namespace twin::ngsi {
namespace {

using observe::encoded;
using observe::Option;
using observe::SourceHttp;
using observe::Text;

constexpr int pageSize = 500;
constexpr int mostPasses = 3;
constexpr qint64 mostEntities = 1000000;
constexpr int historyPage = 1000; ///< far below the silent caps of the history services
constexpr Milliseconds changeOverlap = std::chrono::seconds(10);

enum class Dialect { Unknown, Ld, V2 };

/// Entities by id: paging over a changing set skips and repeats.
using Entities = QHash<QString, QJsonObject>;

SourceSettings withBareRoot(SourceSettings settings)
{
    QString path = settings.url.path();
    for (const QLatin1String tail : {QLatin1String("/"), QLatin1String("/ngsi-ld/v1"), QLatin1String("/v2")})
        while (path.endsWith(tail))
            path.chop(tail.size());
    settings.url.setPath(path);
    return settings;
}

class NgsiSource final : public observe::WatchedSource, public PastValues {
public:
    NgsiSource(const SourceSettings& given, net::HttpClient& http)
        : WatchedSource(ngsi::description(), withBareRoot(given)),
          m_http(http, ngsi::description(), settings()),
          m_historyHttp(http, ngsi::description(), historySettings()),
          m_dialect(dialectOf(given))
    {
    }

    Result<void> history(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                         const CancellationToken& cancel) override;
    Result<std::vector<Observation>> valuesAt(Instant instant, const CancellationToken& cancel) override;

private:
    Result<SourceSnapshot> fetchAll(const CancellationToken& cancel, const ProgressSink& progress) override;
    Result<SourceSnapshot> fetchChanges(const observe::SeriesBook& book, const CancellationToken& cancel) override;
    Result<void> push(const observe::SeriesBook& book, observe::PushQueue& queue,
                      const CancellationToken& cancel) override;
    bool hasPush() const override
    {
        return !option("mqtt").toString().isEmpty() && !option("mqttTopic").toString().isEmpty();
    }

    Dialect dialectOf(const SourceSettings& given) const;
    SourceSettings historySettings() const;
    bool hasTemporal() const;
    net::HttpHeaders headers() const;
    Result<void> detect(const CancellationToken& cancel);
    Result<QStringList> types(const CancellationToken& cancel);
    Result<void> collect(const QString& query, Entities& into, const CancellationToken& cancel,
                         const ProgressSink& progress);
    Result<qint64> onePass(const QString& query, Entities& into, const CancellationToken& cancel);
    QString areaQuery() const;
    SourceSnapshot read(const Entities& entities) const;
    Result<std::vector<Observation>> historyPart(const Datastream& stream, const TimeRange& range,
                                                 const CancellationToken& cancel);
    Result<void> historyHalves(const Datastream& stream, const TimeRange& range, const HistorySink& page, bool& wanted,
                               const CancellationToken& cancel);
    Result<QJsonDocument> get(const SourceHttp& http, const QUrl& url, const CancellationToken& cancel,
                              net::HttpResponse* response = nullptr);

    SourceHttp m_http;
    SourceHttp m_historyHttp;
    std::atomic<Dialect> m_dialect;
    std::atomic<bool> m_filtersChanges = true;
    std::atomic<qint64> m_lastAsked = 0; ///< Instant of the last complete read
};

Dialect NgsiSource::dialectOf(const SourceSettings& given) const
{
    const QString version = option("version").toString();
    const QString path = given.url.path();
    if (version == QLatin1String("ld") || path.contains(QLatin1String("/ngsi-ld")))
        return Dialect::Ld;
    if (version == QLatin1String("v2") || path.endsWith(QLatin1String("/v2")) || path.endsWith(QLatin1String("/v2/")))
        return Dialect::V2;
    return Dialect::Unknown;
}

SourceSettings NgsiSource::historySettings() const
{
    SourceSettings other = settings();
    if (const QUrl url(option("history").toString()); !url.host().isEmpty())
        other.url = url;
    return withBareRoot(other);
}

bool NgsiSource::hasTemporal() const
{
    const QString api = option("historyApi").toString();
    return api == QLatin1String("temporal") || (api == QLatin1String("auto") && m_dialect == Dialect::Ld);
}

net::HttpHeaders NgsiSource::headers() const
{
    net::HttpHeaders headers;
    const auto add = [&](const char* name, const char* key) {
        if (const QByteArray value = option(key).toString().toUtf8(); !value.isEmpty())
            headers.emplace_back(name, value);
    };
    add("NGSILD-Tenant", "tenant");
    add("fiware-service", "tenant");
    add("fiware-servicepath", "servicePath");
    // The context is named, never fetched: its address comes from the settings alone.
    if (const QByteArray context = option("context").toString().toUtf8();
        !context.isEmpty() && m_dialect == Dialect::Ld)
        headers.emplace_back(
            "Link", '<' + context + ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");
    return headers;
}

Result<QJsonDocument> NgsiSource::get(const SourceHttp& http, const QUrl& url, const CancellationToken& cancel,
                                      net::HttpResponse* whole)
{
    countRequest();
    TWIN_TRY(net::HttpResponse response, http.get(url, headers(), cancel));
    TWIN_TRY(const QJsonDocument document, observe::parseJson(response.body, net::placeOf(url)));
    if (whole)
        *whole = std::move(response);
    return document;
}

Result<void> NgsiSource::detect(const CancellationToken& cancel)
{
    if (m_dialect != Dialect::Unknown)
        return {};
    const Result<QJsonDocument> ld = get(m_http, m_http.url(QStringLiteral("/ngsi-ld/v1/types")), cancel);
    if (ld || (ld.error().code != ErrorCode::NotFound && ld.error().code != ErrorCode::MalformedData &&
               ld.error().code != ErrorCode::InvalidParameter))
        return ld ? (m_dialect = Dialect::Ld, Result<void>()) : failure(ld.error());
    const Result<QJsonDocument> v2 =
        get(m_http, m_http.url(QStringLiteral("/v2/types"), QStringLiteral("limit=1")), cancel);
    if (!v2)
        return failure(ErrorCode::UnsupportedFormat,
                       Text::tr("Unter dieser Adresse antwortet weder NGSI-LD noch NGSIv2."), v2.error().detail,
                       Text::tr("Geben Sie die Adresse des Context Brokers ohne /ngsi-ld oder /v2 an."),
                       net::placeOf(settings().url));
    m_dialect = Dialect::V2;
    return {};
}

Result<QStringList> NgsiSource::types(const CancellationToken& cancel)
{
    if (!settings().scope.isEmpty())
        return settings().scope.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (m_dialect == Dialect::V2)
        return QStringList{QString()}; // entities of all types may be asked for at once
    TWIN_TRY(const QJsonDocument document, get(m_http, m_http.url(QStringLiteral("/ngsi-ld/v1/types")), cancel));
    QStringList names;
    const QJsonArray list = document.isArray() ? document.array() : document[QLatin1String("typeList")].toArray();
    for (const QJsonValue& type : list)
        names.append(type.isObject() ? type[QLatin1String("typeName")].toString() : type.toString());
    return names;
}

QString NgsiSource::areaQuery() const
{
    const QStringList box = option("area").toString().split(QLatin1Char(','));
    if (box.size() != 4)
        return {};
    const auto& [w, s, e, n] = std::tie(box[0], box[1], box[2], box[3]);
    if (m_dialect == Dialect::Ld)
        return QStringLiteral("&georel=within&geometry=Polygon&coordinates=") +
               encoded(QStringLiteral("[[[%1,%2],[%3,%2],[%3,%4],[%1,%4],[%1,%2]]]").arg(w, s, e, n));
    return QStringLiteral("&georel=coveredBy&geometry=polygon&coords=") +
           encoded(QStringLiteral("%2,%1;%2,%3;%4,%3;%4,%1;%2,%1").arg(w, s, e, n));
}

/// @returns how many entities there are by the server's count; negative where it does not say.
Result<qint64> NgsiSource::onePass(const QString& query, Entities& into, const CancellationToken& cancel)
{
    const bool isLd = m_dialect == Dialect::Ld;
    const QString path = isLd ? QStringLiteral("/ngsi-ld/v1/entities") : QStringLiteral("/v2/entities");
    qint64 count = -1;
    QSet<QString> seen;
    for (qint64 offset = 0; offset < mostEntities;) {
        const QString paging = QStringLiteral("limit=%1&offset=%2&").arg(pageSize).arg(offset);
        const QString options = isLd ? QStringLiteral("count=true&options=sysAttrs")
                                     : QStringLiteral("options=count&attrs=dateModified,*&metadata=dateModified,*");
        net::HttpResponse response;
        TWIN_TRY(const QJsonDocument page,
                 get(m_http, m_http.url(path, paging + options + query + areaQuery()), cancel, &response));
        if (!page.isArray())
            return failure(ErrorCode::UnsupportedFormat, Text::tr("Die Antwort ist keine Liste von NGSI-Objekten."), {},
                           {}, net::placeOf(settings().url));
        bool hasCount = false;
        const qint64 said = response.header(isLd ? "ngsild-results-count" : "fiware-total-count").toLongLong(&hasCount);
        count = hasCount ? said : count;
        const qsizetype before = seen.size();
        for (const QJsonValue& entity : page.array()) {
            seen.insert(entity[QLatin1String("id")].toString());
            into.insert(entity[QLatin1String("id")].toString(), entity.toObject());
        }
        // Brokers have page limits of their own: what came counts, not what was asked for. One that knows no offset
        // sends the same page again and again.
        offset += page.array().size();
        if (seen.size() == before || (count >= 0 && offset >= count))
            return count;
    }
    return count;
}

Result<void> NgsiSource::collect(const QString& query, Entities& into, const CancellationToken& cancel,
                                 const ProgressSink& progress)
{
    Entities found;
    for (int pass = 0; pass < mostPasses; ++pass) {
        TWIN_TRY(const qint64 count, onePass(query, found, cancel));
        if (progress)
            progress(-1, Text::tr("%n Objekte", nullptr, static_cast<int>(into.size() + found.size())));
        if (count < 0 || found.size() >= count)
            break;
    }
    into.insert(found);
    return {};
}

SourceSnapshot NgsiSource::read(const Entities& entities) const
{
    SourceSnapshot values;
    const Instant now = systemNow();
    for (const QJsonObject& entity : entities)
        if (!readEntity(
                entity, [this](const QString& id) { return newStream(id); }, now, values))
            values.issues.push_back(
                {QStringLiteral("record.unreadable"), QStringLiteral("entity without id or type"), {}});
    return values;
}

Result<SourceSnapshot> NgsiSource::fetchAll(const CancellationToken& cancel, const ProgressSink& progress)
{
    TWIN_CHECK(detect(cancel));
    const Instant asked = systemNow();
    TWIN_TRY(const QStringList names, types(cancel));
    Entities entities;
    for (const QString& type : names)
        TWIN_CHECK(
            collect(type.isEmpty() ? QString() : QStringLiteral("&type=") + encoded(type), entities, cancel, progress));
    if (entities.isEmpty() && !settings().scope.isEmpty())
        return failure(ErrorCode::NoData,
                       Text::tr("Die Plattform nennt keine Objekte vom Typ %1.").arg(settings().scope), {},
                       Text::tr("Prüfen Sie Typ, Mandant und @context: Mit falschem @context ist die Antwort leer."),
                       net::placeOf(settings().url));
    m_lastAsked = asked.time_since_epoch().count();
    return read(entities);
}

Result<SourceSnapshot> NgsiSource::fetchChanges(const observe::SeriesBook&, const CancellationToken& cancel)
{
    if (!m_filtersChanges)
        return fetchAll(cancel, {});
    const Instant asked = systemNow();
    const QString since = isoText(Instant(Milliseconds(m_lastAsked)) - changeOverlap);
    const QString filter = QStringLiteral("&q=") +
                           (m_dialect == Dialect::Ld ? QStringLiteral("modifiedAt") : QStringLiteral("dateModified")) +
                           encoded(QStringLiteral(">=%1").arg(since));
    TWIN_TRY(const QStringList names, types(cancel));
    Entities entities;
    for (const QString& type : names) {
        const Result<void> asking = collect(
            (type.isEmpty() ? QString() : QStringLiteral("&type=") + encoded(type)) + filter, entities, cancel, {});
        if (!asking &&
            (asking.error().code == ErrorCode::InvalidParameter || asking.error().code == ErrorCode::ServerError)) {
            m_filtersChanges = false; // a broker without this filter: everything each time
            return fetchAll(cancel, {});
        }
        TWIN_CHECK(asking);
    }
    m_lastAsked = asked.time_since_epoch().count();
    return read(entities);
}

/// One request's worth of history, at most historyPage values.
Result<std::vector<Observation>> NgsiSource::historyPart(const Datastream& stream, const TimeRange& range,
                                                         const CancellationToken& cancel)
{
    TWIN_CHECK(detect(cancel));
    const bool isTemporal = hasTemporal();
    const QUrl url = isTemporal
                         ? m_historyHttp.url(QStringLiteral("/ngsi-ld/v1/temporal/entities/") + encoded(stream.thing),
                                             temporalQuery(stream.property, range, historyPage))
                         : m_historyHttp.url(QStringLiteral("/v2/entities/") + encoded(stream.thing) +
                                                 QStringLiteral("/attrs/") + encoded(stream.property),
                                             quantumLeapQuery(range, historyPage));
    std::vector<Observation> part;
    const Result<QJsonDocument> answer = get(m_historyHttp, url, cancel);
    if (!answer && answer.error().code == ErrorCode::NotFound)
        return part; // these services say "no data" with 404
    TWIN_CHECK(answer.map([](const QJsonDocument&) {}));
    const QJsonObject object = answer->isArray() ? answer->array().at(0).toObject() : answer->object();
    if (isTemporal)
        readTemporal(object, stream.property, stream.id, systemNow(), part);
    else
        readQuantumLeap(object, stream.id, systemNow(), part);
    return part;
}

/// Brokers differ in which end of a range a full page holds. Halving the range until every page is short does not care.
Result<void> NgsiSource::historyHalves(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                                       bool& wanted, const CancellationToken& cancel)
{
    TWIN_TRY(std::vector<Observation> part, historyPart(stream, range, cancel));
    const Milliseconds length = range.to - range.from;
    if (part.size() >= historyPage && length > Milliseconds(1)) {
        const Instant middle = range.from + length / 2;
        TWIN_CHECK(historyHalves(stream, {range.from, middle}, page, wanted, cancel));
        return wanted ? historyHalves(stream, {middle + Milliseconds(1), range.to}, page, wanted, cancel)
                      : Result<void>();
    }
    std::erase_if(part, [&](const Observation& one) { return !range.contains(one.observedAt); });
    std::stable_sort(part.begin(), part.end(),
                     [](const Observation& a, const Observation& b) { return a.observedAt < b.observedAt; });
    part.erase(std::unique(part.begin(), part.end(),
                           [](const Observation& a, const Observation& b) { return a.observedAt == b.observedAt; }),
               part.end());
    wanted = part.empty() || page(std::move(part));
    return {};
}

Result<void> NgsiSource::history(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                                 const CancellationToken& cancel)
{
    bool wanted = true;
    return historyHalves(stream, range, page, wanted, cancel);
}

Result<std::vector<Observation>> NgsiSource::valuesAt(Instant instant, const CancellationToken& cancel)
{
    TWIN_CHECK(detect(cancel));
    if (!hasTemporal())
        return failure(ErrorCode::NoData, Text::tr("Die Plattform bietet keine Temporal API."));
    TWIN_TRY(const QStringList names, types(cancel));
    const auto ask = [&](const QString& query) {
        return get(m_historyHttp, m_historyHttp.url(QStringLiteral("/ngsi-ld/v1/temporal/entities"), query), cancel);
    };
    return ngsi::valuesAt(
        names, instant, [this](const QString& id) { return newStream(id); }, ask);
}

Result<void> NgsiSource::push(const observe::SeriesBook&, observe::PushQueue& queue, const CancellationToken& cancel)
{
    net::MqttClient client(observe::mqttSettings(description(), settings(), QUrl(option("mqtt").toString())));
    return client.run(
        {{option("mqttTopic").toString(), 1}},
        [&](net::MqttMessage&& message) {
            Entities entities;
            const auto json = observe::parseJson(message.payload, {message.topic, -1, {}});
            if (json)
                for (const QJsonObject& entity : entitiesOfNotification(json->object()))
                    entities.insert(entity[QLatin1String("id")].toString(), entity);
            SourceSnapshot values = read(entities);
            if (entities.isEmpty())
                values.issues.push_back({QStringLiteral("record.unreadable"), QStringLiteral("notification"), {}});
            queue.add(std::move(values));
        },
        [&](const net::MqttEvent& event) { queue.heard(event); }, cancel);
}

std::vector<SourceOption> ownOptions()
{
    return {
        Option("version", QT_TRANSLATE_NOOP("twin::SourceOption", "Version"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "auto findet sie selbst heraus"))
            .oneOf({QStringLiteral("auto"), QStringLiteral("ld"), QStringLiteral("v2")})
            .expert(),
        Option("tenant", QT_TRANSLATE_NOOP("twin::SourceOption", "Mandant"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "NGSILD-Tenant und fiware-service")),
        Option("servicePath", QT_TRANSLATE_NOOP("twin::SourceOption", "Dienstpfad"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "fiware-servicepath, zum Beispiel /klima")),
        Option("context", QT_TRANSLATE_NOOP("twin::SourceOption", "@context"),
               QT_TRANSLATE_NOOP("twin::SourceOption",
                                 "Adresse des JSON-LD-Kontexts; sie wird nur genannt, nie abgerufen"))
            .url(),
        Option("area", QT_TRANSLATE_NOOP("twin::SourceOption", "Gebiet"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "West,Süd,Ost,Nord in Grad"))
            .expert(),
        Option("history", QT_TRANSLATE_NOOP("twin::SourceOption", "Adresse der Zeitreihen"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "QuantumLeap oder Temporal API, wenn anders als der Broker"))
            .url(),
        Option("historyApi", QT_TRANSLATE_NOOP("twin::SourceOption", "Art der Zeitreihen"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "auto: Temporal API bei NGSI-LD, sonst QuantumLeap"))
            .oneOf({QStringLiteral("auto"), QStringLiteral("temporal"), QStringLiteral("quantumleap")})
            .expert(),
        Option("mqttTopic", QT_TRANSLATE_NOOP("twin::SourceOption", "MQTT-Thema der Meldungen"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "wohin eine Subscription des Brokers meldet"))
            .expert(),
    };
}

} // namespace

const SourceDescription& description()
{
    static const SourceDescription text = [] {
        SourceDescription made;
        made.id = QStringLiteral("ngsi");
        made.title = QStringLiteral("NGSI-LD, NGSIv2 (FIWARE)");
        made.standards = QStringLiteral("ETSI NGSI-LD 1.3–1.6, FIWARE NGSIv2, QuantumLeap");
        made.fragment = QStringLiteral("Type,Type");
        made.options = ownOptions();
        for (auto& options : {observe::httpOptions(30), observe::mqttOptions()})
            made.options.insert(made.options.end(), options.begin(), options.end());
        made.hasHistory = true;
        made.hasPush = true;
        return made;
    }();
    return text;
}

std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http)
{
    return std::make_unique<NgsiSource>(settings, http);
}

namespace {

/// NGSI-LD: one EntityTypeList, or a list of entity types.
QStringList typesOfLd(const net::HttpResponse& answer)
{
    QStringList types;
    const auto json = observe::parseJson(answer.body, {});
    if (!json)
        return types;
    for (const QJsonValue& type : json->object()[QLatin1String("typeList")].toArray())
        types.append(type.toString().section(QLatin1Char('/'), -1));
    for (const QJsonValue& type : json->array())
        if (type[QLatin1String("type")].toString() == QLatin1String("EntityType"))
            types.append(type[QLatin1String("typeName")].toString());
    return types;
}

bool isLd(const net::HttpResponse& answer)
{
    const auto json = observe::parseJson(answer.body, {});
    return json && (json->object()[QLatin1String("type")].toString() == QLatin1String("EntityTypeList") ||
                    !typesOfLd(answer).isEmpty());
}

QStringList typesOfV2(const net::HttpResponse& answer)
{
    QStringList types;
    if (const auto json = observe::parseJson(answer.body, {}))
        for (const QJsonValue& type : json->array())
            if (type[QLatin1String("attrs")].isObject())
                types.append(type[QLatin1String("type")].toString());
    return types;
}

bool isV2(const net::HttpResponse& answer)
{
    return !typesOfV2(answer).isEmpty();
}

} // namespace

std::span<const observe::ProbeQuestion> probe()
{
    static constexpr std::array questions{
        observe::ProbeQuestion{"/ngsi-ld/v1/types", false, isLd, typesOfLd},
        observe::ProbeQuestion{"/v2/types?limit=100", false, isV2, typesOfV2},
        observe::ProbeQuestion{"/types", false, isLd, typesOfLd},
        observe::ProbeQuestion{"/types?limit=100", false, isV2, typesOfV2},
    };
    return questions;
}

} // namespace twin::ngsi

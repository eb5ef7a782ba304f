// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensorthings/SensorThingsSource.h"

#include "observe/JsonValues.h"
#include "observe/Text.h"
#include "observe/WatchedSource.h"
#include "sensorthings/StaEntities.h"

#include <algorithm>
#include <array>
#include <atomic>

#include <QJsonArray>
#include <QSet>

namespace twin::sensorthings {
namespace {

using observe::SourceHttp;
using observe::Text;

constexpr int mostPages = 100000;
constexpr int mostPushedStreams = 10000;

bool isMulti(const QString& id)
{
    return id.contains(QLatin1String("/MultiDatastreams("));
}

/// Spaces and quotes in OData expressions; the rest of their punctuation may stand.
QString query(QString text)
{
    return text.replace(QLatin1Char('%'), QLatin1String("%25"))
        .replace(QLatin1Char(' '), QLatin1String("%20"))
        .replace(QLatin1Char('+'), QLatin1String("%2B"))
        .replace(QLatin1Char('#'), QLatin1String("%23"))
        .replace(QLatin1Char('"'), QLatin1String("%22"));
}

/// An entity's path as part of a URL; its brackets and quotes may stand.
QString pathPart(const QString& path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "()',"));
}

class SensorThingsSource final : public observe::WatchedSource {
public:
    SensorThingsSource(const SourceSettings& settings, net::HttpClient& http)
        : WatchedSource(sensorthings::description(), settings), m_http(http, sensorthings::description(), settings)
    {
    }

    Result<void> history(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                         const CancellationToken& cancel) override;

private:
    using Page = std::function<bool(const QJsonObject&)>;

    Result<SourceSnapshot> fetchAll(const CancellationToken& cancel, const ProgressSink& progress) override;
    Result<SourceSnapshot> fetchChanges(const observe::SeriesBook& book, const CancellationToken& cancel) override;
    Result<void> push(const observe::SeriesBook& book, observe::PushQueue& queue,
                      const CancellationToken& cancel) override;
    bool hasPush() const override { return !broker().isEmpty(); }

    Result<void> eachPage(QUrl url, const Page& page, const CancellationToken& cancel);
    Result<void> readRoot(const CancellationToken& cancel);
    Result<void> readStreams(bool multi, SourceSnapshot& into, const CancellationToken& cancel,
                             const ProgressSink& progress);
    Result<void> findLastId(const CancellationToken& cancel);
    QString changesFilter(const observe::SeriesBook& book) const;
    QString idPrefix() const { return settings().id + QLatin1Char('/'); }
    QString brokerFrom(const QJsonObject& root) const;
    QString broker() const;
    void noteId(const QJsonValue& id);
    bool usesIds() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lastId.has_value();
    }

    SourceHttp m_http;
    mutable std::mutex m_mutex;
    QString m_offeredBroker; ///< from the root document
    std::atomic<bool> m_hasMulti = false;
    std::atomic<bool> m_countsUp = false; ///< ids rise with insertion
    std::optional<double> m_lastId;       ///< of Observations, where ids are numbers
};

/// Follows @iot.nextLink to its end. A page's length says nothing: servers end pages early.
Result<void> SensorThingsSource::eachPage(QUrl url, const Page& page, const CancellationToken& cancel)
{
    QSet<QString> seen;
    for (int i = 0; i < mostPages; ++i) {
        if (seen.contains(url.toString()))
            return failure(ErrorCode::MalformedData, Text::tr("Der Server verweist immer wieder auf dieselbe Seite."),
                           {}, {}, net::placeOf(url));
        seen.insert(url.toString());
        countRequest();
        TWIN_TRY(const QJsonDocument document, m_http.getJson(url, cancel));
        const QJsonObject object = document.object();
        if (!object[QLatin1String("value")].isArray())
            return failure(
                ErrorCode::UnsupportedFormat, Text::tr("Die Antwort ist keine von OGC SensorThings."), {},
                Text::tr("Geben Sie die Adresse bis einschließlich der Version an, zum Beispiel https://…/v1.1."),
                net::placeOf(url));
        if (!page(object))
            return {};
        const QString next = object[QLatin1String("@iot.nextLink")].toString();
        if (next.isEmpty())
            return {};
        TWIN_TRY(url, net::resolveLink(url, next, m_http.rules()));
    }
    return failure(ErrorCode::ResourceExhausted, Text::tr("Der Server liefert kein Ende."), {}, {}, net::placeOf(url));
}

QString SensorThingsSource::brokerFrom(const QJsonObject& root) const
{
    const QJsonObject server = root[QLatin1String("serverSettings")].toObject();
    for (auto entry = server.constBegin(); entry != server.constEnd(); ++entry)
        for (const QJsonValue& endpoint : (*entry)[QLatin1String("endpoints")].toArray()) {
            QUrl url(endpoint.toString());
            if (url.scheme() == QLatin1String("tcp"))
                url.setScheme(QStringLiteral("mqtt"));
            // The server's word alone leads to no other machine.
            if (url.scheme().startsWith(QLatin1String("mqtt")) && url.host() == settings().url.host())
                return url.toString();
        }
    return {};
}

QString SensorThingsSource::broker() const
{
    const QString set = option("mqtt").toString();
    const std::lock_guard lock(m_mutex);
    return set.isEmpty() ? m_offeredBroker : set;
}

Result<void> SensorThingsSource::readRoot(const CancellationToken& cancel)
{
    bool hasMulti = false;
    bool countsUp = false;
    QString offered;
    TWIN_CHECK(eachPage(
        m_http.url(QString()),
        [&](const QJsonObject& root) {
            for (const QJsonValue& set : root[QLatin1String("value")].toArray())
                hasMulti |= set[QLatin1String("name")].toString() == QLatin1String("MultiDatastreams");
            offered = brokerFrom(root);
            const QJsonObject server = root[QLatin1String("serverSettings")].toObject();
            for (const QJsonValue& conformance : server[QLatin1String("conformance")].toArray())
                countsUp |= conformance.toString().contains(QLatin1String("FROST-Server"));
            return false;
        },
        cancel));
    const std::lock_guard lock(m_mutex);
    m_hasMulti = hasMulti;
    m_countsUp = countsUp;
    m_offeredBroker = offered;
    return {};
}

void SensorThingsSource::noteId(const QJsonValue& id)
{
    const std::lock_guard lock(m_mutex);
    if (id.isDouble())
        m_lastId = std::max(m_lastId.value_or(id.toDouble()), id.toDouble());
}

/// FROST-Server counts its observations up as they are inserted, so "greater than the last" misses nothing that arrives
/// late. Other servers may number as they like and are asked by time.
Result<void> SensorThingsSource::findLastId(const CancellationToken& cancel)
{
    if (!m_countsUp)
        return {};
    const Result<void> asked = eachPage(
        m_http.url(QStringLiteral("/Observations"), query(QStringLiteral("$orderby=id desc&$top=1"))),
        [this](const QJsonObject& page) {
            noteId(page[QLatin1String("value")].toArray().at(0)[QLatin1String("@iot.id")]);
            return false;
        },
        cancel);
    if (!asked && asked.error().code == ErrorCode::Cancelled)
        return asked;
    return {};
}

Result<void> SensorThingsSource::readStreams(bool multi, SourceSnapshot& into, const CancellationToken& cancel,
                                             const ProgressSink& progress)
{
    const QString expand =
        QStringLiteral("$expand=Thing($expand=Locations),%1,Observations($orderby=phenomenonTime desc;$top=1)")
            .arg(multi ? QStringLiteral("ObservedProperties") : QStringLiteral("ObservedProperty"));
    const QString filter = settings().scope.isEmpty() ? QString() : QStringLiteral("&$filter=") + settings().scope;
    const QUrl url = m_http.url(multi ? QStringLiteral("/MultiDatastreams") : QStringLiteral("/Datastreams"),
                                query(expand + filter + QStringLiteral("&$top=200")));
    const Instant now = systemNow();
    return eachPage(
        url,
        [&](const QJsonObject& page) {
            for (const QJsonValue& entity : page[QLatin1String("value")].toArray())
                readStream(
                    entity.toObject(), multi, [this](const QString& id) { return newStream(id); }, now, into);
            if (progress)
                progress(-1, Text::tr("%n Messreihen", nullptr, static_cast<int>(into.datastreams.size())));
            return true;
        },
        cancel);
}

Result<SourceSnapshot> SensorThingsSource::fetchAll(const CancellationToken& cancel, const ProgressSink& progress)
{
    SourceSnapshot all;
    TWIN_CHECK(readRoot(cancel));
    TWIN_CHECK(findLastId(cancel)); // before the catalogue: what arrives meanwhile is read twice, never missed
    TWIN_CHECK(readStreams(false, all, cancel, progress));
    if (m_hasMulti)
        TWIN_CHECK(readStreams(true, all, cancel, progress));
    return all;
}

QString SensorThingsSource::changesFilter(const observe::SeriesBook& book) const
{
    const std::lock_guard lock(m_mutex);
    if (m_lastId)
        return QStringLiteral("$filter=id gt %1&$orderby=id asc").arg(static_cast<qint64>(*m_lastId));
    const Milliseconds overlap =
        std::max<Milliseconds>(std::chrono::minutes(5), 2 * book.usualInterval().value_or(Milliseconds(0)));
    return QStringLiteral("$filter=phenomenonTime gt %1&$orderby=phenomenonTime asc")
        .arg(isoText(book.newest().value_or(systemNow()) - overlap));
}

Result<SourceSnapshot> SensorThingsSource::fetchChanges(const observe::SeriesBook& book,
                                                        const CancellationToken& cancel)
{
    SourceSnapshot changes;
    const QString expand =
        m_hasMulti ? QStringLiteral("&$expand=Datastream,MultiDatastream") : QStringLiteral("&$expand=Datastream");
    const Instant now = systemNow();
    bool isUnknown = false;
    std::vector<QJsonValue> ids;
    const auto read = [&](const QJsonObject& page) {
        for (const QJsonValue& item : page[QLatin1String("value")].toArray()) {
            const QJsonObject entity = item.toObject();
            ids.push_back(entity[QLatin1String("@iot.id")]);
            const QString path = entity.contains(QLatin1String("Datastream"))
                                     ? entityPath(QStringLiteral("Datastreams"),
                                                  entity[QLatin1String("Datastream")][QLatin1String("@iot.id")])
                                     : entityPath(QStringLiteral("MultiDatastreams"),
                                                  entity[QLatin1String("MultiDatastream")][QLatin1String("@iot.id")]);
            const bool isKnown = book.find(idPrefix() + path) || book.find(idPrefix() + path + QLatin1String("#0"));
            isUnknown = isUnknown || (!isKnown && settings().scope.isEmpty());
            if (!isKnown && !settings().scope.isEmpty())
                continue;
            if (!readObservation(entity, idPrefix(), path, now, changes.observations))
                changes.issues.push_back(
                    {QStringLiteral("record.unreadable"), QStringLiteral("Observation"), {{}, -1, path}});
        }
        return true;
    };
    TWIN_CHECK(eachPage(
        m_http.url(QStringLiteral("/Observations"), query(changesFilter(book) + expand + QStringLiteral("&$top=1000"))),
        read, cancel));
    if (isUnknown) {
        TWIN_CHECK(readStreams(false, changes, cancel, {}));
        if (m_hasMulti)
            TWIN_CHECK(readStreams(true, changes, cancel, {}));
    }
    // Only now: had a later page failed, the next try must begin where this one did. And only where the server proved
    // that it knows the filter.
    if (usesIds())
        for (const QJsonValue& id : ids)
            noteId(id);
    return changes;
}

Result<void> SensorThingsSource::history(const Datastream& stream, const TimeRange& range, const HistorySink& sink,
                                         const CancellationToken& cancel)
{
    QString path = stream.id.mid(idPrefix().size());
    const int component = isMulti(stream.id) ? path.section(QLatin1Char('#'), -1).toInt() : -1;
    if (component >= 0)
        path = path.section(QLatin1Char('#'), 0, -2);
    const QString text =
        QStringLiteral("$select=result,phenomenonTime,resultTime&$orderby=phenomenonTime asc&$filter=phenomenonTime ge "
                       "%1 and phenomenonTime le %2&$top=1000&$resultFormat=dataArray")
            .arg(isoText(range.from), isoText(range.to));
    std::optional<Instant> last;
    return eachPage(
        m_http.url(QLatin1Char('/') + pathPart(path) + QStringLiteral("/Observations"), query(text)),
        [&](const QJsonObject& object) {
            std::vector<Observation> page;
            readObservations(object, stream.id, component, systemNow(), page);
            // Rows inserted while we page come again on the next page.
            std::vector<Observation> fresh;
            for (Observation& observation : page) {
                if ((last && observation.observedAt <= *last) || !range.contains(observation.observedAt))
                    continue;
                last = observation.observedAt;
                fresh.push_back(std::move(observation));
            }
            return fresh.empty() || sink(std::move(fresh));
        },
        cancel);
}

Result<void> SensorThingsSource::push(const observe::SeriesBook& book, observe::PushQueue& queue,
                                      const CancellationToken& cancel)
{
    // A topic begins with the version, without a slash; its messages do not name the stream, so each has its own.
    const QString version = settings().url.path().section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    QSet<QString> paths;
    for (const Datastream& stream : book.streams())
        paths.insert(stream.id.mid(idPrefix().size()).section(QLatin1Char('#'), 0, 0));
    if (paths.size() > mostPushedStreams)
        return failure(ErrorCode::ResourceExhausted, Text::tr("Für Sofortmeldungen sind es zu viele Messreihen."));
    std::vector<net::MqttSubscription> topics;
    for (const QString& path : paths)
        topics.push_back({version + QLatin1Char('/') + path + QStringLiteral("/Observations"), 1});
    net::MqttClient client(observe::mqttSettings(description(), settings(), QUrl(broker())));
    return client.run(
        topics,
        [&](net::MqttMessage&& message) {
            SourceSnapshot values;
            const auto json = observe::parseJson(message.payload, {message.topic, -1, {}});
            const QString path = message.topic.section(QLatin1Char('/'), 1, -2);
            if (!json || !readObservation(json->object(), idPrefix(), path, message.receivedAt, values.observations))
                values.issues.push_back({QStringLiteral("record.unreadable"), QStringLiteral("MQTT"), {{}, -1, path}});
            queue.add(std::move(values));
        },
        [&](const net::MqttEvent& event) { queue.heard(event); }, cancel);
}

} // namespace

const SourceDescription& description()
{
    static const SourceDescription text = [] {
        SourceDescription made;
        made.id = QStringLiteral("sensorthings");
        made.title = QStringLiteral("OGC SensorThings");
        made.standards = QStringLiteral("OGC SensorThings API 1.0, 1.1 (Sensing, DataArray, MultiDatastream, MQTT)");
        made.fragment = QStringLiteral("$filter");
        made.options = observe::httpOptions(60);
        for (SourceOption& option : observe::mqttOptions())
            made.options.push_back(std::move(option));
        made.hasHistory = true;
        made.hasPush = true;
        return made;
    }();
    return text;
}

std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http)
{
    return std::make_unique<SensorThingsSource>(settings, http);
}

namespace {

/// The service's root names its entity sets, whatever version it is.
bool isServiceRoot(const net::HttpResponse& answer)
{
    const auto json = observe::parseJson(answer.body, {});
    if (!json)
        return false;
    const QJsonArray sets = json->object()[QLatin1String("value")].toArray();
    return std::any_of(sets.begin(), sets.end(), [](const QJsonValue& set) {
        return set[QLatin1String("name")].toString() == QLatin1String("Datastreams");
    });
}

} // namespace

std::span<const observe::ProbeQuestion> probe()
{
    static constexpr std::array questions{
        observe::ProbeQuestion{"", false, isServiceRoot},
        observe::ProbeQuestion{"/v1.1", true, isServiceRoot},
        observe::ProbeQuestion{"/FROST-Server/v1.1", true, isServiceRoot},
    };
    return questions;
}

} // namespace twin::sensorthings

// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/FakeSensorThings.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int streams = 3;

QString iso(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

qint64 instantIn(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

FakeReply json(const QJsonObject& object)
{
    return {200, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

} // namespace

FakeSensorThings::FakeSensorThings() : FakeSensorThings(Behaviour()) {}

FakeSensorThings::FakeSensorThings(Behaviour behaviour)
    : m_behaviour(behaviour), m_server([this](const FakeRequest& request) { return answer(request); })
{
}

void FakeSensorThings::add(int stream, qint64 at, double value)
{
    const std::lock_guard lock(m_mutex);
    m_rows.push_back({m_nextId++, stream, at, value});
}

void FakeSensorThings::setDown(bool down)
{
    const std::lock_guard lock(m_mutex);
    m_down = down;
}

QUrl FakeSensorThings::root() const
{
    return m_server.url(QStringLiteral("/FROST-Server/v1.1"));
}

std::vector<std::pair<qint64, double>> FakeSensorThings::values(int stream) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::pair<qint64, double>> found;
    for (const Row& row : m_rows)
        if (row.stream == stream)
            found.emplace_back(row.at, row.value);
    std::sort(found.begin(), found.end());
    return found;
}

QJsonValue FakeSensorThings::idOf(qint64 number) const
{
    return m_behaviour.textIds ? QJsonValue(QStringLiteral("o'%1").arg(number)) : QJsonValue(number);
}

QJsonObject FakeSensorThings::streamEntity(int stream) const
{
    static const char* const properties[] = {"temperature", "relativeHumidity", "no2"};
    static const char* const units[] = {"°C", "%", "ug/m3"};
    QJsonArray last;
    const Row* newest = nullptr;
    for (const Row& row : m_rows)
        if (row.stream == stream && (!newest || row.at > newest->at))
            newest = &row;
    if (newest)
        last.append(QJsonObject{
            {"@iot.id"_L1, idOf(newest->id)}, {"phenomenonTime"_L1, iso(newest->at)}, {"result"_L1, newest->value}});
    const QJsonObject place{{"type"_L1, "Point"_L1}, {"coordinates"_L1, QJsonArray{7.465, 51.514}}};
    const QJsonObject thing{{"@iot.id"_L1, idOf(1)},
                            {"name"_L1, "Klima 12"_L1},
                            {"properties"_L1, QJsonObject{{"type"_L1, "WeatherObserved"_L1}}},
                            {"Locations"_L1, QJsonArray{QJsonObject{{"location"_L1, place}}}}};
    return {{"@iot.id"_L1, idOf(stream)},
            {"name"_L1, QLatin1String(properties[stream])},
            {"unitOfMeasurement"_L1, QJsonObject{{"symbol"_L1, QString::fromUtf8(units[stream])}}},
            {"Thing"_L1, thing},
            {"ObservedProperty"_L1, QJsonObject{{"name"_L1, QLatin1String(properties[stream])}}},
            {"Observations"_L1, last}};
}

FakeReply FakeSensorThings::answer(const FakeRequest& request)
{
    const std::lock_guard lock(m_mutex);
    ++m_count;
    if (m_down || (m_behaviour.failEvery > 0 && m_count % m_behaviour.failEvery == 0))
        return {503, "down"};
    const QString path = request.url.path(QUrl::FullyDecoded).mid(QStringLiteral("/FROST-Server/v1.1").size());
    if (path.isEmpty()) {
        // A FROST-Server says so; only then are its ids trusted to count up.
        const QJsonArray conformance{m_behaviour.noIdFilter
                                         ? "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel"_L1
                                         : "https://github.com/FraunhoferIOSB/FROST-Server/blob/develop/docs"_L1};
        return json({{"value"_L1, QJsonArray{QJsonObject{{"name"_L1, "Datastreams"_L1}}}},
                     {"serverSettings"_L1, QJsonObject{{"conformance"_L1, conformance}}}});
    }
    if (path == QLatin1String("/Datastreams")) {
        QJsonArray list;
        for (int i = 0; i < streams; ++i)
            list.append(streamEntity(i));
        return json({{"value"_L1, list}});
    }
    static const QRegularExpression one(QStringLiteral("^/Datastreams\\((?:'o'')?(\\d+)'?\\)/Observations$"));
    if (const auto match = one.match(path); match.hasMatch())
        return observations(request, match.captured(1).toInt());
    if (path == QLatin1String("/Observations"))
        return observations(request, -1);
    return {404, "{}"};
}

FakeReply FakeSensorThings::observations(const FakeRequest& request, int stream)
{
    const QString filter = request.query(QStringLiteral("$filter"));
    static const QRegularExpression byId(QStringLiteral("^id gt (\\d+)$"));
    static const QRegularExpression after(QStringLiteral("phenomenonTime g[te] (\\S+)"));
    static const QRegularExpression until(QStringLiteral("phenomenonTime le (\\S+)"));
    std::vector<Row> rows;
    const auto id = byId.match(filter);
    const bool usesId = id.hasMatch() || request.query(QStringLiteral("$orderby")).startsWith(QLatin1String("id"));
    if (usesId && (m_behaviour.noIdFilter || m_behaviour.textIds))
        return {400, R"({"message":"unknown path"})"};
    for (const Row& row : m_rows) {
        const bool wanted = (stream < 0 || row.stream == stream) &&
                            (!id.hasMatch() || row.id > id.captured(1).toLongLong()) &&
                            (!after.match(filter).hasMatch() || row.at >= instantIn(after.match(filter).captured(1))) &&
                            (!until.match(filter).hasMatch() || row.at <= instantIn(until.match(filter).captured(1)));
        if (wanted)
            rows.push_back(row);
    }
    if (request.query(QStringLiteral("$orderby")).startsWith(QLatin1String("phenomenonTime")))
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.at < b.at; });
    if (request.query(QStringLiteral("$orderby")).endsWith(QLatin1String("desc")))
        std::reverse(rows.begin(), rows.end());
    return page(rows, request, stream);
}

FakeReply FakeSensorThings::page(std::vector<Row> rows, const FakeRequest& request, int stream)
{
    const qsizetype skip = request.query(QStringLiteral("$skip")).toLongLong();
    qsizetype size = std::min<qsizetype>(m_behaviour.pageSize, request.query(QStringLiteral("$top")).toLongLong());
    if (m_behaviour.shortPages && m_count % 3 == 0)
        size = std::max<qsizetype>(1, size / 2);
    const qsizetype end = std::min<qsizetype>(skip + size, static_cast<qsizetype>(rows.size()));
    const bool dataArray =
        request.query(QStringLiteral("$resultFormat")) == QLatin1String("dataArray") && !m_behaviour.plainResults;
    QJsonArray list;
    for (qsizetype i = skip; i < end; ++i) {
        const Row& row = rows[static_cast<std::size_t>(i)];
        if (dataArray)
            list.append(QJsonArray{iso(row.at), QJsonValue::Null, row.value});
        else
            list.append(QJsonObject{{"@iot.id"_L1, idOf(row.id)},
                                    {"phenomenonTime"_L1, iso(row.at)},
                                    {"result"_L1, row.value},
                                    {"Datastream"_L1, QJsonObject{{"@iot.id"_L1, idOf(row.stream)}}}});
    }
    QJsonObject object{{"value"_L1, list}};
    if (dataArray)
        object[QStringLiteral("value")] = QJsonArray{QJsonObject{
            {"components"_L1, QJsonArray{"phenomenonTime"_L1, "resultTime"_L1, "result"_L1}}, {"dataArray"_L1, list}}};
    if (m_behaviour.wrongCount)
        object.insert(QStringLiteral("@iot.count"), 3);
    if (end < static_cast<qsizetype>(rows.size())) {
        QString query = request.url.query(QUrl::FullyEncoded);
        query.remove(QRegularExpression(QStringLiteral("&?\\$skip=\\d+")));
        QUrl next = m_server.url(request.url.path());
        if (m_behaviour.innerHost)
            next = QUrl(QStringLiteral("http://frost.innen:8080") + request.url.path());
        if (m_behaviour.foreignNext)
            next = QUrl(QStringLiteral("https://evil.example/anderswo"));
        next.setQuery(query + QStringLiteral("&$skip=%1").arg(m_behaviour.selfLoop ? skip : end));
        object.insert(QStringLiteral("@iot.nextLink"), next.toString(QUrl::FullyEncoded));
        if (m_behaviour.insertWhilePaging && stream >= 0)
            m_rows.push_back({m_nextId++, stream, rows.front().at - 1000, 0.5});
    }
    FakeReply reply = json(object);
    if (m_behaviour.errorTail)
        reply.body = reply.body.left(reply.body.size() / 2) + R"({"error":"out of memory"})";
    return reply;
}

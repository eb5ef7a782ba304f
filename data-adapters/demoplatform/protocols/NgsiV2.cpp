// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/NgsiV2.h"

#include "demoplatform/http/ConditionParser.h"

#include <algorithm>

#include <QJsonDocument>

namespace twin::demoplatform {
namespace {

Response wrong(int status, const char* error, const QString& description)
{
    return Response::json(
        {{QStringLiteral("error"), QLatin1String(error)}, {QStringLiteral("description"), description}}, status);
}

QJsonObject attribute(const char* type, const QJsonValue& value, const QJsonObject& metadata = {})
{
    return {{QStringLiteral("type"), QLatin1String(type)},
            {QStringLiteral("value"), value},
            {QStringLiteral("metadata"), metadata}};
}

QJsonObject time(std::int64_t ms)
{
    return {{QStringLiteral("type"), QStringLiteral("DateTime")},
            {QStringLiteral("value"), QString::fromLatin1(isoOf(ms))}};
}

QJsonValue valueOf(const Reading& reading)
{
    return reading.text != nullptr ? QJsonValue(QLatin1String(reading.text)) : QJsonValue(reading.value);
}

/// "latitude,longitude;…": the other way round than everywhere else.
Ring ringOf(const QString& coordinates)
{
    Ring ring;
    for (const QString& pair : coordinates.split(u';', Qt::SkipEmptyParts))
        ring.emplace_back(pair.section(u',', 1, 1).toDouble(), pair.section(u',', 0, 0).toDouble());
    return ring;
}

} // namespace

Response NgsiV2::answer(const Request& request, const QString& path, std::int64_t now) const
{
    if (request.method != "GET" && request.method != "HEAD")
        return wrong(405, "MethodNotAllowed", QStringLiteral("Only reading is supported"));
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() == 1 && parts[0] == QLatin1String("types"))
        return types(request, now);
    if (parts.isEmpty() || parts[0] != QLatin1String("entities"))
        return wrong(404, "NotFound", QStringLiteral("service not found"));
    if (parts.size() == 1)
        return entities(request, now);
    if (parts.size() == 4 && parts[2] == QLatin1String("attrs"))
        return history(request, parts[1], parts[3], now);
    const Thing* thing = parts.size() == 2 ? m_readings.catalogue().find(parts[1]) : nullptr;
    if (thing == nullptr)
        return wrong(404, "NotFound", QStringLiteral("The requested entity has not been found. Check type and id"));
    return Response::json(entity(*thing, request, now, false));
}

QJsonObject NgsiV2::entity(const Thing& thing, const Request& request, std::int64_t now, bool withTimes) const
{
    const DataSet& set = m_readings.catalogue().dataSetOf(thing);
    const bool isSimple = request.value("options").contains(QLatin1String("keyValues"));
    const QStringList wanted = request.value("attrs").split(u',', Qt::SkipEmptyParts);
    const bool wantsAll = wanted.isEmpty() || wanted.contains(QStringLiteral("*"));
    QJsonObject json{{QStringLiteral("id"), thing.id}, {QStringLiteral("type"), set.type}};
    const auto add = [&](const QString& name, const QJsonObject& value) {
        if (wantsAll || wanted.contains(name))
            json[name] = isSimple ? value.value(QStringLiteral("value")) : QJsonValue(value);
    };
    const Whereabouts where = m_readings.whereabouts(thing, now);
    add(QStringLiteral("location"), attribute("geo:json", QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                                                                      {QStringLiteral("coordinates"),
                                                                       QJsonArray{where.longitude, where.latitude}}}));
    add(QStringLiteral("name"), attribute("Text", thing.name));
    add(QStringLiteral("source"), attribute("Text", demoLabel()));
    add(QStringLiteral("dataProvider"), attribute("Text", set.realSource));
    add(QStringLiteral("actionField"), attribute("Number", set.actionField));
    std::int64_t modified = Readings::begin;
    for (std::size_t p = 0; p < set.properties.size(); ++p) {
        const Property& property = set.properties[p];
        const auto reading = m_readings.latest(thing.firstStream + int(p), now);
        if (!reading)
            continue;
        modified = std::max(modified, reading->measuredAt);
        QJsonObject metadata{{QStringLiteral("TimeInstant"), time(reading->observedAt)}};
        if (!property.isText())
            metadata[QStringLiteral("unitCode")] = QJsonObject{{QStringLiteral("type"), QStringLiteral("Text")},
                                                               {QStringLiteral("value"), property.unitCode}};
        add(property.name, attribute(property.isText() ? "Text" : "Number", valueOf(*reading), metadata));
    }
    if (withTimes || wanted.contains(QStringLiteral("dateModified")))
        json[QStringLiteral("dateModified")] =
            isSimple ? time(modified).value(QStringLiteral("value")) : QJsonValue(time(modified));
    return json;
}

Response NgsiV2::entities(const Request& request, std::int64_t now) const
{
    const qint64 limit = request.number("limit", usualLimit, mostEntities);
    const qint64 offset = request.number("offset", 0, 1'000'000'000);
    const auto condition = Condition::parse(request.value("q"));
    const Ring ring = ringOf(request.value("coords"));
    if (limit < 1 || offset < 0 || !condition || (request.has("georel") && ring.size() < 4))
        return wrong(400, "BadRequest", QStringLiteral("The query is not valid"));
    const QByteArray service = request.header("fiware-service").toLower();
    const QStringList types = request.value("type").split(u',', Qt::SkipEmptyParts);
    const QStringList ids = request.value("id").split(u',', Qt::SkipEmptyParts);
    QJsonArray page;
    qint64 count = 0;
    for (const Thing& thing : m_readings.catalogue().things()) {
        if ((!service.isEmpty() && (service == "schwerte") != thing.isInSchwerte) ||
            (!types.isEmpty() && !types.contains(m_readings.catalogue().dataSetOf(thing).type)) ||
            (!ids.isEmpty() && !ids.contains(thing.id)))
            continue;
        if (!ring.empty()) {
            const Whereabouts where = m_readings.whereabouts(thing, now);
            if (!containsPlace(ring, where.longitude, where.latitude))
                continue;
        }
        if (request.has("q") && !condition->matches(entity(thing, {}, now, true)))
            continue;
        if (count++ >= offset && page.size() < limit)
            page.append(entity(thing, request, now, false));
    }
    Response response = Response::text(200, "application/json", QJsonDocument(page).toJson(QJsonDocument::Compact));
    if (request.value("options").contains(QLatin1String("count")))
        response.headers.emplace_back("Fiware-Total-Count", QByteArray::number(count));
    return response;
}

Response NgsiV2::types(const Request& request, std::int64_t) const
{
    const qint64 limit = request.number("limit", usualLimit, mostEntities);
    QJsonArray list;
    QStringList seen;
    for (const DataSet& set : m_readings.catalogue().dataSets())
        if (!seen.contains(set.type) && list.size() < limit) {
            seen.append(set.type);
            list.append(QJsonObject{{QStringLiteral("type"), set.type},
                                    {QStringLiteral("attrs"), QJsonObject()},
                                    {QStringLiteral("count"), 1}});
        }
    return Response::text(200, "application/json", QJsonDocument(list).toJson(QJsonDocument::Compact));
}

/// QuantumLeap 0.8: GET /v2/entities/ID/attrs/NAME.
Response NgsiV2::history(const Request& request, const QString& id, const QString& attribute, std::int64_t now) const
{
    const auto nothing = [] {
        return wrong(404, "Not Found", QStringLiteral("No records were found for such query."));
    };
    const Thing* thing = m_readings.catalogue().find(id);
    if (thing == nullptr)
        return nothing();
    const auto& properties = m_readings.catalogue().dataSetOf(*thing).properties;
    const auto property =
        std::find_if(properties.begin(), properties.end(), [&](const Property& p) { return p.name == attribute; });
    const qint64 limit = request.number("limit", mostRows, mostRows);
    const qint64 offset = request.number("offset", 0, 1'000'000'000);
    const qint64 last = request.number("lastN", 0, mostRows);
    const auto from = request.has("fromDate") ? instantOf(request.value("fromDate")) : std::optional(Readings::begin);
    const auto to = request.has("toDate") ? instantOf(request.value("toDate")) : std::optional(now);
    if (limit < 0 || offset < 0 || last < 0 || !from || !to)
        return wrong(400, "Bad Request", QStringLiteral("The query is not valid"));
    if (property == properties.end())
        return nothing();
    const int stream = thing->firstStream + int(property - properties.begin());
    ReadingRange range = m_readings.range(stream, *from, *to, now);
    range.first += offset;
    if (last > 0)
        range.first = std::max<std::int64_t>(range.first, range.last - last + 1);
    QJsonArray index, values;
    for (std::int64_t i = range.first; i <= range.last && index.size() < limit; ++i)
        if (const auto reading = m_readings.reading(stream, i)) {
            index.append(
                QString::fromLatin1(isoOf(reading->observedAt)).replace(QStringLiteral("Z"), QStringLiteral("+00:00")));
            values.append(valueOf(*reading));
        }
    if (index.isEmpty())
        return nothing();
    return Response::json({{QStringLiteral("attrName"), attribute},
                           {QStringLiteral("entityId"), id},
                           {QStringLiteral("index"), index},
                           {QStringLiteral("values"), values}});
}

} // namespace twin::demoplatform

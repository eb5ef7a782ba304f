// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/NgsiLd.h"

#include "demoplatform/http/ConditionParser.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QJsonDocument>

namespace twin::demoplatform {
namespace {

constexpr const char* contextLink =
    "<https://raw.githubusercontent.com/smart-data-models/data-models/master/context.jsonld>; "
    "rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"";

QJsonObject property(const QJsonValue& value, EntityForm form)
{
    if (form == EntityForm::Concise)
        return {{QStringLiteral("value"), value}};
    return {{QStringLiteral("type"), QStringLiteral("Property")}, {QStringLiteral("value"), value}};
}

QStringList namesIn(const QString& text)
{
    QStringList names;
    for (const QString& name : text.split(u',', Qt::SkipEmptyParts))
        names.append(shortName(name.trimmed()));
    return names;
}

EntityForm formOf(const Request& request)
{
    const QStringList options = (request.value("options") + u',' + request.value("format")).split(u',');
    if (options.contains(QStringLiteral("keyValues")) || options.contains(QStringLiteral("simplified")))
        return EntityForm::KeyValues;
    return options.contains(QStringLiteral("concise")) ? EntityForm::Concise : EntityForm::Normalized;
}

bool hasSystemTimes(const Request& request)
{
    return request.value("options").contains(QLatin1String("sysAttrs"));
}

/// @returns the ring or point of georel's coordinates; empty: malformed.
Ring ringOf(const QString& coordinates)
{
    QJsonValue value = QJsonDocument::fromJson(coordinates.toUtf8()).array();
    while (value.isArray() && value.toArray().first().isArray() && value.toArray().first().toArray().first().isArray())
        value = value.toArray().first();
    Ring ring;
    const QJsonArray array = value.toArray();
    if (!array.isEmpty() && array[0].isDouble())
        ring.emplace_back(array[0].toDouble(), array[1].toDouble());
    else
        for (const QJsonValue& pair : array)
            ring.emplace_back(pair.toArray().at(0).toDouble(), pair.toArray().at(1).toDouble());
    return ring;
}

Response withContext(Response response, const Request& request)
{
    response.headers.emplace_back("Link", contextLink);
    if (request.header("accept").contains("ld+json"))
        response.type = "application/ld+json";
    return response;
}

Response array(const QJsonArray& list, const Request& request)
{
    return withContext(Response::text(200, "application/json", QJsonDocument(list).toJson(QJsonDocument::Compact)),
                       request);
}

} // namespace

QString shortName(const QString& name)
{
    const qsizetype mark = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'#'));
    return name.mid(mark + 1);
}

Response NgsiLd::problem(int status, const char* type, const QString& title)
{
    return Response::json(
        {{QStringLiteral("type"), QStringLiteral("https://uri.etsi.org/ngsi-ld/errors/") + QLatin1String(type)},
         {QStringLiteral("title"), title},
         {QStringLiteral("status"), status}},
        status);
}

Response NgsiLd::answer(const Request& request, const QString& path, std::int64_t now) const
{
    if (request.method != "GET" && request.method != "HEAD")
        return problem(405, "OperationNotSupported", QStringLiteral("Only reading is supported here"));
    const QByteArray tenant = request.header("ngsild-tenant").toLower();
    if (!tenant.isEmpty() && tenant != "dortmund" && tenant != "schwerte")
        return problem(404, "NonexistentTenant", QStringLiteral("There is no tenant of this name"));
    const QString entitiesPath = QStringLiteral("/entities");
    const QString temporalPath = QStringLiteral("/temporal/entities");
    if (path == entitiesPath || path == entitiesPath + u'/')
        return entities(request, now);
    if (path.startsWith(entitiesPath + u'/'))
        return oneEntity(request, path.mid(entitiesPath.size() + 1), now);
    if (path == temporalPath || path == temporalPath + u'/')
        return temporal(request, {}, now);
    if (path.startsWith(temporalPath + u'/'))
        return temporal(request, path.mid(temporalPath.size() + 1), now);
    if (path == QLatin1String("/types"))
        return types(request);
    return problem(404, "ResourceNotFound", QStringLiteral("No such resource"));
}

QJsonObject NgsiLd::entity(const Thing& thing, EntityForm form, const QStringList& attributes, std::int64_t now,
                           bool withSystemTimes) const
{
    const DataSet& set = m_readings.catalogue().dataSetOf(thing);
    QJsonObject entity{{QStringLiteral("id"), thing.id}, {QStringLiteral("type"), set.type}};
    const auto isWanted = [&attributes](const QString& name) {
        return attributes.isEmpty() || attributes.contains(name);
    };
    const auto add = [&](const char* key, const QJsonValue& value) {
        const QString name = QLatin1String(key);
        if (isWanted(name))
            entity[name] = form == EntityForm::KeyValues ? value : QJsonValue(property(value, form));
    };
    const Whereabouts where = m_readings.whereabouts(thing, now);
    if (isWanted(QStringLiteral("location"))) {
        const QJsonObject point{{QStringLiteral("type"), QStringLiteral("Point")},
                                {QStringLiteral("coordinates"), QJsonArray{where.longitude, where.latitude}}};
        if (form == EntityForm::Normalized)
            entity[QStringLiteral("location")] =
                QJsonObject{{QStringLiteral("type"), QStringLiteral("GeoProperty")}, {QStringLiteral("value"), point}};
        else
            entity[QStringLiteral("location")] =
                form == EntityForm::KeyValues ? QJsonValue(point) : QJsonValue(property(point, form));
    }
    add("name", thing.name);
    add("source", demoLabel());
    add("dataProvider", set.realSource);
    add("actionField", set.actionField);
    add("category", QJsonArray{QStringLiteral("Handlungsfeld %1").arg(set.actionField)});
    add("address", QJsonObject{{QStringLiteral("addressLocality"),
                                thing.isInSchwerte ? QStringLiteral("Schwerte") : QStringLiteral("Dortmund")},
                               {QStringLiteral("addressCountry"), QStringLiteral("DE")}});
    std::int64_t newest = 0;
    std::int64_t modified = Readings::begin;
    for (std::size_t p = 0; p < set.properties.size(); ++p) {
        const Property& measured = set.properties[p];
        const auto reading = m_readings.latest(thing.firstStream + int(p), now);
        if (!reading)
            continue;
        modified = std::max(modified, reading->measuredAt);
        if (!isWanted(measured.name))
            continue;
        newest = std::max(newest, reading->observedAt);
        const QJsonValue value =
            reading->text != nullptr ? QJsonValue(QLatin1String(reading->text)) : QJsonValue(reading->value);
        if (form == EntityForm::KeyValues) {
            entity[measured.name] = value;
            continue;
        }
        QJsonObject object = property(value, form);
        object[QStringLiteral("observedAt")] = QString::fromLatin1(isoOf(reading->observedAt));
        if (!measured.isText())
            object[QStringLiteral("unitCode")] = measured.unitCode;
        entity[measured.name] = object;
    }
    if (newest > 0)
        add("dateObserved", QJsonObject{{QStringLiteral("@type"), QStringLiteral("DateTime")},
                                        {QStringLiteral("@value"), QString::fromLatin1(isoOf(newest))}});
    if (withSystemTimes) {
        entity[QStringLiteral("createdAt")] = QString::fromLatin1(isoOf(Readings::begin));
        entity[QStringLiteral("modifiedAt")] = QString::fromLatin1(isoOf(modified));
    }
    return entity;
}

Result<std::vector<const Thing*>> NgsiLd::selected(const Request& request, std::int64_t now) const
{
    const QStringList types = namesIn(request.value("type"));
    const QStringList ids = request.value("id").split(u',', Qt::SkipEmptyParts);
    const QByteArray tenant = request.header("ngsild-tenant").toLower();
    TWIN_TRY(const Condition condition, Condition::parse(request.value("q")));
    const QStringList relation = request.value("georel").split(u';');
    const Ring ring = ringOf(request.value("coordinates"));
    const bool isNear = relation[0] == QLatin1String("near");
    if (request.has("georel") && ((isNear && ring.size() != 1) || (!isNear && ring.size() < 4)))
        return failure(ErrorCode::InvalidParameter, QStringLiteral("georel needs geometry and coordinates"));
    const double metres = isNear && relation.size() > 1 ? relation[1].section(u'=', -1).toDouble() : 0;
    std::vector<const Thing*> found;
    for (const Thing& thing : m_readings.catalogue().things()) {
        if (!types.isEmpty() && !types.contains(m_readings.catalogue().dataSetOf(thing).type))
            continue;
        if (!ids.isEmpty() && !ids.contains(thing.id))
            continue;
        if (!tenant.isEmpty() && (tenant == "schwerte") != thing.isInSchwerte)
            continue;
        if (!ring.empty()) {
            const Whereabouts where = m_readings.whereabouts(thing, now);
            if (isNear ? distanceMetres(where.longitude, where.latitude, ring[0].first, ring[0].second) > metres
                       : !containsPlace(ring, where.longitude, where.latitude))
                continue;
        }
        if (request.has("q") && !condition.matches(entity(thing, EntityForm::Normalized, {}, now, true)))
            continue;
        found.push_back(&thing);
    }
    return found;
}

Response NgsiLd::entities(const Request& request, std::int64_t now) const
{
    if (!request.has("type") && !request.has("id") && !request.has("q") && !request.has("georel") &&
        !request.has("attrs"))
        return problem(400, "BadRequestData", QStringLiteral("One of type, id, attrs, q or georel is needed"));
    const qint64 limit = request.number("limit", usualLimit, mostEntities);
    const qint64 offset = request.number("offset", 0, 1'000'000'000);
    const bool counts = request.value("count") == QLatin1String("true");
    if (limit < 0 || offset < 0 || (limit == 0 && !counts))
        return problem(400, "BadRequestData", QStringLiteral("limit must be 1 … 1000, offset 0 or more"));
    const auto found = selected(request, now);
    if (!found)
        return problem(400, "BadRequestData", found.error().summary);
    QJsonArray list;
    const QStringList attributes = namesIn(request.value("attrs"));
    for (qint64 i = offset; i < std::min<qint64>(offset + limit, qint64(found->size())); ++i)
        list.append(entity(*(*found)[std::size_t(i)], formOf(request), attributes, now, hasSystemTimes(request)));
    Response response = array(list, request);
    if (counts)
        response.headers.emplace_back("NGSILD-Results-Count", QByteArray::number(qint64(found->size())));
    if (!request.header("ngsild-tenant").isEmpty())
        response.headers.emplace_back("NGSILD-Tenant", request.header("ngsild-tenant"));
    return response;
}

Response NgsiLd::oneEntity(const Request& request, const QString& id, std::int64_t now) const
{
    const Thing* thing = m_readings.catalogue().find(id);
    if (thing == nullptr)
        return problem(404, "ResourceNotFound", QStringLiteral("No such entity"));
    return withContext(
        Response::json(entity(*thing, formOf(request), namesIn(request.value("attrs")), now, hasSystemTimes(request))),
        request);
}

Response NgsiLd::types(const Request& request) const
{
    QStringList names;
    for (const DataSet& set : m_readings.catalogue().dataSets())
        if (!names.contains(set.type))
            names.append(set.type);
    return withContext(Response::json({{QStringLiteral("id"), QStringLiteral("urn:ngsi-ld:EntityTypeList:1")},
                                       {QStringLiteral("type"), QStringLiteral("EntityTypeList")},
                                       {QStringLiteral("typeList"), QJsonArray::fromStringList(names)}}),
                       request);
}

Response NgsiLd::temporal(const Request& request, const QString& id, std::int64_t now) const
{
    std::vector<const Thing*> things;
    if (!id.isEmpty()) {
        const Thing* thing = m_readings.catalogue().find(id);
        if (thing == nullptr)
            return problem(404, "ResourceNotFound", QStringLiteral("No such entity"));
        things.push_back(thing);
    } else if (!request.has("timerel")) {
        return problem(400, "BadRequestData", QStringLiteral("timerel and timeAt are needed"));
    } else {
        auto found = selected(request, now);
        if (!found)
            return problem(400, "BadRequestData", found.error().summary);
        const qint64 limit = request.number("limit", usualLimit, 100);
        const qint64 offset = request.number("offset", 0, 1'000'000);
        if (limit < 1 || offset < 0)
            return problem(400, "BadRequestData", QStringLiteral("limit must be 1 … 100"));
        for (qint64 i = offset; i < std::min<qint64>(offset + limit, qint64(found->size())); ++i)
            things.push_back((*found)[std::size_t(i)]);
    }
    if (request.has("timerel") && !instantOf(request.value("timeAt")))
        return problem(400, "BadRequestData", QStringLiteral("timeAt is no date and time"));
    std::int64_t cutAt = 0;
    QJsonArray list;
    for (const Thing* thing : things)
        list.append(history(*thing, request, now, cutAt));
    Response response = id.isEmpty() ? array(list, request) : withContext(Response::json(list[0].toObject()), request);
    if (cutAt > 0) {
        response.status = 206;
        response.headers.emplace_back("Content-Range",
                                      "date-time " + request.value("timeAt").toLatin1() + "-" + isoOf(cutAt) + "/*");
    }
    return response;
}

QJsonObject NgsiLd::history(const Thing& thing, const Request& request, std::int64_t now, std::int64_t& cutAt) const
{
    const DataSet& set = m_readings.catalogue().dataSetOf(thing);
    const QString relation = request.value("timerel");
    const std::int64_t at = instantOf(request.value("timeAt")).value_or(now);
    const std::int64_t end = instantOf(request.value("endTimeAt")).value_or(now);
    const std::int64_t from =
        relation == QLatin1String("after") || relation == QLatin1String("between") ? at : Readings::begin;
    const std::int64_t to = relation == QLatin1String("before")    ? at - 1
                            : relation == QLatin1String("between") ? end - 1
                                                                   : now;
    const qint64 last = request.number("lastN", 0, mostTemporal);
    const QStringList wanted = namesIn(request.value("attrs"));
    const bool isCompact = request.value("options").contains(QLatin1String("temporalValues")) ||
                           request.value("format").contains(QLatin1String("temporalValues"));
    QJsonObject entity{{QStringLiteral("id"), thing.id}, {QStringLiteral("type"), set.type}};
    for (std::size_t p = 0; p < set.properties.size(); ++p) {
        const Property& measured = set.properties[p];
        if (!wanted.isEmpty() && !wanted.contains(measured.name))
            continue;
        const int stream = thing.firstStream + int(p);
        ReadingRange range = m_readings.range(stream, from, to, now);
        if (last > 0)
            range.first = std::max<std::int64_t>(range.first, range.last - last + 1);
        QJsonArray values;
        for (std::int64_t i = range.first; i <= range.last; ++i) {
            if (values.size() == mostTemporal) {
                cutAt = std::max(cutAt, m_readings.reading(stream, i - 1).value_or(Reading{}).observedAt);
                break;
            }
            const auto reading = m_readings.reading(stream, i);
            if (!reading)
                continue;
            const QJsonValue value =
                reading->text != nullptr ? QJsonValue(QLatin1String(reading->text)) : QJsonValue(reading->value);
            const QString time = QString::fromLatin1(isoOf(reading->observedAt));
            if (isCompact)
                values.append(QJsonArray{value, time});
            else
                values.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("Property")},
                                          {QStringLiteral("value"), value},
                                          {QStringLiteral("observedAt"), time}});
        }
        entity[measured.name] = isCompact ? QJsonValue(QJsonObject{{QStringLiteral("type"), QStringLiteral("Property")},
                                                                   {QStringLiteral("values"), values}})
                                          : QJsonValue(values);
    }
    const bool wantsPlace = wanted.isEmpty() || wanted.contains(QStringLiteral("location"));
    if (wantsPlace && set.type == QLatin1String("Vehicle"))
        entity[QStringLiteral("location")] = places(thing, from, to, last, isCompact, now);
    return entity;
}

/// Where something that moves was, at the times of its first property.
QJsonValue NgsiLd::places(const Thing& thing, std::int64_t from, std::int64_t to, qint64 last, bool isCompact,
                          std::int64_t now) const
{
    ReadingRange range = m_readings.range(thing.firstStream, from, to, now);
    if (last > 0)
        range.first = std::max<std::int64_t>(range.first, range.last - last + 1);
    range.last = std::min<std::int64_t>(range.last, range.first + mostTemporal - 1);
    QJsonArray values;
    for (std::int64_t i = range.first; i <= range.last; ++i) {
        const auto reading = m_readings.reading(thing.firstStream, i);
        if (!reading)
            continue;
        const Whereabouts where = m_readings.whereabouts(thing, reading->measuredAt);
        const QJsonObject point{{QStringLiteral("type"), QStringLiteral("Point")},
                                {QStringLiteral("coordinates"), QJsonArray{where.longitude, where.latitude}}};
        const QString time = QString::fromLatin1(isoOf(reading->observedAt));
        if (isCompact)
            values.append(QJsonArray{point, time});
        else
            values.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("GeoProperty")},
                                      {QStringLiteral("value"), point},
                                      {QStringLiteral("observedAt"), time}});
    }
    if (!isCompact)
        return values;
    return QJsonObject{{QStringLiteral("type"), QStringLiteral("GeoProperty")}, {QStringLiteral("values"), values}};
}

} // namespace twin::demoplatform

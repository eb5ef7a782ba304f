// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/Subscriptions.h"

#include <QJsonDocument>
#include <QUrl>

namespace twin::demoplatform {
namespace {

constexpr std::size_t mostSubscriptions = 100;

bool isLoopback(const QString& uri)
{
    const QUrl url(uri);
    const bool isKnown = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("mqtt");
    const QString host = url.host();
    return isKnown &&
           (host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") || host == QLatin1String("::1"));
}

QStringList stringsOf(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& entry : value.toArray())
        list.append(shortName(entry.toString()));
    return list;
}

EntityForm formOf(const QString& format)
{
    if (format == QLatin1String("keyValues") || format == QLatin1String("simplified"))
        return EntityForm::KeyValues;
    return format == QLatin1String("concise") ? EntityForm::Concise : EntityForm::Normalized;
}

} // namespace

Response Subscriptions::answer(const Request& request, const QString& path, std::int64_t now)
{
    const QString id = path.mid(1);
    if (id.isEmpty() && request.method == "POST")
        return create(request, now);
    if (id.isEmpty() && (request.method == "GET" || request.method == "HEAD")) {
        QJsonArray list;
        for (const auto& [name, subscription] : m_subscriptions)
            list.append(described(name, subscription));
        return Response::text(200, "application/json", QJsonDocument(list).toJson(QJsonDocument::Compact));
    }
    const auto found = m_subscriptions.find(id);
    if (found == m_subscriptions.end())
        return NgsiLd::problem(404, "ResourceNotFound", QStringLiteral("No such subscription"));
    if (request.method == "GET" || request.method == "HEAD")
        return Response::json(described(id, found->second));
    if (request.method == "DELETE") {
        m_subscriptions.erase(found);
        return Response::text(204, {}, {});
    }
    return NgsiLd::problem(405, "OperationNotSupported", QStringLiteral("POST, GET and DELETE are supported"));
}

Response Subscriptions::create(const Request& request, std::int64_t now)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    const QJsonObject json = document.object();
    if (json.value(QStringLiteral("type")) != QLatin1String("Subscription") ||
        (json.value(QStringLiteral("entities")).toArray().isEmpty() &&
         json.value(QStringLiteral("watchedAttributes")).toArray().isEmpty()))
        return NgsiLd::problem(400, "BadRequestData",
                               QStringLiteral("A Subscription with entities or watchedAttributes is needed"));
    const QString uri = json.value(QStringLiteral("notification"))
                            .toObject()
                            .value(QStringLiteral("endpoint"))
                            .toObject()
                            .value(QStringLiteral("uri"))
                            .toString();
    if (!isLoopback(uri))
        return NgsiLd::problem(400, "BadRequestData", QStringLiteral("The endpoint must be http or mqtt on loopback"));
    if (m_subscriptions.size() >= mostSubscriptions)
        return NgsiLd::problem(429, "TooManySubscriptions", QStringLiteral("There are too many subscriptions"));
    QString id = json.value(QStringLiteral("id")).toString();
    if (id.isEmpty())
        id = QStringLiteral("urn:ngsi-ld:Subscription:demo-%1").arg(m_next++);
    if (m_subscriptions.contains(id))
        return NgsiLd::problem(409, "AlreadyExists", QStringLiteral("The subscription exists"));
    m_subscriptions[id] = {json, now, 0};
    Response response = Response::text(201, "application/json", {});
    response.headers.emplace_back("Location", "/ngsi-ld/v1/subscriptions/" + id.toUtf8());
    return response;
}

QJsonObject Subscriptions::described(const QString& id, const Subscription& subscription) const
{
    QJsonObject json = subscription.json;
    json[QStringLiteral("id")] = id;
    json[QStringLiteral("status")] = QStringLiteral("active");
    QJsonObject notification = json.value(QStringLiteral("notification")).toObject();
    notification[QStringLiteral("timesSent")] = subscription.sent;
    json[QStringLiteral("notification")] = notification;
    return json;
}

QJsonArray Subscriptions::changedEntities(const Subscription& subscription, std::int64_t since, std::int64_t now) const
{
    const QJsonObject notification = subscription.json.value(QStringLiteral("notification")).toObject();
    const QStringList attributes = stringsOf(notification.value(QStringLiteral("attributes")));
    const QStringList watched = stringsOf(subscription.json.value(QStringLiteral("watchedAttributes")));
    QStringList types, ids;
    for (const QJsonValue& entity : subscription.json.value(QStringLiteral("entities")).toArray()) {
        if (const QString type = shortName(entity.toObject().value(QStringLiteral("type")).toString()); !type.isEmpty())
            types.append(type);
        if (const QString id = entity.toObject().value(QStringLiteral("id")).toString(); !id.isEmpty())
            ids.append(id);
    }
    QJsonArray changed;
    for (const Thing& thing : m_readings.catalogue().things()) {
        const DataSet& set = m_readings.catalogue().dataSetOf(thing);
        if ((!types.isEmpty() && !types.contains(set.type)) || (!ids.isEmpty() && !ids.contains(thing.id)))
            continue;
        for (std::size_t p = 0; p < set.properties.size(); ++p) {
            if (!watched.isEmpty() && !watched.contains(set.properties[p].name))
                continue;
            const auto reading = m_readings.latest(thing.firstStream + int(p), now);
            const auto before = m_readings.latest(thing.firstStream + int(p), since);
            if (!reading || (before && before->index == reading->index))
                continue;
            changed.append(
                m_ngsi.entity(thing, formOf(notification.value(QStringLiteral("format")).toString()), attributes, now));
            break;
        }
    }
    return changed;
}

std::vector<Notification> Subscriptions::due(std::int64_t since, std::int64_t now)
{
    std::vector<Notification> list;
    for (auto& [id, subscription] : m_subscriptions) {
        const double throttling = subscription.json.value(QStringLiteral("throttling")).toDouble();
        if (double(now - subscription.lastSent) < throttling * 1000)
            continue;
        const QJsonArray data = changedEntities(subscription, throttling > 0 ? subscription.lastSent : since, now);
        if (data.isEmpty())
            continue;
        subscription.lastSent = now;
        ++subscription.sent;
        const QString time = QString::fromLatin1(isoOf(now));
        const QJsonObject body{
            {QStringLiteral("id"),
             QStringLiteral("urn:ngsi-ld:Notification:%1-%2").arg(id.section(u':', -1)).arg(subscription.sent)},
            {QStringLiteral("type"), QStringLiteral("Notification")},
            {QStringLiteral("subscriptionId"), id},
            {QStringLiteral("notifiedAt"), time},
            {QStringLiteral("data"), data}};
        const QString uri = subscription.json.value(QStringLiteral("notification"))
                                .toObject()
                                .value(QStringLiteral("endpoint"))
                                .toObject()
                                .value(QStringLiteral("uri"))
                                .toString();
        // Over MQTT the HTTP headers travel beside the body (ETSI GS CIM 009, 7.2).
        const QJsonObject message =
            uri.startsWith(QLatin1String("mqtt"))
                ? QJsonObject{{QStringLiteral("metadata"),
                               QJsonObject{{QStringLiteral("Content-Type"), QStringLiteral("application/json")}}},
                              {QStringLiteral("body"), body}}
                : body;
        list.push_back({uri, QJsonDocument(message).toJson(QJsonDocument::Compact)});
    }
    return list;
}

} // namespace twin::demoplatform

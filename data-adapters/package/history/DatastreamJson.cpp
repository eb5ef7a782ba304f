// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/DatastreamJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::package {
namespace {

QJsonArray toJson(const GeoPoint& point)
{
    return {point.latitude, point.longitude};
}

GeoPoint pointOf(const QJsonValue& value)
{
    return {value[0].toDouble(), value[1].toDouble()};
}

QJsonValue orNull(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

std::optional<double> numberOf(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

QByteArray datastreamToJson(const Datastream& stream)
{
    QJsonObject json{{QStringLiteral("source"), stream.source},
                     {QStringLiteral("thing"), stream.thing},
                     {QStringLiteral("thingType"), stream.thingType},
                     {QStringLiteral("thingTitle"), stream.thingTitle},
                     {QStringLiteral("property"), stream.property},
                     {QStringLiteral("title"), stream.title},
                     {QStringLiteral("kind"), valueKindName(stream.kind)},
                     {QStringLiteral("unit"), stream.unit.ucum},
                     {QStringLiteral("field"), actionFieldName(stream.field)},
                     {QStringLiteral("licence"), stream.licence},
                     {QStringLiteral("provider"), stream.provider},
                     {QStringLiteral("dataClass"), stream.dataClass},
                     {QStringLiteral("staleness"),
                      QJsonArray{qint64(stream.staleness.least.count()), qint64(stream.staleness.interval.count()),
                                 qint64(stream.staleness.ttl.count())}},
                     {QStringLiteral("least"), orNull(stream.least)},
                     {QStringLiteral("most"), orNull(stream.most)},
                     {QStringLiteral("demo"), stream.demo}};
    if (stream.position)
        json[QStringLiteral("position")] = toJson(*stream.position);
    QJsonArray rings;
    for (const auto& ring : stream.area) {
        QJsonArray points;
        for (const GeoPoint& point : ring)
            points.append(toJson(point));
        rings.append(points);
    }
    if (!rings.isEmpty())
        json[QStringLiteral("area")] = rings;
    if (!stream.feature.isNull()) {
        json[QStringLiteral("layer")] = stream.feature.layer;
        json[QStringLiteral("feature")] = stream.feature.id;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Datastream> datastreamFromJson(const QString& id, const QByteArray& bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    Datastream stream;
    stream.id = id;
    stream.source = text("source");
    stream.thing = text("thing");
    stream.thingType = text("thingType");
    stream.thingTitle = text("thingTitle");
    stream.property = text("property");
    stream.title = text("title");
    stream.kind = valueKindFromName(text("kind")).value_or(stream.kind);
    stream.unit.ucum = text("unit");
    stream.field = actionFieldFromName(text("field")).value_or(stream.field);
    stream.licence = text("licence");
    stream.provider = text("provider");
    stream.dataClass = json.value(QLatin1String("dataClass")).toString(stream.dataClass);
    const QJsonArray staleness = json.value(QLatin1String("staleness")).toArray();
    if (staleness.size() == 3)
        stream.staleness = {Milliseconds(staleness[0].toInteger()), Milliseconds(staleness[1].toInteger()),
                            Milliseconds(staleness[2].toInteger())};
    stream.least = numberOf(json.value(QLatin1String("least")));
    stream.most = numberOf(json.value(QLatin1String("most")));
    stream.demo = json.value(QLatin1String("demo")).toBool();
    if (json.contains(QLatin1String("position")))
        stream.position = pointOf(json.value(QLatin1String("position")));
    for (const QJsonValue& ring : json.value(QLatin1String("area")).toArray()) {
        std::vector<GeoPoint> points;
        for (const QJsonValue& point : ring.toArray())
            points.push_back(pointOf(point));
        stream.area.push_back(std::move(points));
    }
    stream.feature.layer = text("layer");
    stream.feature.id = text("feature");
    return stream;
}

} // namespace twin::package

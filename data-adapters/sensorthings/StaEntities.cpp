// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensorthings/StaEntities.h"

#include "model/observe/ObservedProperty.h"
#include "observe/JsonValues.h"

#include <limits>

#include <QJsonArray>

namespace twin::sensorthings {
namespace {

constexpr QLatin1String idKey("@iot.id");

Unit unitOf(const QJsonObject& unit)
{
    // Symbol, definition and name are filled with varying care; the first that names a known unit counts.
    const QString definition = unit[QLatin1String("definition")].toString();
    const QString symbol = unit[QLatin1String("symbol")].toString();
    const QString name = unit[QLatin1String("name")].toString();
    for (const QString& text : {definition.section(QLatin1Char(':'), -1), symbol, name})
        if (const Unit known = Unit::fromText(text); known.isKnown())
            return known;
    return Unit::fromText(symbol.isEmpty() ? name : symbol);
}

ValueKind kindOf(const QString& observationType)
{
    if (observationType.endsWith(QLatin1String("OM_CategoryObservation")))
        return ValueKind::Category;
    if (observationType.endsWith(QLatin1String("OM_TruthObservation")))
        return ValueKind::Boolean;
    return ValueKind::Number;
}

std::optional<GeoPoint> positionOf(const QJsonObject& entity, const QJsonObject& thing)
{
    for (const QJsonValue& location : thing[QLatin1String("Locations")].toArray())
        if (const auto point = observe::pointFromGeoJson(location[QLatin1String("location")]))
            return point;
    return observe::pointFromGeoJson(entity[QLatin1String("observedArea")]);
}

void describeThing(Datastream& stream, const QJsonObject& entity, const QJsonObject& thing)
{
    const QJsonObject properties = thing[QLatin1String("properties")].toObject();
    stream.thing = entityPath(QStringLiteral("Things"), thing[idKey]);
    stream.thingTitle = thing[QLatin1String("name")].toString();
    if (stream.thing.isEmpty()) { // not expanded: the stream stands for itself
        stream.thing = stream.id;
        stream.thingTitle = entity[QLatin1String("name")].toString();
    }
    stream.thingType = properties[QLatin1String("type")].toString();
    stream.position = positionOf(entity, thing);
    stream.provider = properties[QLatin1String("provider")].toString();
    stream.demo = stream.demo || properties[QLatin1String("demo")].toBool();
    stream.field = actionFieldFromNumber(properties[QLatin1String("actionField")].toInt()).value_or(stream.field);
    for (const QLatin1String key : {QLatin1String("license"), QLatin1String("licence")})
        if (const QString licence = properties[key].toString(); !licence.isEmpty())
            stream.licence = licence;
}

/// "phenomenonTime" may be an instant, an interval or null; "resultTime" stands in.
std::optional<Instant> timeOf(const QJsonValue& phenomenon, const QJsonValue& result)
{
    if (const auto time = observe::instantFromJson(phenomenon))
        return time;
    return observe::instantFromJson(result);
}

Quality qualityOf(const QJsonValue& quality)
{
    return qualityFromName(quality.toString().toLower());
}

} // namespace

QString entityPath(const QString& set, const QJsonValue& id)
{
    if (id.isDouble()) {
        constexpr qint64 none = std::numeric_limits<qint64>::min();
        const qint64 number = id.toInteger(none); // of what is no whole number, too
        return number == none ? QString() : QStringLiteral("%1(%2)").arg(set).arg(number);
    }
    if (!id.isString() || id.toString().isEmpty())
        return {};
    return QStringLiteral("%1('%2')").arg(set, id.toString().replace(QLatin1Char('\''), QLatin1String("''")));
}

void readStream(const QJsonObject& entity, bool multi, const NewStream& newStream, Instant now, SourceSnapshot& into)
{
    const QString path =
        entityPath(multi ? QStringLiteral("MultiDatastreams") : QStringLiteral("Datastreams"), entity[idKey]);
    if (path.isEmpty()) {
        into.issues.push_back({QStringLiteral("record.unreadable"), QStringLiteral("entity without @iot.id"), {}});
        return;
    }
    const QJsonObject thing = entity[QLatin1String("Thing")].toObject();
    const QJsonArray properties = multi ? entity[QLatin1String("ObservedProperties")].toArray()
                                        : QJsonArray{entity[QLatin1String("ObservedProperty")]};
    const QJsonArray units = multi ? entity[QLatin1String("unitOfMeasurements")].toArray()
                                   : QJsonArray{entity[QLatin1String("unitOfMeasurement")]};
    const QJsonArray kinds = multi ? entity[QLatin1String("multiObservationDataTypes")].toArray()
                                   : QJsonArray{entity[QLatin1String("observationType")]};
    const qsizetype parts = multi ? std::max(units.size(), properties.size()) : 1;
    QString prefix;
    for (qsizetype i = 0; i < parts; ++i) {
        Datastream stream = newStream(multi ? path + QLatin1Char('#') + QString::number(i) : path);
        prefix = stream.id.left(stream.id.size() - (multi ? path.size() + 1 + QString::number(i).size() : path.size()));
        describeThing(stream, entity, thing);
        stream.property = properties.at(i)[QLatin1String("name")].toString();
        if (stream.property.isEmpty())
            stream.property = entity[QLatin1String("name")].toString();
        stream.unit = unitOf(units.at(i).toObject());
        stream.kind = kindOf(kinds.at(i).toString());
        describe(stream);
        into.datastreams.push_back(std::move(stream));
    }
    for (const QJsonValue& observation : entity[QLatin1String("Observations")].toArray())
        if (!readObservation(observation.toObject(), prefix, path, now, into.observations))
            into.issues.push_back({QStringLiteral("record.unreadable"), QStringLiteral("Observation"), {{}, -1, path}});
}

bool readObservation(const QJsonObject& entity, const QString& idPrefix, const QString& path, Instant now,
                     std::vector<Observation>& into)
{
    const auto time = timeOf(entity[QLatin1String("phenomenonTime")], entity[QLatin1String("resultTime")]);
    const QJsonValue result = entity[QLatin1String("result")];
    if (!time || result.isUndefined())
        return false;
    const bool multi = path.startsWith(QLatin1String("Multi"));
    if (multi != result.isArray())
        return false;
    const QJsonArray results = multi ? result.toArray() : QJsonArray{result};
    bool good = true;
    for (qsizetype i = 0; i < results.size(); ++i) {
        const auto value = observe::valueFromJson(results[i]);
        good = good && value.has_value();
        if (value)
            into.push_back({idPrefix + path + (multi ? QLatin1Char('#') + QString::number(i) : QString()), value->value,
                            *time, now, qualityOf(entity[QLatin1String("resultQuality")])});
    }
    return good;
}

int readObservations(const QJsonObject& page, const QString& streamId, int component, Instant now,
                     std::vector<Observation>& into)
{
    int unreadable = 0;
    const auto add = [&](const QJsonValue& phenomenon, const QJsonValue& resultTime, QJsonValue result,
                         const QJsonValue& quality) {
        const auto time = timeOf(phenomenon, resultTime);
        if (component >= 0)
            result = result.isArray() ? result.toArray().at(component) : QJsonValue(QJsonValue::Undefined);
        const auto value = result.isUndefined() ? std::nullopt : observe::valueFromJson(result);
        if (time && value)
            into.push_back({streamId, value->value, *time, now, qualityOf(quality)});
        else
            ++unreadable;
    };
    for (const QJsonValue& item : page[QLatin1String("value")].toArray()) {
        const QJsonObject entity = item.toObject();
        if (!entity.contains(QLatin1String("dataArray"))) {
            add(entity[QLatin1String("phenomenonTime")], entity[QLatin1String("resultTime")],
                entity[QLatin1String("result")], entity[QLatin1String("resultQuality")]);
            continue;
        }
        const QJsonArray components = entity[QLatin1String("components")].toArray();
        const auto column = [&](const char* name) {
            for (qsizetype i = 0; i < components.size(); ++i)
                if (components[i].toString() == QLatin1String(name))
                    return i;
            return qsizetype(-1);
        };
        const qsizetype phenomenon = column("phenomenonTime");
        const qsizetype resultTime = column("resultTime");
        const qsizetype result = column("result");
        const qsizetype quality = column("resultQuality");
        for (const QJsonValue& row : entity[QLatin1String("dataArray")].toArray()) {
            const QJsonArray cells = row.toArray();
            add(cells.at(phenomenon), cells.at(resultTime), cells.at(result), cells.at(quality));
        }
    }
    return unreadable;
}

} // namespace twin::sensorthings

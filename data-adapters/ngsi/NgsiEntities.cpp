// SPDX-License-Identifier: GPL-3.0-or-later
#include "ngsi/NgsiEntities.h"

#include "model/observe/ObservedProperty.h"
#include "observe/JsonValues.h"

#include <algorithm>
#include <array>

#include <QJsonArray>

namespace twin::ngsi {
namespace {

/// What describes an entity instead of being measured at it.
constexpr std::array descriptive{"id",
                                 "type",
                                 "@context",
                                 "name",
                                 "alternateName",
                                 "description",
                                 "address",
                                 "location",
                                 "areaServed",
                                 "dataProvider",
                                 "source",
                                 "owner",
                                 "seeAlso",
                                 "image",
                                 "license",
                                 "licence",
                                 "dateCreated",
                                 "dateModified",
                                 "createdAt",
                                 "modifiedAt",
                                 "dateObserved",
                                 "dateObservedFrom",
                                 "dateObservedTo",
                                 "TimeInstant",
                                 "timestamp",
                                 "observedAt",
                                 "stationCode",
                                 "stationName",
                                 "category",
                                 "contactPoint",
                                 "openingHours",
                                 "refDevice",
                                 "refPointOfInterest",
                                 "dateLastReported",
                                 "dateLastValueReported",
                                 "observationDateTime",
                                 "occupancyModified",
                                 "scope",
                                 "laneId",
                                 "actionField",
                                 "version"};
/// Where an entity says when it was observed, the most exact first.
constexpr std::array entityTimes{
    "dateObservedTo",   "dateObserved",      "observationDateTime", "TimeInstant", "dateLastValueReported",
    "dateLastReported", "occupancyModified", "timestamp",           "observedAt",  "dateModified",
    "modifiedAt"};

/// "unitCode" itself, or what a metadata object of NGSIv2 keeps in "value".
QJsonValue member(const QJsonObject& object, const QJsonObject& metadata, const char* name)
{
    const QJsonValue own = object[QLatin1String(name)];
    if (own.isObject() && own.toObject().contains(QLatin1String("value")))
        return own[QLatin1String("value")];
    return own.isUndefined() ? metadata[QLatin1String(name)][QLatin1String("value")] : own;
}

std::optional<Instant> firstTime(const QJsonObject& object, const QJsonObject& metadata,
                                 std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (const auto time = observe::instantFromJson(member(object, metadata, name)))
            return time;
    return std::nullopt;
}

std::optional<EntityAttribute> attributeFromJson(const QJsonValue& json)
{
    EntityAttribute attribute;
    if (!json.isObject()) {
        attribute.value = json;
        return attribute;
    }
    const QJsonObject object = json.toObject();
    if (object.contains(QLatin1String("coordinates")) || object.contains(QLatin1String("@value"))) {
        attribute.value = json; // keyValues: the geometry or the dated value itself
        return attribute;
    }
    attribute.isRelationship = object.contains(QLatin1String("object"));
    if (object.contains(QLatin1String("languageMap"))) {
        const QJsonObject words = object[QLatin1String("languageMap")].toObject();
        attribute.value =
            words.value(words.contains(QLatin1String("de")) ? QStringLiteral("de") : words.keys().value(0));
        return attribute;
    }
    if (!object.contains(QLatin1String("value")))
        return attribute.isRelationship ? std::optional(attribute) : std::nullopt;
    const QJsonObject metadata = object[QLatin1String("metadata")].toObject();
    attribute.value = object[QLatin1String("value")];
    attribute.unit = member(object, metadata, "unitCode").toString();
    if (attribute.unit.isEmpty())
        attribute.unit = member(object, metadata, "unit").toString();
    attribute.observedAt = firstTime(object, metadata, {"observedAt", "TimeInstant", "timestamp", "dateObserved"});
    attribute.modifiedAt = firstTime(object, metadata, {"modifiedAt", "dateModified"});
    attribute.datasetId = object[QLatin1String("datasetId")].toString();
    return attribute;
}

bool isState(const QString& name)
{
    return name.endsWith(QLatin1String("tatus")) || name.endsWith(QLatin1String("tate")) ||
           name.endsWith(QLatin1String("Mode"));
}

/// What all streams of an entity share.
struct EntityFrame {
    Datastream stream;
    std::optional<Instant> observedAt;
};

QString textOf(const QJsonObject& entity, const char* name)
{
    const auto attributes = attributesFromJson(entity[QLatin1String(name)]);
    return attributes.empty() ? QString() : attributes.front().value.toString();
}

/// Entities with full names (no @context was sent) read like those with short ones.
QJsonObject withShortNames(const QJsonObject& entity)
{
    const QStringList names = entity.keys();
    const bool isLong = std::any_of(names.begin(), names.end(),
                                    [](const QString& name) { return name.contains(QLatin1String("://")); });
    if (!isLong)
        return entity;
    QJsonObject shortened;
    for (auto member = entity.constBegin(); member != entity.constEnd(); ++member)
        shortened.insert(shortName(member.key()), *member);
    return shortened;
}

EntityFrame frameOf(const QJsonObject& entity, const Datastream& empty)
{
    EntityFrame frame{empty, {}};
    frame.stream.thing = entity[QLatin1String("id")].toString();
    frame.stream.thingType = shortName(entity[QLatin1String("type")].toString());
    frame.stream.thingTitle = textOf(entity, "name");
    if (const QString provider = textOf(entity, "dataProvider"); !provider.isEmpty())
        frame.stream.provider = provider;
    for (const char* key : {"license", "licence"})
        if (const QString licence = textOf(entity, key); !licence.isEmpty())
            frame.stream.licence = licence;
    for (const EntityAttribute& field : attributesFromJson(entity[QLatin1String("actionField")]))
        frame.stream.field = actionFieldFromNumber(field.value.toInt()).value_or(frame.stream.field);
    for (const EntityAttribute& location : attributesFromJson(entity[QLatin1String("location")])) {
        frame.stream.position = observe::pointFromGeoJson(location.value);
        if (!isVehicleType(frame.stream.thingType))
            frame.stream.area = observe::ringsFromGeoJson(location.value);
    }
    for (const char* name : entityTimes)
        for (const EntityAttribute& time : attributesFromJson(entity[QLatin1String(name)]))
            if (!frame.observedAt)
                frame.observedAt = observe::instantFromJson(time.value);
    return frame;
}

bool isMeasured(const QString& type, const QString& name, const EntityAttribute& attribute,
                const observe::ReadValue& value)
{
    if (attribute.isRelationship)
        return false;
    const bool isWord = attribute.value.isString();
    if (!isWord && !attribute.value.isNull())
        return true;
    const ObservedProperty* known = observedProperty(type, name);
    return known || isState(name) || (attribute.observedAt && value.kind != ValueKind::Text);
}

void addValue(const EntityFrame& frame, const QString& name, const EntityAttribute& attribute,
              const observe::ReadValue& value, const NewStream& newStream, Instant now, SourceSnapshot& into)
{
    Datastream stream = frame.stream;
    const QString suffix = attribute.datasetId.isEmpty() ? QString() : QLatin1Char('@') + attribute.datasetId;
    stream.id = newStream(stream.thing + QLatin1Char('/') + name + suffix).id;
    stream.property = name;
    stream.kind = value.kind;
    stream.unit = Unit::fromText(attribute.unit);
    describe(stream);
    const auto time = attribute.observedAt ? attribute.observedAt
                      : frame.observedAt   ? frame.observedAt
                                           : attribute.modifiedAt;
    Observation observation{stream.id, value.value, time.value_or(now), now,
                            time ? Quality::Unstated : Quality::AssumedTime};
    const double* number = observation.number();
    if (number && time && ((stream.least && *number < *stream.least) || (stream.most && *number > *stream.most)))
        observation.quality = Quality::Doubtful;
    into.observations.push_back(std::move(observation));
    into.datastreams.push_back(std::move(stream));
}

/// Where a thing that moves is, as a series of its own.
void addPosition(const EntityFrame& frame, const QJsonObject& entity, const NewStream& newStream, Instant now,
                 SourceSnapshot& into)
{
    const auto attributes = attributesFromJson(entity[QLatin1String("location")]);
    if (!isVehicleType(frame.stream.thingType) || attributes.empty() || !frame.stream.position)
        return;
    addValue(frame, QStringLiteral("location"), attributes.front(),
             {positionText(*frame.stream.position), ValueKind::Position}, newStream, now, into);
}

} // namespace

QString shortName(const QString& name)
{
    if (!name.contains(QLatin1String("://")))
        return name;
    return name.section(QLatin1Char('#'), -1).section(QLatin1Char('/'), -1);
}

std::vector<EntityAttribute> attributesFromJson(const QJsonValue& json)
{
    std::vector<EntityAttribute> attributes;
    const QJsonArray several = json.isArray() ? json.toArray() : QJsonArray{json};
    const bool isDatasets = json.isArray() && std::all_of(several.begin(), several.end(), [](const QJsonValue& one) {
                                return one.isObject() && one.toObject().contains(QLatin1String("value"));
                            });
    if (json.isUndefined() || (json.isArray() && !isDatasets))
        return attributes;
    for (const QJsonValue& one : several)
        if (auto attribute = attributeFromJson(one))
            attributes.push_back(*std::move(attribute));
    return attributes;
}

bool readEntity(const QJsonObject& received, const NewStream& newStream, Instant now, SourceSnapshot& into)
{
    const QJsonObject entity = withShortNames(received);
    if (entity[QLatin1String("id")].toString().isEmpty() || entity[QLatin1String("type")].toString().isEmpty())
        return false;
    const EntityFrame frame = frameOf(entity, newStream({}));
    addPosition(frame, entity, newStream, now, into);
    for (auto member = entity.constBegin(); member != entity.constEnd(); ++member) {
        const QString name = member.key();
        const bool isDescriptive = std::any_of(descriptive.begin(), descriptive.end(),
                                               [&](const char* known) { return name == QLatin1String(known); });
        if (isDescriptive || name.startsWith(QLatin1String("ref")) || name.startsWith(QLatin1String("date")))
            continue;
        for (const EntityAttribute& attribute : attributesFromJson(*member)) {
            const auto value = observe::valueFromJson(attribute.value);
            if (value && isMeasured(frame.stream.thingType, name, attribute, *value))
                addValue(frame, name, attribute, *value, newStream, now, into);
        }
    }
    return true;
}

std::vector<QJsonObject> entitiesOfNotification(const QJsonObject& notification)
{
    const QJsonObject body =
        notification.contains(QLatin1String("body")) ? notification[QLatin1String("body")].toObject() : notification;
    std::vector<QJsonObject> entities;
    for (const QJsonValue& entity : body[QLatin1String("data")].toArray())
        entities.push_back(entity.toObject());
    if (entities.empty() && body.contains(QLatin1String("id")) && body.contains(QLatin1String("type")) &&
        !body.contains(QLatin1String("data")))
        entities.push_back(body); // keyValues straight from an IoT agent
    return entities;
}

int readTemporal(const QJsonObject& received, const QString& attribute, const QString& streamId, Instant now,
                 std::vector<Observation>& into)
{
    const QJsonObject entity = withShortNames(received);
    int unreadable = 0;
    const auto add = [&](const QJsonValue& value, const QJsonValue& time) {
        const auto read = observe::valueFromJson(value);
        const auto instant = observe::instantFromJson(time);
        const auto point = read ? std::nullopt : observe::pointFromGeoJson(value); // of a thing that moves
        if (read && instant)
            into.push_back({streamId, read->value, *instant, now, Quality::Unstated});
        else if (point && instant)
            into.push_back({streamId, positionText(*point), *instant, now, Quality::Unstated});
        else
            ++unreadable;
    };
    const QJsonValue series = entity[attribute];
    for (const QJsonValue& part : series.isArray() ? series.toArray() : QJsonArray{series}) {
        const QJsonObject property = part.toObject();
        if (property.contains(QLatin1String("values")))
            for (const QJsonValue& pair : property[QLatin1String("values")].toArray())
                add(pair.toArray().at(0), pair.toArray().at(1));
        else if (property.contains(QLatin1String("value")))
            add(property[QLatin1String("value")], property[QLatin1String("observedAt")]);
    }
    return unreadable;
}

int readQuantumLeap(const QJsonObject& received, const QString& streamId, Instant now, std::vector<Observation>& into)
{
    const QJsonObject answer =
        received.contains(QLatin1String("data")) ? received[QLatin1String("data")].toObject() : received;
    const QJsonArray times = answer[QLatin1String("index")].toArray();
    QJsonArray values = answer[QLatin1String("values")].toArray();
    if (values.isEmpty())
        values = answer[QLatin1String("attributes")][0][QLatin1String("values")].toArray();
    int unreadable = static_cast<int>(std::abs(times.size() - values.size()));
    for (qsizetype i = 0; i < std::min(times.size(), values.size()); ++i) {
        const auto value = observe::valueFromJson(values[i]);
        const auto time = observe::instantFromJson(times[i]);
        if (value && time)
            into.push_back({streamId, value->value, *time, now, Quality::Unstated});
        else
            ++unreadable;
    }
    return unreadable;
}

} // namespace twin::ngsi

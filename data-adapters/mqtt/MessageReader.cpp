// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/MappingRule.h"

#include "model/observe/ObservedProperty.h"
#include "observe/JsonValues.h"

#include <algorithm>
#include <array>

#include <QJsonArray>

namespace twin::mqtt {
namespace {

constexpr int mostValues = 200;
constexpr int mostDepth = 3;
constexpr std::array timeNames{"observedAt",   "time",           "timestamp",  "ts",
                               "dateObserved", "phenomenonTime", "received_at"};
constexpr std::array placeNames{"location", "position", "geometry"};
/// What identifies or carries instead of being measured.
constexpr std::array plainNames{"id",  "device", "deviceId", "device_id", "devEui", "name", "type",  "lat",
                                "lon", "lng",    "latitude", "longitude", "seq",    "fCnt", "fPort", "alt"};

template <std::size_t Count> bool isOneOf(const QString& name, const std::array<const char*, Count>& names)
{
    return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == QLatin1String(one); });
}

/// A message taken apart by a rule.
struct Reading {
    const MappingRule& rule;
    const net::MqttMessage& message;
    QJsonValue root;

    [[nodiscard]] QString textAt(const QString& place) const
    {
        if (place == QLatin1String("topic"))
            return message.topic;
        if (place.startsWith(QLatin1String("topic:")))
            return message.topic.section(QLatin1Char('/'), place.mid(6).toInt(), place.mid(6).toInt());
        if (!place.startsWith(QLatin1Char('/')))
            return place;
        const QJsonValue value = observe::atPointer(root, place);
        return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
    }
    [[nodiscard]] std::optional<Instant> time() const
    {
        if (!rule.time.isEmpty())
            return observe::instantFromJson(observe::atPointer(root, rule.time));
        for (const char* name : timeNames)
            if (const auto instant = observe::instantFromJson(root[QLatin1String(name)]))
                return instant;
        return std::nullopt;
    }
    [[nodiscard]] std::optional<GeoPoint> position() const
    {
        if (!rule.position.isEmpty())
            return observe::pointFromGeoJson(observe::atPointer(root, rule.position));
        for (const char* name : placeNames)
            if (const auto point = observe::pointFromGeoJson(root[QLatin1String(name)]))
                return point;
        return observe::pointFromGeoJson(root);
    }
    /// Without a place for it, a message of an object may name its thing itself.
    [[nodiscard]] QString thing() const
    {
        if (rule.thing == QLatin1String("topic") && root.isObject())
            for (const char* name : {"id", "deviceId", "device_id", "devEui"})
                if (const QString own = root[QLatin1String(name)].toString(); !own.isEmpty())
                    return own;
        return textAt(rule.thing);
    }
};

struct NamedValue {
    QString name;
    observe::ReadValue value;
};

void collect(const QString& prefix, const QJsonObject& object, const MappingRule& rule, bool isRoot, int depth,
             std::vector<NamedValue>& values)
{
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const QString name = prefix + member.key();
        const bool isPlain = isRoot && (isOneOf(member.key(), timeNames) || isOneOf(member.key(), placeNames) ||
                                        isOneOf(member.key(), plainNames));
        if (values.size() >= mostValues || (isPlain && !rule.only.contains(name)))
            continue;
        if (member->isObject() && depth < mostDepth) {
            // {"value": 12.5, "unit": …} is one value, other objects hold several.
            const QJsonObject inner = member->toObject();
            if (const auto value = observe::valueFromJson(inner[QLatin1String("value")]);
                value && inner.contains(QLatin1String("value")))
                values.push_back({name, *value});
            else
                collect(name + QLatin1Char('.'), inner, rule, false, depth + 1, values);
            continue;
        }
        const bool isListed = rule.only.isEmpty() || rule.only.contains(name);
        const auto value = observe::valueFromJson(*member);
        if (isListed && value && value->kind != ValueKind::Text)
            values.push_back({name, *value});
    }
}

std::vector<NamedValue> valuesOf(const Reading& reading)
{
    std::vector<NamedValue> values;
    const QJsonValue found = observe::atPointer(reading.root, reading.rule.values);
    if (found.isObject()) {
        collect({}, found.toObject(), reading.rule, reading.rule.values.isEmpty(), 0, values);
    } else if (const auto value = observe::valueFromJson(found); value && !found.isUndefined()) {
        // A bare value is called after the last part of its place, else of its topic.
        const QString& place = reading.rule.values.isEmpty() ? reading.message.topic : reading.rule.values;
        values.push_back({place.section(QLatin1Char('/'), -1), *value});
    }
    return values;
}

void addBytes(const Reading& reading, std::vector<NamedValue>& values)
{
    const MappingRule& rule = reading.rule;
    const bool otherPort = rule.port >= 0 && observe::atPointer(reading.root, rule.portAt).toInt(-1) != rule.port;
    if (rule.byteFields.empty() || otherPort)
        return;
    const QByteArray bytes = QByteArray::fromBase64(observe::atPointer(reading.root, rule.bytes).toString().toLatin1());
    for (const ByteField& field : rule.byteFields) {
        if (field.at + field.size > bytes.size())
            continue;
        quint64 raw = 0;
        for (int i = 0; i < field.size; ++i)
            raw = raw << 8 | static_cast<quint8>(bytes[field.at + (field.bigEndian ? i : field.size - 1 - i)]);
        const quint64 range = quint64(1) << (8 * field.size);
        double number = static_cast<double>(raw);
        if (field.isSigned && raw >= range / 2)
            number -= static_cast<double>(range);
        values.push_back({field.property, {number * field.factor + field.offset, ValueKind::Number}});
    }
}

bool read(const Reading& reading, const NewStream& newStream, SourceSnapshot& into)
{
    std::vector<NamedValue> values = valuesOf(reading);
    addBytes(reading, values);
    QString thing = reading.thing();
    if (thing.isEmpty() || values.empty())
        return false;
    // "stadt/klima/12/temperatur" with a bare number: the thing is what comes before the property.
    if (!reading.root.isObject() && reading.rule.thing == QLatin1String("topic"))
        thing = thing.section(QLatin1Char('/'), 0, -2);
    const std::optional<GeoPoint> position = reading.position();
    const std::optional<Instant> time = reading.time();
    for (NamedValue& value : values) {
        Datastream stream = newStream(thing + QLatin1Char('/') + value.name);
        stream.thing = thing;
        stream.thingTitle = reading.rule.title.isEmpty() ? reading.root[QLatin1String("name")].toString()
                                                         : reading.textAt(reading.rule.title);
        stream.thingType = reading.rule.type.isEmpty() ? reading.root[QLatin1String("type")].toString()
                                                       : reading.textAt(reading.rule.type);
        stream.property = value.name;
        stream.kind = value.value.kind;
        stream.position = position;
        if (const auto unit = reading.rule.units.find(value.name); unit != reading.rule.units.end())
            stream.unit = Unit::fromText(unit->second);
        const bool isKnownModel = !stream.thingType.isEmpty();
        describe(stream);
        if (!isKnownModel && !reading.rule.units.contains(value.name))
            stream.unit = {}; // a property's name alone does not tell its unit
        into.observations.push_back({stream.id, std::move(value.value.value), time.value_or(reading.message.receivedAt),
                                     reading.message.receivedAt, time ? Quality::Unstated : Quality::AssumedTime});
        into.datastreams.push_back(std::move(stream));
    }
    return true;
}

/// JSON, or what simple devices send: a bare number or word.
QJsonValue rootOf(const QByteArray& payload)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(payload, &error);
    if (error.error == QJsonParseError::NoError)
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QByteArray text = payload.trimmed();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        return number;
    if (text == "true" || text == "false")
        return text == "true";
    const bool isWord = !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    return isWord ? QJsonValue(QString::fromLatin1(text)) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

bool readMessage(const net::MqttMessage& message, const std::vector<MappingRule>& own, const NewStream& newStream,
                 SourceSnapshot& into)
{
    const QJsonValue root = rootOf(message.payload);
    if (root.isUndefined())
        return false;
    for (const std::vector<MappingRule>* rules : {&own, &builtInRules()})
        for (const MappingRule& rule : *rules) {
            const bool fits = net::topicMatches(rule.topic, message.topic) &&
                              (rule.when.isEmpty() || !observe::atPointer(root, rule.when).isUndefined());
            if (fits)
                return read({rule, message, root}, newStream, into);
        }
    return false;
}

} // namespace twin::mqtt

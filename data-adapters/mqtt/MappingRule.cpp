// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/MappingRule.h"

#include "observe/Text.h"

#include <array>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::mqtt {
namespace {

using observe::Text;

constexpr int mostRules = 200;

tl::unexpected<Error> wrongRule(qsizetype number, const QString& why)
{
    return failure(ErrorCode::InvalidParameter, Text::tr("Zuordnungsregel %1: %2.").arg(number + 1).arg(why), {},
                   Text::tr("docs/schnittstellen.md beschreibt, was in einer Regel stehen kann."));
}

/// "u16be", "i8", "u24le" …: sign, bits, order.
bool readFormat(const QString& text, ByteField& field)
{
    QString rest = text.toLower();
    field.isSigned = rest.startsWith(QLatin1Char('i'));
    if (!field.isSigned && !rest.startsWith(QLatin1Char('u')))
        return false;
    field.bigEndian = !rest.endsWith(QLatin1String("le"));
    rest = rest.mid(1);
    if (rest.endsWith(QLatin1String("le")) || rest.endsWith(QLatin1String("be")))
        rest.chop(2);
    bool ok = false;
    const int bits = rest.toInt(&ok);
    field.size = bits / 8;
    return ok && bits % 8 == 0 && field.size >= 1 && field.size <= 7;
}

Result<ByteField> fieldFromJson(const QJsonObject& json, qsizetype rule)
{
    ByteField field;
    field.property = json[QLatin1String("property")].toString();
    field.at = json[QLatin1String("at")].toInt(-1);
    field.factor = json[QLatin1String("factor")].toDouble(1);
    field.offset = json[QLatin1String("offset")].toDouble(0);
    if (field.property.isEmpty() || field.at < 0 || !readFormat(json[QLatin1String("format")].toString(), field))
        return wrongRule(rule, Text::tr("ein Feld in fields braucht property, at und format (wie u16be)"));
    return field;
}

bool isPlace(const QString& text, bool topicToo)
{
    return text.isEmpty() || text.startsWith(QLatin1Char('/')) ||
           (topicToo && (text == QLatin1String("topic") || text.startsWith(QLatin1String("topic:"))));
}

Result<MappingRule> ruleFromJson(const QJsonObject& json, qsizetype number)
{
    MappingRule rule;
    struct Member {
        const char* key;
        QString* text;
        bool isPlace;
        bool mayBeTopic;
    };
    const std::array members{
        Member{"topic", &rule.topic, false, false},      Member{"when", &rule.when, true, false},
        Member{"thing", &rule.thing, true, true},        Member{"title", &rule.title, true, true},
        Member{"type", &rule.type, false, false},        Member{"time", &rule.time, true, false},
        Member{"position", &rule.position, true, false}, Member{"values", &rule.values, true, false},
        Member{"bytes", &rule.bytes, true, false},       Member{"portAt", &rule.portAt, true, false},
    };
    for (const Member& member : members)
        if (const QJsonValue value = json[QLatin1String(member.key)]; !value.isUndefined()) {
            *member.text = value.toString();
            if (member.isPlace && !isPlace(*member.text, member.mayBeTopic))
                return wrongRule(number, Text::tr("„%1“ muss mit / beginnen").arg(QLatin1String(member.key)));
        }
    for (const QJsonValue& name : json[QLatin1String("only")].toArray())
        rule.only.append(name.toString());
    const QJsonObject units = json[QLatin1String("units")].toObject();
    for (auto unit = units.constBegin(); unit != units.constEnd(); ++unit)
        rule.units[unit.key()] = unit->toString();
    rule.port = json[QLatin1String("port")].toInt(-1);
    for (const QJsonValue& field : json[QLatin1String("fields")].toArray()) {
        TWIN_TRY(ByteField read, fieldFromJson(field.toObject(), number));
        rule.byteFields.push_back(std::move(read));
    }
    TWIN_CHECK(net::checkTopicFilter(rule.topic));
    return rule;
}

MappingRule made(const char* when, const char* thing, const char* title, const char* time, const char* values,
                 const char* position = "")
{
    MappingRule rule;
    rule.when = QLatin1String(when);
    rule.thing = QLatin1String(thing);
    rule.title = QLatin1String(title);
    rule.time = QLatin1String(time);
    rule.values = QLatin1String(values);
    rule.position = QLatin1String(position);
    return rule;
}

} // namespace

Result<std::vector<MappingRule>> rulesFromJson(const QByteArray& text)
{
    std::vector<MappingRule> rules;
    if (text.trimmed().isEmpty())
        return rules;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::InvalidParameter, Text::tr("Die Zuordnungsregeln sind kein gültiges JSON."),
                       QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    const QJsonArray list = document.isArray() ? document.array() : QJsonArray{document.object()};
    if (list.size() > mostRules)
        return wrongRule(mostRules, Text::tr("es sind zu viele"));
    for (qsizetype i = 0; i < list.size(); ++i) {
        TWIN_TRY(MappingRule rule, ruleFromJson(list[i].toObject(), i));
        rules.push_back(std::move(rule));
    }
    return rules;
}

const std::vector<MappingRule>& builtInRules()
{
    static const std::vector<MappingRule> rules{
        made("/uplink_message/decoded_payload", "/end_device_ids/device_id", "", "/uplink_message/received_at",
             "/uplink_message/decoded_payload", "/uplink_message/locations/user"),
        made("/uplink_message", "/end_device_ids/device_id", "", "/uplink_message/received_at",
             "/uplink_message/rx_metadata/0/rssi"),
        made("/deviceInfo/devEui", "/deviceInfo/devEui", "/deviceInfo/deviceName", "/time", "/object"),
        made("/devEUI", "/devEUI", "/deviceName", "/rxInfo/0/time", "/object"),
        made("/phenomenonTime", "topic", "", "/phenomenonTime", "/result"),
        MappingRule(),
    };
    return rules;
}

} // namespace twin::mqtt

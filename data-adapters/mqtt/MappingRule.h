// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "net/MqttClient.h"

#include <functional>
#include <map>

namespace twin::mqtt {

/// A number in a device's bytes.
struct ByteField {
    QString property;
    int at = 0;   ///< offset
    int size = 1; ///< 1 … 8 bytes
    bool isSigned = false;
    bool bigEndian = true;
    double factor = 1;
    double offset = 0; ///< value = raw * factor + offset
};

/// How a message becomes values, as data (docs/schnittstellen.md). Places in a message are JSON Pointers (RFC 6901);
/// "topic" is the whole topic, "topic:2" its part (from 0).
struct MappingRule {
    QString topic = QStringLiteral("#"); ///< filter that the topic must match
    QString when;                        ///< pointer to what must be there; empty: anything
    QString thing = QStringLiteral("topic");
    QString title;
    QString type;                     ///< a place, or where it is none the word itself
    QString time;                     ///< empty: the usual names
    QString position;                 ///< empty: the usual names
    QString values;                   ///< object, number or text; empty: the whole message
    QStringList only;                 ///< names of values; empty: all
    std::map<QString, QString> units; ///< by property, UCUM
    QString bytes;                    ///< Base64 text with byteFields
    int port = -1;                    ///< LoRaWAN port that the bytes belong to; negative: any
    QString portAt;                   ///< where it stands
    std::vector<ByteField> byteFields;
};

/// @returns the rules of a JSON array (or one object); InvalidParameter with the place of the mistake.
[[nodiscard]] Result<std::vector<MappingRule>> rulesFromJson(const QByteArray& text);
/// @returns rules for LoRaWAN uplinks (The Things Stack 3, ChirpStack 4 and 3), SensorThings observations, and any
///          object, number or text. Tried after a source's own.
[[nodiscard]] const std::vector<MappingRule>& builtInRules();

using NewStream = std::function<Datastream(const QString& idAtSource)>;
/// @brief Reads a message by the first rule that fits.
/// @returns false where none fits or nothing in it is a value.
[[nodiscard]] bool readMessage(const net::MqttMessage& message, const std::vector<MappingRule>& own,
                               const NewStream& newStream, SourceSnapshot& into);

} // namespace twin::mqtt

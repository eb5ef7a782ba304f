// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <functional>

#include <QJsonObject>

namespace twin::ngsi {

using NewStream = std::function<Datastream(const QString& idAtSource)>;

/// An attribute of an entity, whatever form it came in: NGSI-LD normalized, concise or keyValues, NGSIv2.
struct EntityAttribute {
    QJsonValue value;
    QString unit; ///< as stated: UN/CEFACT code or other
    std::optional<Instant> observedAt;
    std::optional<Instant> modifiedAt;
    QString datasetId; ///< of one of several values of the same attribute
    bool isRelationship = false;
};
/// @returns one for each value of the attribute; empty for what holds none.
[[nodiscard]] std::vector<EntityAttribute> attributesFromJson(const QJsonValue& json);

/// @returns "temperature" for "https://uri.etsi.org/ngsi-ld/default-context/temperature".
[[nodiscard]] QString shortName(const QString& name);

/// @brief Reads an entity: its measured attributes become streams with their present values. Attributes of known data
///        models by the table of observed properties, others when they are numbers, truth values or states.
/// @returns false where it has no id or no type.
bool readEntity(const QJsonObject& entity, const NewStream& newStream, Instant now, SourceSnapshot& into);

/// @returns the entities of a notification (NGSIv2, NGSI-LD, also inside MQTT's {"metadata", "body"}).
[[nodiscard]] std::vector<QJsonObject> entitiesOfNotification(const QJsonObject& notification);

/// @brief Reads the values of one attribute from a temporal entity, as temporalValues or as a list of properties.
/// @returns how many could not be read.
int readTemporal(const QJsonObject& entity, const QString& attribute, const QString& streamId, Instant now,
                 std::vector<Observation>& into);
/// @brief Reads a QuantumLeap answer {"index": […], "values": […]}, also inside "data".
int readQuantumLeap(const QJsonObject& answer, const QString& streamId, Instant now, std::vector<Observation>& into);

} // namespace twin::ngsi

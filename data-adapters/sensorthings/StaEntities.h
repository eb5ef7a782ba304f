// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <functional>

#include <QJsonObject>

namespace twin::sensorthings {

/// @returns "Datastreams(5)" or "Datastreams('a''b')" for an entity's @iot.id; empty for an id that is neither number
///          nor text.
[[nodiscard]] QString entityPath(const QString& set, const QJsonValue& id);

/// Makes a stream for an id at the source ("Datastreams(5)") with what the settings say of all streams.
using NewStream = std::function<Datastream(const QString& idAtSource)>;

/// @brief Reads a Datastream or MultiDatastream entity with Thing, Locations and ObservedProperty expanded, and its
///        last Observation where it is there.
void readStream(const QJsonObject& entity, bool multi, const NewStream& newStream, Instant now, SourceSnapshot& into);

/// @brief Reads an Observation entity of a stream; a MultiDatastream's result becomes one value for each of its
///        streams.
/// @param path  of the entity, "Datastreams(5)"; streams are named after it
/// @returns false for an entity without readable time or result: skipped by the caller, and counted.
[[nodiscard]] bool readObservation(const QJsonObject& entity, const QString& idPrefix, const QString& path, Instant now,
                                   std::vector<Observation>& into);

/// @brief Reads one page of Observations, plain or as DataArray (the data array extension of SensorThings).
/// @returns how many could not be read.
int readObservations(const QJsonObject& page, const QString& streamId, int component, Instant now,
                     std::vector<Observation>& into);

} // namespace twin::sensorthings

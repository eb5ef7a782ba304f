// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ngsi/NgsiEntities.h"

#include <QJsonDocument>

namespace twin::ngsi {

/// @returns the query for the values of one attribute in a stretch of time, at most so many.
[[nodiscard]] QString temporalQuery(const QString& attribute, const TimeRange& range, int most);
[[nodiscard]] QString quantumLeapQuery(const TimeRange& range, int most);

/// Sends one request to the temporal API. @param query  what stands behind "?"
using AskTemporal = std::function<Result<QJsonDocument>(const QString& query)>;

/// @brief The last value of every attribute of the entities of these types at or before an instant (NGSI-LD temporal
///        query with lastN=1): a request for each hundred entities.
/// @returns what the first failing request said; streams are named as readEntity() names them.
[[nodiscard]] Result<std::vector<Observation>> valuesAt(const QStringList& types, Instant instant,
                                                        const NewStream& newStream, const AskTemporal& ask);

} // namespace twin::ngsi

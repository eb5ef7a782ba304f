// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/PlaceFinder.h"
#include "model/Region.h"

#include <QJsonArray>
#include <QJsonObject>

namespace twin::cli {

/// The commands' JSON. Keys are stable: tools depend on them, tests/cli holds them. Positions are [easting, northing,
/// height] in EPSG:25832 + DHHN2016, metres.
[[nodiscard]] QJsonArray toJson(const ProjectedPosition& position);
[[nodiscard]] QJsonObject toJson(const ImportSummary& summary);
[[nodiscard]] QJsonObject toJson(const services::Place& place);
[[nodiscard]] QJsonObject toJson(const ObjectRecord& record, const SceneFrame& frame);
[[nodiscard]] QJsonObject toJson(const SourceInfo& source);
[[nodiscard]] QJsonObject toJson(const LayerInfo& layer);
[[nodiscard]] QJsonObject toJson(const Error& error); ///< {summary, detail, remedy, file, line}
[[nodiscard]] QJsonObject toJson(const std::map<QString, qint64>& counts);
[[nodiscard]] QJsonObject toJson(const Box& extent,
                                 const SceneFrame& frame); ///< {min, max}; empty object for an empty box

/// @returns the attributes as the source states them, then what the model keeps beside them (name, dates, addresses,
///          external references) in the same form, so that one list says everything.
[[nodiscard]] std::vector<Attribute> allAttributes(const ObjectRecord& record);

} // namespace twin::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "model/observe/ObservationSource.h"
#include "net/HttpClient.h"

namespace twin::cli {

/// The options that observe and history share: --set and --settings.
[[nodiscard]] std::vector<Option> sourceOptions();

/// @brief The source that SOURCE and its options name.
/// @param http  must outlive it
[[nodiscard]] Result<std::unique_ptr<ObservationSource>> sourceFrom(const Arguments& arguments, net::HttpClient& http);

/// @returns in one line {id, thing, property, value, unit, observedAt, receivedAt, source, quality, position}: times in
/// UTC, the
///          unit in UCUM, `value` null where missing, `position` {latitude, longitude} in WGS84 degrees or null.
[[nodiscard]] QString jsonLine(const Observation& observation, const Datastream& stream);

} // namespace twin::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "observe/ProbeQuestion.h"

#include <span>

namespace twin::net {
class HttpClient;
}

/// Warnings in CAP 1.2: an alert, an Atom or RSS feed of alerts, a ZIP of alerts (DWD), or NINA's JSON lists
/// (warnung.bund.de/api31/dashboard/ARS.json, …/mapData.json).
namespace twin::cap {

[[nodiscard]] const SourceDescription& description();
/// @param http  must outlive the source
[[nodiscard]] std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http);
/// @returns how to find out that a server speaks this. Any thread.
[[nodiscard]] std::span<const observe::ProbeQuestion> probe();

} // namespace twin::cap

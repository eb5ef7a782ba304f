// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "observe/ProbeQuestion.h"

#include <span>

namespace twin::net {
class HttpClient;
}

/// Vehicles of public transport: GTFS-Realtime on a static GTFS. The source's URL is a feed (…/vehicle-positions.pb) or
/// the folder that holds vehicle-positions.pb, trip-updates.pb and static.zip; options name them where they are called
/// otherwise.
namespace twin::gtfs {

[[nodiscard]] const SourceDescription& description();
/// @param http  must outlive the source
[[nodiscard]] std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http);
/// @returns how to find out that a server speaks this. Any thread.
[[nodiscard]] std::span<const observe::ProbeQuestion> probe();

} // namespace twin::gtfs

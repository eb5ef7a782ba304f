// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "observe/ProbeQuestion.h"

#include <span>

namespace twin::net {
class HttpClient;
}

/// OGC SensorThings API 1.0 and 1.1 (Part 1: Sensing), tested against the project's own fake and demo platform.
/// The source's URL is the service root ("https://…/FROST-Server/v1.1"), its scope an OData filter over Datastreams
/// ("Thing/name eq 'Klima 12'"), empty: all.
namespace twin::sensorthings {

[[nodiscard]] const SourceDescription& description();
/// @param http  must outlive the source
[[nodiscard]] std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http);
/// @returns how to find out that a server speaks this. Any thread.
[[nodiscard]] std::span<const observe::ProbeQuestion> probe();

} // namespace twin::sensorthings

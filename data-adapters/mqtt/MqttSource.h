// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "observe/ProbeQuestion.h"

#include <span>

namespace twin::net {
class HttpClient;
}

/// Any MQTT 3.1.1 or 5 broker over TCP or TLS. The source's URL is the broker, its scope the topic filter; messages are
/// read by declarative rules (MappingRule). There is no history; snapshot() listens for retained messages for some
/// seconds.
namespace twin::mqtt {

[[nodiscard]] const SourceDescription& description();
/// @param http  not used: brokers speak no HTTP
[[nodiscard]] std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http);
/// @returns how to find out that a server speaks this. Any thread.
[[nodiscard]] std::span<const observe::ProbeQuestion> probe();

} // namespace twin::mqtt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "observe/ProbeQuestion.h"

#include <span>

namespace twin::net {
class HttpClient;
}

/// FIWARE context brokers: NGSI-LD (ETSI GS CIM 009 v1.3 … v1.6) and NGSIv2, history by the temporal API or
/// QuantumLeap. The source's URL is the broker's root, its scope a list of entity types with commas; empty: all.
namespace twin::ngsi {

[[nodiscard]] const SourceDescription& description();
/// @param http  must outlive the source
[[nodiscard]] std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http);
/// @returns how to find out that a server speaks this. Any thread.
[[nodiscard]] std::span<const observe::ProbeQuestion> probe();

} // namespace twin::ngsi

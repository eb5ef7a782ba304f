// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

namespace twin::net {
class HttpClient;
}

namespace twin::services {

/// What a try of a source showed, in words for people.
struct SourceTestAnswer {
    bool works = false;
    QString text;   ///< "91 Messreihen an 76 Stellen, der jüngste Wert ist von 14:32 Uhr."
    QString remedy; ///< what to do next; empty where nothing is to do
};

/// @brief Opens a source once, reads what it has, and says how that went. Blocking; cancelling takes 200 ms.
/// @param kind  SourceDescription::id
[[nodiscard]] SourceTestAnswer tryOut(const QString& kind, const SourceSettings& settings, net::HttpClient& http,
                                      const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::services

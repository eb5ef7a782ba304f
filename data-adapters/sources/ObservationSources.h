// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "observe/ProbeQuestion.h"

#include <span>

namespace twin::net {
class HttpClient;
}

/// The one list of adapters of live sources (design D16), and the way from a text to a source.
namespace twin::sources {

struct ObservationAdapter {
    const SourceDescription& (*describe)();
    std::unique_ptr<ObservationSource> (*open)(const SourceSettings& settings, net::HttpClient& http);
    std::span<const observe::ProbeQuestion> (*probe)(); ///< how to find out that a server speaks this
};

/// @returns all adapters, in the order of the documentation. Any thread.
[[nodiscard]] std::span<const ObservationAdapter> observationAdapters();
/// @returns the adapter of that id; null: none.
[[nodiscard]] const ObservationAdapter* adapterOf(QStringView id);

/// What a SOURCE of the command line names.
struct SourceAddress {
    const ObservationAdapter* adapter = nullptr;
    QUrl url;
    QString scope;
};
/// @brief Reads "ngsi:https://broker.example#WeatherObserved": adapter, URL, scope. "mqtt://…" stands for itself.
/// @returns InvalidParameter that names the adapters there are.
[[nodiscard]] Result<SourceAddress> addressFromText(const QString& text);

/// @brief Checks the settings and makes the source. No request is sent.
/// @param http  must outlive the source
[[nodiscard]] Result<std::unique_ptr<ObservationSource>>
openSource(const ObservationAdapter& adapter, const SourceSettings& settings, net::HttpClient& http);

} // namespace twin::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"
#include "observe/ProbeQuestion.h"

#include <span>

namespace twin::net {
class HttpClient;
}

/// Portals with Opendatasoft's Explore API 2.1 (open-data.dortmund.de). The source's URL is the portal, its scope a
/// data set.
namespace twin::opendatasoft {

[[nodiscard]] const SourceDescription& description();
/// @param http  must outlive the source
[[nodiscard]] std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http);
/// @returns how to find out that a server speaks this. Any thread.
[[nodiscard]] std::span<const observe::ProbeQuestion> probe();

/// A data set of a portal's catalogue.
struct CatalogueEntry {
    QString id;
    QString title;
    QString licence;
    qint64 records = 0;
};
/// @brief The whole catalogue of a portal, sorted by title. Blocking. @param settings  the scope is not used
[[nodiscard]] Result<std::vector<CatalogueEntry>> catalogue(const SourceSettings& settings, net::HttpClient& http,
                                                            const CancellationToken& cancel);

} // namespace twin::opendatasoft

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/ObservationSources.h"

namespace twin::sources {

/// What an address turned out to be.
struct ProbeResult {
    const ObservationAdapter* adapter = nullptr;
    QUrl url;           ///< for SourceSettings::url: the given one, or with the version that answered
    QStringList scopes; ///< types, data sets: what one may choose from; empty: not known
};

/// @returns the address that a person means: without scheme https (to this machine http), blanks trimmed, without
///          user, password and fragment; invalid for anything that is no address.
[[nodiscard]] QUrl urlFromPerson(const QString& text);

/// @brief Finds out which of the program's interfaces answers below an address, as politely as can be: one request
///        after the other, each once, none after a "429" or when nobody answers at all, no credentials.
/// @param settings  of the transport alone: `url`, and `plainHttp`, `caFile`, `hosts` among its options
/// @returns AccessDenied where something is there but wants to know who asks; UnsupportedFormat where nothing known
///          answers; NetworkUnavailable, Timeout, RateLimited, InvalidParameter (address), Cancelled.
[[nodiscard]] Result<ProbeResult> probe(const SourceSettings& settings, net::HttpClient& http,
                                        const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::sources

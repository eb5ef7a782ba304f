// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Instant.h"
#include "net/UrlPolicy.h"

#include <map>
#include <utility>
#include <vector>

#include <QByteArray>

namespace twin::net {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// Every request has all of these deadlines; 0 is not allowed.
struct HttpDeadlines {
    Milliseconds connect = std::chrono::seconds(5);
    Milliseconds idle = std::chrono::seconds(15); ///< without a byte
    Milliseconds total = std::chrono::seconds(60);
};

/// One request. A value.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    UrlRules rules;
    HttpHeaders headers;     ///< sent wherever the rules allow
    HttpHeaders credentials; ///< sent to the origin of `rules.root` alone, and never shown or logged
    QByteArray body;
    HttpDeadlines deadlines;
    qint64 mostBytes = qint64(64) << 20; ///< of the body, decompressed
    int tries = 3;                       ///< of a GET, for failures that waiting mends
    QString caFile;                      ///< PEM: these certificate authorities and no others; empty: the system's
    bool cache = true;                   ///< remember ETag/Last-Modified and the body of a GET
};

struct HttpResponse {
    int status = 0;
    QUrl url;                                 ///< after redirects
    std::map<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
    bool notModified = false; ///< the server answered 304; the body is the one remembered

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const
    {
        const auto found = headers.find(lowerCaseName);
        return found == headers.end() ? QByteArray() : found->second;
    }
};

/// @returns what Retry-After asks for: seconds or an HTTP date, never negative and at most a day; empty for nothing
///          readable.
[[nodiscard]] std::optional<Milliseconds> retryAfter(const QByteArray& value, Instant now);

} // namespace twin::net

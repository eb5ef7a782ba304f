// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Http.h"

#include <list>
#include <mutex>

namespace twin::net {

/// Answers that their server can confirm with 304 (ETag, Last-Modified), in memory, the least used leave first.
/// Answers to requests with credentials are kept apart by those credentials. Thread-safe.
class ResponseCache {
public:
    explicit ResponseCache(qint64 mostBytes) : m_mostBytes(mostBytes) {}

    /// Adds If-None-Match/If-Modified-Since for what is remembered of this request.
    void addConditions(const HttpRequest& request, HttpHeaders& headers);
    /// Remembers a 200, or puts the remembered body into a 304. @returns false for a 304 whose body is gone.
    [[nodiscard]] bool exchange(const HttpRequest& request, HttpResponse& response);

private:
    struct Entry {
        QByteArray key;
        QByteArray etag;
        QByteArray lastModified;
        HttpResponse response;
    };
    static QByteArray keyOf(const HttpRequest& request);
    std::list<Entry>::iterator find(const QByteArray& key);

    std::mutex m_mutex;
    std::list<Entry> m_entries; ///< the last used first
    qint64 m_bytes = 0;
    qint64 m_mostBytes;
};

} // namespace twin::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ResponseCache.h"

#include <algorithm>

#include <QCryptographicHash>

namespace twin::net {

QByteArray ResponseCache::keyOf(const HttpRequest& request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.url.toEncoded());
    for (const HttpHeaders* headers : {&request.headers, &request.credentials})
        for (const auto& [name, value] : *headers) {
            hash.addData(QByteArrayView("\n"));
            hash.addData(name);
            hash.addData(QByteArrayView(": "));
            hash.addData(value);
        }
    return hash.result();
}

std::list<ResponseCache::Entry>::iterator ResponseCache::find(const QByteArray& key)
{
    return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.key == key; });
}

void ResponseCache::addConditions(const HttpRequest& request, HttpHeaders& headers)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = find(keyOf(request));
    if (entry == m_entries.end())
        return;
    if (!entry->etag.isEmpty())
        headers.emplace_back("If-None-Match", entry->etag);
    else
        headers.emplace_back("If-Modified-Since", entry->lastModified);
}

bool ResponseCache::exchange(const HttpRequest& request, HttpResponse& response)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray key = keyOf(request);
    const auto known = find(key);
    if (response.status == 304) {
        if (known == m_entries.end())
            return false;
        m_entries.splice(m_entries.begin(), m_entries, known);
        response.body = known->response.body;
        for (const auto& [name, value] : known->response.headers)
            response.headers.try_emplace(name, value);
        response.status = known->response.status;
        response.notModified = true;
        return true;
    }
    if (known != m_entries.end()) {
        m_bytes -= known->response.body.size();
        m_entries.erase(known);
    }
    Entry entry{key, response.header("etag"), response.header("last-modified"), response};
    if (response.status != 200 || (entry.etag.isEmpty() && entry.lastModified.isEmpty()) ||
        response.header("cache-control").contains("no-store") || response.body.size() > m_mostBytes / 4)
        return true;
    m_bytes += response.body.size();
    m_entries.push_front(std::move(entry));
    while (m_bytes > m_mostBytes) {
        m_bytes -= m_entries.back().response.body.size();
        m_entries.pop_back();
    }
    return true;
}

} // namespace twin::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <QStringList>
#include <QUrl>

namespace twin::net {

/// Where a source may send requests. Its own URL is what a person configured; everything that arrives in an answer
/// (redirects, next pages, contexts) is a stranger's wish.
struct UrlRules {
    QUrl root;                ///< the configured address of the source; credentials go to its origin alone
    QStringList furtherHosts; ///< hosts that links and redirects may lead to, without credentials
    bool plainHttp = false;   ///< explicit setting: unencrypted http although the host is not this machine
};

/// @returns "https://host:port" with the port always written; empty for a URL without host.
[[nodiscard]] QString originOf(const QUrl& url);
/// @returns true for localhost, 127.0.0.0/8 and ::1.
[[nodiscard]] bool isLoopback(const QString& host);
/// @returns true for literal addresses that are not public: private, link-local, shared, loopback, multicast,
///          documentation ranges, in any notation ("0x7f.1", "2130706433", "::ffff:10.0.0.1").
[[nodiscard]] bool isPrivateAddress(const QString& host);

/// @brief Whether a configured address is acceptable: https, or http to this machine or by explicit setting; a host;
///        neither user name nor password in it.
[[nodiscard]] Result<void> checkRoot(const UrlRules& rules);
/// @brief Whether a request may go to this URL: the root's origin, or https to one of the further hosts.
[[nodiscard]] Result<void> checkRequest(const QUrl& url, const UrlRules& rules);
/// @brief The URL of the next page. Servers behind proxies often state an inner host or http; a link below the root's
///        path is led back to the root's origin, any other foreign one is refused.
/// @param base  the URL of the page that holds the link
[[nodiscard]] Result<QUrl> resolveLink(const QUrl& base, const QString& link, const UrlRules& rules);

/// @returns the URL as it may be shown and logged: without user, query and fragment.
[[nodiscard]] QString shownUrl(const QUrl& url);
/// @returns shownUrl() as the place of an Error.
[[nodiscard]] SourceLocation placeOf(const QUrl& url);

} // namespace twin::net

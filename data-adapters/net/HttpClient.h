// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"
#include "net/Http.h"

#include <memory>

namespace twin::net {

/// The one HTTP transport of the program (docs/decisions/0022): https unless the rules say otherwise, redirects
/// followed by hand with the rules asked each time, credentials bound to their origin, deadlines and a size cap on
/// everything, retries with full-jitter waiting, ETag, Retry-After, at most four requests an origin, no cookies, no
/// HTTP/2. Works on an I/O thread of its own; send() blocks its caller and may be called from any thread but the GUI's.
class HttpClient {
public:
    HttpClient();
    /// No call may be under way.
    ~HttpClient();

    /// @brief Sends a request and waits for its answer.
    /// @returns a response with status 2xx (a 304 becomes the remembered one). Else: NotFound (404, 410), AccessDenied
    ///          (401, 403, a URL against the rules, a certificate), RateLimited (429, or asked to wait longer than the
    ///          total deadline), ServerError, Timeout, NetworkUnavailable, ResourceExhausted, Cancelled.
    ///          `Error::detail` holds at most 200 characters of the server's words, never a header.
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request, const CancellationToken& cancel);

    /// @returns how many requests went out, retries and redirects included.
    [[nodiscard]] qint64 requestCount() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Waits in small steps. @returns false when cancelled.
[[nodiscard]] bool waitFor(Milliseconds duration, const CancellationToken& cancel);

} // namespace twin::net

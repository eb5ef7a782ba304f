// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Http.h"

#include <condition_variable>
#include <functional>
#include <mutex>

#include <QNetworkReply>
#include <QObject>
#include <QSslCertificate>
#include <QTimer>

class QNetworkAccessManager;

namespace twin::net {

/// Where an exchange leaves its outcome for the thread that waits. Thread-safe.
class PendingResponse {
public:
    void finish(Result<HttpResponse>&& outcome);
    /// @returns the outcome once it is there; empty after `patience`.
    [[nodiscard]] std::optional<Result<HttpResponse>> waitFor(Milliseconds patience);

private:
    std::mutex m_mutex;
    std::condition_variable m_finished;
    std::optional<Result<HttpResponse>> m_outcome;
};

/// One request on the wire: no redirects, no retries; deadlines, size cap, certificate check. Lives on the I/O thread
/// and deletes itself when it is finished.
class HttpExchange : public QObject {
    Q_OBJECT

public:
    HttpExchange(QNetworkAccessManager& manager, const HttpRequest& request, const HttpHeaders& headers,
                 const QList<QSslCertificate>& authorities, std::shared_ptr<PendingResponse> pending, QObject* parent);
    ~HttpExchange() override;
    /// Ends it with Cancelled.
    void cancel();

private:
    void readSome();
    void checkAuthority();
    void finished();
    void fail(ErrorCode code, const QString& summary, const QString& detail = {});
    [[nodiscard]] HttpResponse response() const;
    [[nodiscard]] bool isTruncated() const;

    HttpRequest m_request;
    QList<QSslCertificate> m_authorities; ///< not empty: these alone
    std::shared_ptr<PendingResponse> m_pending;
    QNetworkReply* m_reply = nullptr;
    QByteArray m_body;
    QTimer m_connect;
    QTimer m_idle;
    QTimer m_total;
};

} // namespace twin::net

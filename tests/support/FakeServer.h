// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

/// What a FakeServer was asked.
struct FakeRequest {
    QByteArray method;
    QUrl url;                                 ///< path and query
    std::map<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? QByteArray() : found->second;
    }
    [[nodiscard]] QString query(const QString& key) const
    {
        return QUrlQuery(url.query(QUrl::FullyEncoded).replace(QLatin1Char('+'), QLatin1String("%20")))
            .queryItemValue(key, QUrl::FullyDecoded);
    }
};

/// What it answers, well or badly.
struct FakeReply {
    int status = 200;
    QByteArray body;
    std::map<QByteArray, QByteArray> headers = {{"Content-Type", "application/json"}};
    int delayMillis = 0;
    int cutAfter = -1;     ///< closes after so many bytes of the body, whose full length was announced
    bool raw = false;      ///< `body` alone goes out, without any HTTP around it
    bool silent = false;   ///< never answers
    int dribbleMillis = 0; ///< one byte each so many milliseconds
};

/// A loopback HTTP server for tests, on a thread of its own. The handler runs on that thread, one call at a time.
class FakeServer {
public:
    using Handler = std::function<FakeReply(const FakeRequest&)>;
    explicit FakeServer(Handler handler);
    /// With TLS.
    FakeServer(Handler handler, const QSslConfiguration& tls);
    ~FakeServer();

    [[nodiscard]] QUrl url(const QString& path = {}) const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] std::vector<FakeRequest> requests() const;
    [[nodiscard]] int mostAtOnce() const;          ///< answers that were being waited for at the same time
    [[nodiscard]] QByteArray lastProtocol() const; ///< negotiated by ALPN with the last TLS client; may be empty

private:
    struct Private;
    std::unique_ptr<Private> d;
};

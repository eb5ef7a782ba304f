// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/http/Message.h"
#include "model/Result.h"

#include <functional>

#include <QObject>

class QTcpServer;

namespace twin::demoplatform {

/// An HTTP/1.1 server on loopback with hard limits: 16 KiB of head, 1 MiB of body, 10 s for a request, 60 s without
/// progress, 256 connections. Debian's QHttpServer 6.4 has none of them (docs/decisions/0023). One thread, with an
/// event loop.
class HttpServer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<Response(const Request&)>;

    explicit HttpServer(Handler handler, QObject* parent = nullptr);

    /// @param port  0: any free one
    /// @returns the port; ResourceExhausted when it is taken.
    Result<quint16> listen(quint16 port);
    [[nodiscard]] QByteArray origin() const; ///< "http://127.0.0.1:8080"
    [[nodiscard]] int connections() const;

private:
    void accept();

    QTcpServer* m_server;
    Handler m_handler;
};

} // namespace twin::demoplatform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/http/HttpServer.h"

#include <QTimer>

class QTcpSocket;

namespace twin::demoplatform {

/// One client. Answers its requests one after the other and ends when it is late, asks too much or is gone.
class Connection : public QObject {
    Q_OBJECT

public:
    Connection(QTcpSocket* socket, QByteArray origin, HttpServer::Handler handler, QObject* parent);

private:
    enum class Step { Head, Body, Answering };

    void read();
    void handle();
    /// @returns false and answers when the head is no request that is understood.
    bool readHead(const QByteArray& head);
    void refuse(int status);
    void answer(Response response);
    void send(const Response& response);
    void drip();
    void finish();

    QTcpSocket* m_socket;
    QByteArray m_origin;
    HttpServer::Handler m_handler;
    QTimer m_deadline;
    QTimer m_dripping;
    QByteArray m_buffer;
    QByteArray m_waiting; ///< what still has to be dripped
    int m_drip = 0;
    Request m_request;
    qsizetype m_bodySize = 0;
    Step m_step = Step::Head;
    bool m_keepAlive = true;
};

} // namespace twin::demoplatform

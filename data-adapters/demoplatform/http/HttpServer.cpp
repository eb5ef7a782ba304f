// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/http/HttpServer.h"

#include "demoplatform/http/Connection.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>

namespace twin::demoplatform {
namespace {

constexpr int mostConnections = 256;

} // namespace

HttpServer::HttpServer(Handler handler, QObject* parent)
    : QObject(parent), m_server(new QTcpServer(this)), m_handler(std::move(handler))
{
    connect(m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
}

Result<quint16> HttpServer::listen(quint16 port)
{
    if (!m_server->listen(QHostAddress::LocalHost, port))
        return failure(ErrorCode::ResourceExhausted,
                       QCoreApplication::translate("twin::demoplatform", "Der Anschluss %1 ist nicht frei.").arg(port),
                       m_server->errorString(),
                       QCoreApplication::translate("twin::demoplatform",
                                                   "Wählen Sie mit --port einen anderen; 0 nimmt irgendeinen freien."));
    return m_server->serverPort();
}

QByteArray HttpServer::origin() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_server->serverPort());
}

int HttpServer::connections() const
{
    return int(findChildren<Connection*>(QString(), Qt::FindDirectChildrenOnly).size());
}

void HttpServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        if (connections() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new Connection(socket, origin(), m_handler, this); // ends itself
    }
}

} // namespace twin::demoplatform

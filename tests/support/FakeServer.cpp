// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeServer.h"

#include <mutex>

#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

namespace {

/// Takes a whole request from the front of `data`; empty while it is not complete.
std::optional<FakeRequest> takeRequest(QByteArray& data)
{
    const qsizetype end = data.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    FakeRequest request;
    const QList<QByteArray> lines = data.left(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> first = lines.value(0).split(' ');
    request.method = first.value(0);
    request.url = QUrl::fromEncoded(first.value(1));
    for (const QByteArray& line : lines.mid(1))
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    const qsizetype length = request.header("content-length").toLongLong();
    if (data.size() < end + 4 + length)
        return std::nullopt;
    request.body = data.mid(end + 4, length);
    data.remove(0, end + 4 + length);
    return request;
}

QByteArray wireText(const FakeReply& reply)
{
    if (reply.raw)
        return reply.body;
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\n";
    for (const auto& [name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    text += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n";
    return text + (reply.cutAfter >= 0 ? reply.body.left(reply.cutAfter) : reply.body);
}

} // namespace

struct FakeServer::Private : QObject {
    Handler handler;
    QThread thread;
    QTcpServer* server = nullptr;
    mutable std::mutex mutex;
    std::vector<FakeRequest> requests;
    int waiting = 0;
    int mostWaiting = 0;
    QByteArray protocol;
    quint16 port = 0;

    void start(QTcpServer* made)
    {
        server = made;
        server->listen(QHostAddress::LocalHost);
        port = server->serverPort();
        connect(server, &QTcpServer::pendingConnectionAvailable, server, [this] { takeConnections(); });
        server->moveToThread(&thread);
        connect(&thread, &QThread::finished, server, &QObject::deleteLater);
        thread.start();
    }

    void takeConnections()
    {
        while (QTcpSocket* socket = server->nextPendingConnection()) {
            if (auto* secure = qobject_cast<QSslSocket*>(socket)) {
                const std::lock_guard lock(mutex);
                protocol = secure->sslConfiguration().nextNegotiatedProtocol();
            }
            auto data = std::make_shared<QByteArray>();
            const auto read = [this, socket, data] {
                *data += socket->readAll();
                while (const auto request = takeRequest(*data))
                    answer(socket, *request);
            };
            connect(socket, &QTcpSocket::readyRead, socket, read);
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read();
        }
    }

    void answer(QTcpSocket* socket, const FakeRequest& request)
    {
        {
            const std::lock_guard lock(mutex);
            requests.push_back(request);
            mostWaiting = std::max(mostWaiting, ++waiting);
        }
        const FakeReply reply = handler(request);
        if (reply.silent)
            return;
        QTimer::singleShot(reply.delayMillis, socket, [this, socket, reply] {
            {
                const std::lock_guard lock(mutex);
                --waiting;
            }
            const QByteArray text = wireText(reply);
            if (reply.dribbleMillis > 0)
                dribble(socket, text, reply.dribbleMillis);
            else
                socket->write(text);
            if (reply.cutAfter >= 0 || reply.raw)
                socket->disconnectFromHost();
        });
    }

    static void dribble(QTcpSocket* socket, const QByteArray& text, int millis)
    {
        auto* timer = new QTimer(socket);
        auto at = std::make_shared<qsizetype>(0);
        connect(timer, &QTimer::timeout, socket, [socket, text, at] {
            if (*at < text.size()) {
                socket->write(text.constData() + (*at)++, 1);
                socket->flush();
            }
        });
        timer->start(millis);
    }
};

FakeServer::FakeServer(Handler handler) : d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
    d->start(new QTcpServer);
}

FakeServer::FakeServer(Handler handler, const QSslConfiguration& tls) : d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
    auto* server = new QSslServer;
    server->setSslConfiguration(tls);
    d->start(server);
}

FakeServer::~FakeServer()
{
    d->thread.quit();
    d->thread.wait();
}

QUrl FakeServer::url(const QString& path) const
{
    const bool secure = qobject_cast<QSslServer*>(d->server) != nullptr;
    return QUrl(QStringLiteral("%1://localhost:%2%3")
                    .arg(secure ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(d->port)
                    .arg(path));
}

quint16 FakeServer::port() const
{
    return d->port;
}

std::vector<FakeRequest> FakeServer::requests() const
{
    const std::lock_guard lock(d->mutex);
    return d->requests;
}

int FakeServer::mostAtOnce() const
{
    const std::lock_guard lock(d->mutex);
    return d->mostWaiting;
}

QByteArray FakeServer::lastProtocol() const
{
    const std::lock_guard lock(d->mutex);
    return d->protocol;
}

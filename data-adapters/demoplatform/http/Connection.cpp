// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/http/Connection.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>

namespace twin::demoplatform {
namespace {

constexpr qsizetype mostHead = 16 * 1024;
constexpr qsizetype mostBody = 1024 * 1024;
constexpr int requestTime = 10'000; ///< for a whole request, so that nobody holds a place by a byte now and then
constexpr int idleTime = 60'000;
constexpr int dripTime = 50;

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Internal Server Error";
    }
}

bool isToken(const QByteArray& word)
{
    static const QByteArray others = "!#$%&'*+-.^_`|~";
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.contains(c);
    });
}

} // namespace

Connection::Connection(QTcpSocket* socket, QByteArray origin, HttpServer::Handler handler, QObject* parent)
    : QObject(parent), m_socket(socket), m_origin(std::move(origin)), m_handler(std::move(handler))
{
    socket->setParent(this);
    socket->setReadBufferSize(mostHead + mostBody);
    m_deadline.setSingleShot(true);
    m_deadline.start(requestTime);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_step == Step::Answering || m_buffer.isEmpty())
            finish();
        else
            refuse(408);
    });
    connect(&m_dripping, &QTimer::timeout, this, &Connection::drip);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] { m_deadline.start(idleTime); });
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void Connection::read()
{
    if (m_step == Step::Answering)
        return; // what comes too early waits in the socket, whose buffer is bounded
    m_buffer += m_socket->read(mostHead + mostBody - m_buffer.size());
    if (m_step == Step::Head) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0 ? m_buffer.size() > mostHead : end > mostHead)
            return refuse(431);
        if (end < 0)
            return;
        const QByteArray head = m_buffer.left(end);
        m_buffer.remove(0, end + 4);
        if (!readHead(head))
            return;
        m_step = Step::Body;
    }
    if (m_step == Step::Body && m_buffer.size() >= m_bodySize)
        handle();
}

bool Connection::readHead(const QByteArray& head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines[0].trimmed().split(' ');
    if (words.size() != 3 || !isToken(words[0]))
        return refuse(400), false;
    if (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0")
        return refuse(505), false;
    const auto request = parseTarget(words[1]);
    if (!request || lines.size() > 101)
        return refuse(400), false;
    m_request = *request;
    m_request.method = words[0];
    m_request.origin = m_origin;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        const QByteArray name = lines[i].left(std::max<qsizetype>(colon, 0));
        if (!isToken(name))
            return refuse(400), false;
        m_request.headers[name.toLower()] = lines[i].mid(colon + 1).trimmed();
    }
    if (!m_request.header("transfer-encoding").isEmpty())
        return refuse(501), false;
    bool isNumber = true;
    const QByteArray length = m_request.header("content-length");
    const qint64 size = length.isEmpty() ? 0 : length.toLongLong(&isNumber);
    if (!isNumber || size < 0)
        return refuse(400), false;
    if (size > mostBody)
        return refuse(413), false;
    m_bodySize = size;
    const QByteArray wish = m_request.header("connection").toLower();
    m_keepAlive = words[2] == "HTTP/1.1" ? wish != "close" : wish == "keep-alive";
    return true;
}

void Connection::handle()
{
    m_request.body = m_buffer.left(m_bodySize);
    m_buffer.remove(0, m_bodySize);
    m_step = Step::Answering;
    m_deadline.start(idleTime);
    answer(m_handler(m_request));
}

void Connection::refuse(int status)
{
    m_keepAlive = false;
    m_request = {};
    m_step = Step::Answering;
    m_deadline.start(requestTime);
    send(Response::text(status, "text/plain", reason(status) + '\n'));
}

void Connection::answer(Response response)
{
    if (response.delayMilliseconds <= 0)
        return send(response);
    QTimer::singleShot(response.delayMilliseconds, this, [this, response] { send(response); });
}

void Connection::send(const Response& response)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    const bool hasBody = response.status != 204 && response.status != 304;
    if (hasBody)
        head += "Content-Type: " + response.type + "\r\nContent-Length: " + QByteArray::number(response.body.size()) +
                "\r\n";
    head +=
        "Date: " +
        QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() +
        " GMT\r\n";
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    const bool isCut = response.cutAfter >= 0 && response.cutAfter < response.body.size();
    m_keepAlive = m_keepAlive && !isCut;
    head += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    QByteArray all = head;
    if (hasBody && m_request.method != "HEAD")
        all += isCut ? response.body.left(response.cutAfter) : response.body;
    if (response.drip <= 0) {
        m_socket->write(all);
        return finish();
    }
    m_waiting = all;
    m_drip = response.drip;
    m_dripping.start(dripTime);
}

void Connection::drip()
{
    m_socket->write(m_waiting.left(m_drip));
    m_waiting.remove(0, m_drip);
    if (!m_waiting.isEmpty())
        return;
    m_dripping.stop();
    finish();
}

void Connection::finish()
{
    if (!m_keepAlive || m_deadline.remainingTime() <= 0) {
        m_keepAlive = false;
        m_socket->disconnectFromHost(); // after what is still to be written
        m_deadline.start(requestTime);
        if (m_socket->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
        return;
    }
    m_step = Step::Head;
    m_deadline.start(idleTime);
    if (!m_buffer.isEmpty() || m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

} // namespace twin::demoplatform

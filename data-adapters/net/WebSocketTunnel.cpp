// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/WebSocketTunnel.h"

#include "net/Text.h"

#include <mutex>

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace twin::net {
namespace {

constexpr qint64 furtherBytes = 64 * 1024;          ///< of a packet beside its message
constexpr qint64 mostWaiting = qint64(64) << 20;    ///< bytes that the reader may lag behind
constexpr auto subprotocol = QLatin1String("mqtt"); ///< as registered

Error unreadable(const QString& file)
{
    return {ErrorCode::NotFound,
            Text::tr("Die Zertifikate für den MQTT-Server sind nicht lesbar."),
            {},
            {},
            {file, -1, {}}};
}

Result<QSslConfiguration> securityOf(const MqttSettings& settings)
{
    QSslConfiguration security = QSslConfiguration::defaultConfiguration();
    security.setProtocol(QSsl::TlsV1_2OrLater);
    security.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!settings.caFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(settings.caFile);
        if (authorities.isEmpty())
            return failure(unreadable(settings.caFile));
        security.setCaCertificates(authorities);
    }
    if (settings.certificate.isEmpty())
        return security;
    const auto chain = QSslCertificate::fromPath(settings.certificate);
    QFile file(settings.key);
    if (chain.isEmpty())
        return failure(unreadable(settings.certificate));
    if (!file.open(QIODevice::ReadOnly))
        return failure(unreadable(settings.key));
    const QByteArray pem = file.readAll();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return failure(unreadable(settings.key));
    security.setLocalCertificateChain(chain);
    security.setPrivateKey(key);
    return security;
}

} // namespace

bool isWebSocket(const QUrl& url)
{
    const QString scheme = url.scheme().toLower();
    return scheme == QLatin1String("ws") || scheme == QLatin1String("wss");
}

struct WebSocketTunnel::Private {
    QTemporaryDir folder;
    QUrl url;
    QSslConfiguration security;
    qint64 mostBytes = 0;
    QThread thread;
    mutable std::mutex mutex;
    QString trouble;

    // Of the thread.
    QObject* all = nullptr; ///< owns what follows
    QLocalServer* server = nullptr;
    QLocalSocket* client = nullptr;
    QWebSocket* broker = nullptr;

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("mqtt")); }
    bool listen();
    void accept();
    void openBroker();
    void send();
    void receive(const QByteArray& bytes);
    void end(const QString& why);
};

bool WebSocketTunnel::Private::listen()
{
    server = new QLocalServer(all);
    server->setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(server, &QLocalServer::newConnection, all, [this] { accept(); });
    return server->listen(path());
}

void WebSocketTunnel::Private::accept()
{
    QLocalSocket* const next = server->nextPendingConnection();
    if (client != nullptr) { // one is served
        next->deleteLater();
        return;
    }
    client = next;
    client->setParent(all);
    QObject::connect(client, &QLocalSocket::readyRead, all, [this] { send(); });
    QObject::connect(client, &QLocalSocket::disconnected, all, [this] { broker->close(); });
    openBroker();
}

void WebSocketTunnel::Private::openBroker()
{
    broker = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, all);
    const auto most = static_cast<quint64>(mostBytes + furtherBytes);
    broker->setMaxAllowedIncomingFrameSize(most);
    broker->setMaxAllowedIncomingMessageSize(most);
    if (url.scheme() == QLatin1String("wss"))
        broker->setSslConfiguration(security);
    QObject::connect(broker, &QWebSocket::connected, all, [this] { send(); });
    QObject::connect(broker, &QWebSocket::binaryMessageReceived, all,
                     [this](const QByteArray& bytes) { receive(bytes); });
    QObject::connect(broker, &QWebSocket::textMessageReceived, all,
                     [this] { end(Text::tr("Der MQTT-Server hält sich nicht an MQTT über WebSocket.")); });
    QObject::connect(broker, &QWebSocket::sslErrors, all,
                     [this] { end(Text::tr("Die verschlüsselte Verbindung zum MQTT-Server kam nicht zustande.")); });
    QObject::connect(broker, &QWebSocket::stateChanged, all, [this](QAbstractSocket::SocketState state) {
        if (state != QAbstractSocket::UnconnectedState)
            return;
        end(broker->error() == QAbstractSocket::SslHandshakeFailedError
                ? Text::tr("Die verschlüsselte Verbindung zum MQTT-Server kam nicht zustande.")
            : broker->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData
                ? Text::tr("Eine Nachricht ist größer als erlaubt.")
                : Text::tr("Der MQTT-Server ist über WebSocket nicht zu erreichen."));
    });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({subprotocol});
    broker->open(url, options);
}

void WebSocketTunnel::Private::send()
{
    if (broker != nullptr && broker->state() == QAbstractSocket::ConnectedState && client->bytesAvailable() > 0)
        broker->sendBinaryMessage(client->readAll());
}

void WebSocketTunnel::Private::receive(const QByteArray& bytes)
{
    if (client->bytesToWrite() + bytes.size() > mostWaiting)
        end(Text::tr("Der MQTT-Server sendet schneller, als gelesen werden kann."));
    else
        client->write(bytes);
}

/// The first reason counts; the library sees a connection that is lost.
void WebSocketTunnel::Private::end(const QString& why)
{
    {
        const std::scoped_lock lock(mutex);
        if (trouble.isEmpty())
            trouble = why;
    }
    client->abort();
}

WebSocketTunnel::WebSocketTunnel(std::unique_ptr<Private> made) : d(std::move(made)) {}

Result<std::unique_ptr<WebSocketTunnel>> WebSocketTunnel::open(const MqttSettings& settings)
{
    auto made = std::make_unique<Private>();
    made->url = settings.rules.root;
    made->url.setFragment({}); // the topic
    made->mostBytes = settings.mostBytes;
    TWIN_TRY(made->security, securityOf(settings));
    made->all = new QObject;
    made->all->moveToThread(&made->thread);
    QObject::connect(&made->thread, &QThread::finished, made->all, &QObject::deleteLater);
    made->thread.setObjectName(QStringLiteral("websocket"));
    made->thread.start();
    std::unique_ptr<WebSocketTunnel> tunnel(new WebSocketTunnel(std::move(made)));
    bool listens = false;
    QMetaObject::invokeMethod(
        tunnel->d->all, [&] { listens = tunnel->d->listen(); }, Qt::BlockingQueuedConnection);
    if (!listens)
        return failure(ErrorCode::AccessDenied, Text::tr("Der Weg zum MQTT-Server lässt sich nicht anlegen."),
                       tunnel->d->path(),
                       Text::tr("Prüfen Sie, ob der Ordner für vorläufige Dateien beschreibbar ist."));
    return tunnel;
}

WebSocketTunnel::~WebSocketTunnel()
{
    d->thread.quit();
    d->thread.wait();
}

QString WebSocketTunnel::path() const
{
    return d->path();
}

QString WebSocketTunnel::trouble() const
{
    const std::scoped_lock lock(d->mutex);
    return d->trouble;
}

} // namespace twin::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/MqttClient.h"

#include "net/Backoff.h"
#include "net/HttpClient.h"
#include "net/PacketNumbers.h"
#include "net/Text.h"
#include "net/WebSocketTunnel.h"

#include <csignal>
#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <QFile>
#include <QRandomGenerator>
#include <QUuid>

namespace twin::net {
namespace {

constexpr int loopMillis = 100;
constexpr auto brokerTopic = "$SYS/broker/version"; // not of MQTT itself, but widely offered
constexpr Milliseconds connectDeadline = std::chrono::seconds(10);

struct Closer {
    void operator()(mosquitto* client) const { mosquitto_destroy(client); }
};
using Handle = std::unique_ptr<mosquitto, Closer>;

/// What the library's callbacks see; they run inside mosquitto_loop on the thread of run().
struct Session {
    const std::vector<MqttSubscription>& subscriptions;
    const std::function<void(MqttMessage&&)>& message;
    const std::function<void(const MqttEvent&)>& event;
    qint64 mostBytes;
    bool asksBroker; ///< for its name
    bool connected = false;
    bool refused = false;
    bool tooNew = false;     ///< the broker does not know this version of MQTT
    int askedBroker = 0;     ///< the request for the broker's name
    bool isAnswered = false; ///< … and whether the broker granted or refused it
    bool counts = false;     ///< the broker is one whose numbers tell what it dropped
    PacketNumbers numbers = {};
};

void onConnect(mosquitto* client, void* object, int code)
{
    auto& session = *static_cast<Session*>(object);
    if (code != 0) {
        session.refused = true;
        session.tooNew = code == 1 || code == MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION;
        if (session.tooNew)
            return;
        session.event(
            {MqttEvent::Kind::Refused,
             code == 4 || code == 5 || code == MQTT_RC_NOT_AUTHORIZED || code == MQTT_RC_BAD_USERNAME_OR_PASSWORD
                 ? Text::tr("Der MQTT-Server weist die Anmeldung ab.")
                 : Text::tr("Der MQTT-Server weist die Verbindung ab (%1).").arg(code)});
        return;
    }
    session.connected = true;
    session.event({MqttEvent::Kind::Connected, {}});
    if (session.asksBroker) // first: what follows may be numbered
        mosquitto_subscribe(client, &session.askedBroker, brokerTopic, 0);
    for (const MqttSubscription& subscription : session.subscriptions)
        mosquitto_subscribe(client, nullptr, subscription.filter.toUtf8().constData(), subscription.qos);
}

void onSubscribe(mosquitto*, void* object, int request, int count, const int* granted)
{
    auto& session = *static_cast<Session*>(object);
    if (session.asksBroker && request == session.askedBroker) {
        session.isAnswered = true; // it may keep that to itself
        return;
    }
    for (int i = 0; i < count; ++i)
        if (granted[i] >= 128)
            session.event(
                {MqttEvent::Kind::SubscriptionRefused, Text::tr("Der MQTT-Server erlaubt dieses Thema nicht.")});
}

void onMessage(mosquitto*, void* object, const mosquitto_message* message)
{
    auto& session = *static_cast<Session*>(object);
    if (qstrcmp(message->topic, brokerTopic) == 0) {
        session.counts =
            QByteArrayView(static_cast<const char*>(message->payload), message->payloadlen).startsWith("mosquitto");
        return;
    }
    const qint64 missing = session.numbers.missingBefore(message->mid);
    if (session.counts && missing > 0)
        session.event({MqttEvent::Kind::Missed, {}, missing});
    if (message->payloadlen > session.mostBytes) {
        session.event({MqttEvent::Kind::MessageTooLarge, Text::tr("Eine Nachricht ist größer als erlaubt.")});
        return;
    }
    session.message({QString::fromUtf8(message->topic),
                     QByteArray(static_cast<const char*>(message->payload), message->payloadlen), systemNow(),
                     message->retain});
}

QString lossSentence(int code)
{
    switch (code) {
    case MOSQ_ERR_TLS:
        return Text::tr("Die verschlüsselte Verbindung zum MQTT-Server kam nicht zustande.");
    case MOSQ_ERR_EAI:
    case MOSQ_ERR_ERRNO:
    case MOSQ_ERR_NO_CONN:
    case MOSQ_ERR_CONN_REFUSED:
        return Text::tr("Der MQTT-Server ist nicht zu erreichen.");
    case MOSQ_ERR_KEEPALIVE:
        return Text::tr("Der MQTT-Server antwortet nicht mehr.");
    default:
        return Text::tr("Die Verbindung zum MQTT-Server brach ab.");
    }
}

bool isSecure(const QUrl& url)
{
    return url.scheme() == QLatin1String("mqtts");
}

} // namespace

struct MqttClient::Private {
    MqttSettings settings;

    Result<Handle> makeHandle(Session& session, bool version5) const;
    Result<void> secure(mosquitto* client) const;
    int connectAndLoop(mosquitto* client, const WebSocketTunnel* tunnel, Session& session, Backoff& backoff,
                       const CancellationToken& cancel) const;
};

bool isBrokerScheme(QStringView scheme)
{
    return scheme == QLatin1String("mqtt") || scheme == QLatin1String("mqtts") || scheme == QLatin1String("ws") ||
           scheme == QLatin1String("wss");
}

bool topicMatches(QStringView filter, QStringView topic)
{
    if (topic.startsWith(u'$') && !filter.startsWith(u'$'))
        return false;
    const auto wanted = filter.split(u'/');
    const auto given = topic.split(u'/');
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == u"#")
            return true;
        if (i >= given.size() || (wanted[i] != u"+" && wanted[i] != given[i]))
            return false;
    }
    return wanted.size() == given.size();
}

Result<void> checkTopicFilter(const QString& filter)
{
    const QByteArray utf8 = filter.toUtf8();
    if (!utf8.isEmpty() &&
        mosquitto_sub_topic_check2(utf8.constData(), static_cast<size_t>(utf8.size())) == MOSQ_ERR_SUCCESS)
        return {};
    return failure(
        ErrorCode::InvalidParameter, Text::tr("„%1“ ist kein MQTT-Thema.").arg(filter.left(100)), {},
        Text::tr("Ein Thema besteht aus Teilen mit / dazwischen; + steht für einen Teil, # am Ende für alle."));
}

MqttClient::MqttClient(MqttSettings settings) : d(std::make_unique<Private>(Private{std::move(settings)}))
{
    mosquitto_lib_init(); // counts its callers
}

MqttClient::~MqttClient()
{
    mosquitto_lib_cleanup();
}

Result<void> MqttClient::Private::secure(mosquitto* client) const
{
    const QByteArray authorities = settings.caFile.toLocal8Bit();
    const QByteArray certificate = settings.certificate.toLocal8Bit();
    const QByteArray key = settings.key.toLocal8Bit();
    if (authorities.isEmpty())
        mosquitto_int_option(client, MOSQ_OPT_TLS_USE_OS_CERTS, 1);
    const int set = mosquitto_tls_set(client, authorities.isEmpty() ? nullptr : authorities.constData(), nullptr,
                                      certificate.isEmpty() ? nullptr : certificate.constData(),
                                      key.isEmpty() ? nullptr : key.constData(), nullptr);
    if (set != MOSQ_ERR_SUCCESS && !(authorities.isEmpty() && certificate.isEmpty()))
        return failure(ErrorCode::NotFound, Text::tr("Die Zertifikate für den MQTT-Server sind nicht lesbar."),
                       QString::fromUtf8(mosquitto_strerror(set)));
    mosquitto_tls_opts_set(client, 1, "tlsv1.2", nullptr); // verify the peer; 1.2 and later
    return {};
}

Result<Handle> MqttClient::Private::makeHandle(Session& session, bool version5) const
{
    const QString id = settings.clientId.isEmpty()
                           ? QStringLiteral("stadtzwilling-") + QUuid::createUuid().toString(QUuid::Id128).left(12)
                           : settings.clientId;
    Handle client(mosquitto_new(id.toUtf8().constData(), true, &session));
    if (!client)
        return failure(ErrorCode::ResourceExhausted, Text::tr("Der MQTT-Zugang lässt sich nicht anlegen."));
    mosquitto_int_option(client.get(), MOSQ_OPT_PROTOCOL_VERSION, version5 ? MQTT_PROTOCOL_V5 : MQTT_PROTOCOL_V311);
    mosquitto_int_option(client.get(), MOSQ_OPT_RECEIVE_MAXIMUM, settings.waitingAtBroker);
    mosquitto_connect_callback_set(client.get(), onConnect);
    mosquitto_subscribe_callback_set(client.get(), onSubscribe);
    mosquitto_message_callback_set(client.get(), onMessage);
    if (!settings.user.isEmpty())
        mosquitto_username_pw_set(client.get(), settings.user.toUtf8().constData(), settings.password.constData());
    if (isSecure(settings.rules.root))
        TWIN_CHECK(secure(client.get()));
    return client;
}

/// @param tunnel  null: the broker itself is connected
/// @returns why it ended: an error of the library, MOSQ_ERR_SUCCESS when cancelled.
int MqttClient::Private::connectAndLoop(mosquitto* client, const WebSocketTunnel* tunnel, Session& session,
                                        Backoff& backoff, const CancellationToken& cancel) const
{
    const QUrl& url = settings.rules.root;
    const QString host = tunnel ? tunnel->path() : url.host();
    const int port = tunnel ? 0 : url.port(isSecure(url) ? 8883 : 1883); // 0: the host is a socket's file
    // The asynchronous call does not wait for the server; the loop does, in small steps.
    int code = mosquitto_connect_async(client, QFile::encodeName(host).constData(), port, settings.keepAliveSeconds);
    const Instant deadline = systemNow() + connectDeadline;
    bool told = false;
    while (code == MOSQ_ERR_SUCCESS) {
        if (cancel.isCancelled()) {
            mosquitto_disconnect(client);
            return MOSQ_ERR_SUCCESS;
        }
        code = mosquitto_loop(client, loopMillis, 1);
        if (session.connected && !told) {
            told = true;
            backoff.connected(systemNow());
        }
        if (session.refused)
            return MOSQ_ERR_CONN_REFUSED;
        if (!session.connected && systemNow() > deadline)
            return MOSQ_ERR_KEEPALIVE;
    }
    return code;
}

Result<void> MqttClient::run(const std::vector<MqttSubscription>& subscriptions,
                             const std::function<void(MqttMessage&&)>& message,
                             const std::function<void(const MqttEvent&)>& event, const CancellationToken& cancel)
{
    TWIN_CHECK(checkRoot(d->settings.rules));
    for (const MqttSubscription& subscription : subscriptions)
        TWIN_CHECK(checkTopicFilter(subscription.filter));
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // as Qt's sockets do: a broken connection is an error, not the end of the process
#endif
    Backoff backoff;
    bool version5 = d->settings.version5;
    bool asksBroker = true;
    while (!cancel.isCancelled()) {
        Session session{subscriptions, message, event, d->settings.mostBytes, asksBroker};
        TWIN_TRY(const Handle client, d->makeHandle(session, version5));
        std::unique_ptr<WebSocketTunnel> tunnel;
        if (isWebSocket(d->settings.rules.root)) {
            TWIN_TRY(tunnel, WebSocketTunnel::open(d->settings));
        }
        const int code = d->connectAndLoop(client.get(), tunnel.get(), session, backoff, cancel);
        if (code == MOSQ_ERR_SUCCESS)
            break;
        if (session.connected && !session.isAnswered) // some brokers hang up on whoever asks for what is not theirs
            asksBroker = false;
        // Some old brokers say that they know no MQTT 5, others just hang up.
        const bool hungUp = code == MOSQ_ERR_CONN_LOST && !session.connected;
        if (session.tooNew && version5) {
            version5 = false;
            continue;
        }
        if (hungUp)
            version5 = d->settings.version5 && !version5;
        const QString trouble = tunnel ? tunnel->trouble() : QString();
        if (!session.refused)
            event({MqttEvent::Kind::Lost, trouble.isEmpty() ? lossSentence(code) : trouble});
        if (!waitFor(backoff.failed(systemNow(), QRandomGenerator::global()->generateDouble()), cancel))
            break;
    }
    return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
}

} // namespace twin::net

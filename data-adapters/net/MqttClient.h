// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"
#include "net/UrlPolicy.h"

#include "model/observe/Instant.h"

#include <functional>
#include <memory>
#include <vector>

#include <QByteArray>

namespace twin::net {

/// How to reach a broker.
struct MqttSettings {
    UrlRules rules; ///< root: mqtts://host[:port] or wss://host[:port][/path], or mqtt:// and ws:// under the rules
                    ///< of UrlRules
    QString user;
    QByteArray password; ///< never shown or logged
    QString caFile;      ///< PEM: these authorities alone; empty: the system's
    QString certificate; ///< PEM of a client certificate, with `key`; empty: none
    QString key;
    QString clientId;            ///< empty: one by chance
    bool version5 = true;        ///< 3.1.1 where the broker knows no other; false: 3.1.1
    int waitingAtBroker = 20000; ///< MQTT 5: messages that a broker holds on their way while nobody reads them; the
                                 ///< usual 20 make it drop others after a short moment of ours without a processor
    int keepAliveSeconds = 30;
    qint64 mostBytes = qint64(1) << 20; ///< of a message; larger ones are counted and dropped
};

struct MqttSubscription {
    QString filter; ///< e.g. "stadt/+/klima/#"
    int qos = 1;
};

struct MqttMessage {
    QString topic;
    QByteArray payload;
    Instant receivedAt{};
    bool retained = false;
};

/// What a run tells of its connection.
struct MqttEvent {
    enum class Kind : std::uint8_t { Connected, Lost, Refused, SubscriptionRefused, MessageTooLarge, Missed };
    Kind kind;
    QString text;     ///< one translated sentence
    qint64 count = 0; ///< of Missed: messages that the broker dropped before it sent them, where it lets one know
};

/// @returns true for a topic that a filter with + and # covers (MQTT 3.1.1 §4.7).
[[nodiscard]] bool topicMatches(QStringView filter, QStringView topic);
/// @returns InvalidParameter for a filter that MQTT does not allow.
[[nodiscard]] Result<void> checkTopicFilter(const QString& filter);

/// @returns true for mqtt, mqtts, ws and wss: the schemes of a broker's own address.
[[nodiscard]] bool isBrokerScheme(QStringView scheme);

/// A client of one broker over TCP or WebSocket, plain or with TLS. Reconnects with the program's own waiting times
/// (those of the library have no jitter and give up on refusals) and subscribes again each time: sessions are clean,
/// gaps are the caller's to fill from REST.
class MqttClient {
public:
    explicit MqttClient(MqttSettings settings);
    ~MqttClient();

    /// @brief Connects and delivers until cancelled. Both functions are called on the calling thread.
    /// @returns Cancelled, or at once an error that no waiting mends: an address against the rules, a wrong filter, a
    ///          missing certificate file.
    [[nodiscard]] Result<void> run(const std::vector<MqttSubscription>& subscriptions,
                                   const std::function<void(MqttMessage&&)>& message,
                                   const std::function<void(const MqttEvent&)>& event, const CancellationToken& cancel);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/MqttClient.h"

#include <QUrl>

namespace twin::net {

/// MQTT over WebSocket (MQTT 5.0 §6) for a library that speaks TCP only: a socket in a folder that this user alone may
/// enter, whose bytes travel in binary messages to the broker and back. One connection, on a thread of its own.
class WebSocketTunnel {
public:
    /// @brief Begins to listen; the way to the broker is opened once somebody connects. Any thread.
    /// @returns NotFound for certificates that cannot be read.
    static Result<std::unique_ptr<WebSocketTunnel>> open(const MqttSettings& settings);
    /// Ends the connection; waits for the thread.
    ~WebSocketTunnel();

    /// @returns the socket's file.
    [[nodiscard]] QString path() const;
    /// @returns why the way to the broker could not be opened or broke, one translated sentence; empty: it did not.
    [[nodiscard]] QString trouble() const;

private:
    struct Private;
    explicit WebSocketTunnel(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

/// @returns true for ws and wss.
[[nodiscard]] bool isWebSocket(const QUrl& url);

} // namespace twin::net

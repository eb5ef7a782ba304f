// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <QProcess>
#include <QTemporaryDir>

namespace twin::demoplatform {

/// A mosquitto of our own on two free loopback ports (MQTT and MQTT over WebSocket), without persistence. It ends with
/// this object. Main thread.
class Broker {
public:
    /// @returns NotFound where no mosquitto is installed, ServerError when it does not come up within five seconds.
    static Result<std::unique_ptr<Broker>> start();
    ~Broker();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] quint16 webSocketPort() const { return m_webSocketPort; }

private:
    Broker() = default;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_webSocketPort = 0;
};

} // namespace twin::demoplatform

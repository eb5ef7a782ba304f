// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A real mosquitto on a free loopback port, as installed from Debian.
class MosquittoBroker {
public:
    MosquittoBroker();
    ~MosquittoBroker();

    [[nodiscard]] static bool isInstalled();
    /// @returns false when it does not listen within some seconds.
    [[nodiscard]] bool start(const QString& furtherConfiguration = {});
    /// The same, and a second listener for mqtt, mqtts, ws or wss: furtherUrl().
    [[nodiscard]] bool startWith(const QString& scheme);
    /// For mqtts and wss: a certificate of 127.0.0.1 that nobody else has signed. @returns false without openssl.
    [[nodiscard]] bool makeCertificate();
    [[nodiscard]] QString certificate() const { return m_folder.filePath(QStringLiteral("broker.pem")); }
    [[nodiscard]] QString furtherUrl() const { return m_furtherUrl; }
    void kill();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const { return QStringLiteral("mqtt://127.0.0.1:%1").arg(m_port); }

private:
    [[nodiscard]] static QString program();
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_furtherPort = 0;
    QString m_furtherUrl;
};

/// Publishes as other programs do. @returns false when the broker did not take it.
[[nodiscard]] bool publish(quint16 port, const QString& topic, const QByteArray& payload, bool retain = false);
/// The same with each line as a message of its own.
[[nodiscard]] bool publishLines(quint16 port, const QString& topic, const QByteArray& lines);

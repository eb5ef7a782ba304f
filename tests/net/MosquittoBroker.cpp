// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/MosquittoBroker.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

MosquittoBroker::MosquittoBroker() = default;

MosquittoBroker::~MosquittoBroker()
{
    kill();
}

QString MosquittoBroker::program()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("mosquitto"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("mosquitto"), {QStringLiteral("/usr/sbin")})
                           : found;
}

bool MosquittoBroker::isInstalled()
{
    return !program().isEmpty() && !QStandardPaths::findExecutable(QStringLiteral("mosquitto_pub")).isEmpty();
}

bool MosquittoBroker::start(const QString& furtherConfiguration)
{
    if (m_port == 0) {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
    }
    QFile file(m_folder.filePath(QStringLiteral("mosquitto.conf")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QStringLiteral("listener %1 127.0.0.1\n%2\n")
                   .arg(m_port)
                   .arg(furtherConfiguration.isEmpty() ? QStringLiteral("allow_anonymous true") : furtherConfiguration)
                   .toUtf8());
    file.close();
    m_process.start(program(), {QStringLiteral("-c"), file.fileName()});
    for (int i = 0; i < 100; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(100))
            return true;
        QThread::msleep(50);
    }
    return false;
}

bool MosquittoBroker::makeCertificate()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                   QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("broker.key")), QStringLiteral("-out"),
                   certificate(), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1")});
    return openssl.waitForFinished(20000) && openssl.exitCode() == 0;
}

bool MosquittoBroker::startWith(const QString& scheme)
{
    if (m_furtherPort == 0) {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_furtherPort = probe.serverPort();
    }
    QString more = QStringLiteral("allow_anonymous true\nlistener %1 127.0.0.1\n").arg(m_furtherPort);
    if (scheme.startsWith(QLatin1String("ws")))
        more += QStringLiteral("protocol websockets\n");
    if (scheme == QLatin1String("mqtts") || scheme == QLatin1String("wss")) // only who started it may read the key
        more += QStringLiteral("certfile %1\nkeyfile %2\nuser root\n")
                    .arg(certificate(), m_folder.filePath(QStringLiteral("broker.key")));
    m_furtherUrl = QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_furtherPort);
    return start(more);
}

void MosquittoBroker::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

namespace {

bool publishWith(const QStringList& options, quint16 port, const QString& topic, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral("mosquitto_pub"),
                  QStringList{QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                              QString::number(port), QStringLiteral("-t"), topic, QStringLiteral("-q"),
                              QStringLiteral("1")} +
                      options);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(10000) && process.exitCode() == 0;
}

} // namespace

bool publish(quint16 port, const QString& topic, const QByteArray& payload, bool retain)
{
    QStringList options{QStringLiteral("-s")};
    if (retain)
        options.append(QStringLiteral("-r"));
    return publishWith(options, port, topic, payload);
}

bool publishLines(quint16 port, const QString& topic, const QByteArray& lines)
{
    return publishWith({QStringLiteral("-l")}, port, topic, lines);
}

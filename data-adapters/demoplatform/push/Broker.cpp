// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/push/Broker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#ifdef __linux__
#include <csignal>

#include <sys/prctl.h>
#endif

namespace twin::demoplatform {
namespace {

constexpr int startTime = 5000;

QString executable()
{
    const QString name = QStringLiteral("mosquitto");
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty()
               ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")})
               : found;
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

bool answers(quint16 port, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (socket.waitForConnected(200))
            return true;
        QThread::msleep(30);
    }
    return false;
}

} // namespace

Result<std::unique_ptr<Broker>> Broker::start()
{
    const QString program = executable();
    if (program.isEmpty())
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("twin::demoplatform", "Es ist kein mosquitto installiert."), {},
            QCoreApplication::translate("twin::demoplatform",
                                        "Installieren Sie das Paket „mosquitto“; alles außer MQTT geht auch ohne."));
    std::unique_ptr<Broker> broker(new Broker);
    broker->m_port = freePort();
    broker->m_webSocketPort = freePort();
    QFile config(broker->m_folder.filePath(QStringLiteral("mosquitto.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::demoplatform",
                                                   "Die Einstellungen des mosquitto ließen sich nicht schreiben."),
                       config.errorString());
    config.write("persistence false\nlog_dest none\nallow_anonymous true\nmax_queued_messages 20000\nlistener " +
                 QByteArray::number(broker->m_port) + " 127.0.0.1\nlistener " +
                 QByteArray::number(broker->m_webSocketPort) + " 127.0.0.1\nprotocol websockets\n");
    config.close();
#ifdef __linux__
    // A killed platform leaves no broker behind.
    broker->m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    broker->m_process.setStandardOutputFile(QProcess::nullDevice());
    broker->m_process.setStandardErrorFile(QProcess::nullDevice());
    broker->m_process.start(program, {QStringLiteral("-c"), config.fileName()});
    if (!broker->m_process.waitForStarted(startTime) || !answers(broker->m_port, startTime))
        return failure(ErrorCode::ServerError,
                       QCoreApplication::translate("twin::demoplatform", "Der mosquitto ist nicht angelaufen."),
                       broker->m_process.errorString());
    return broker;
}

Broker::~Broker()
{
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

} // namespace twin::demoplatform

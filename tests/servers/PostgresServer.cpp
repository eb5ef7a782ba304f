// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/PostgresServer.h"

#include <unistd.h>

#include <QDir>
#include <QTcpServer>
#include <QTest>

namespace {

/// Debian keeps each version in a folder of its own.
QString binaries()
{
    const QDir root(QStringLiteral("/usr/lib/postgresql"));
    for (const QString& version : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        if (const QString bin = root.filePath(version + QStringLiteral("/bin"));
            QFile::exists(bin + QStringLiteral("/initdb")))
            return bin;
    return {};
}

} // namespace

bool PostgresServer::isInstalled()
{
    return !binaries().isEmpty();
}

/// PostgreSQL refuses to run as root.
QStringList PostgresServer::asOwner(const QStringList& command) const
{
    if (geteuid() != 0)
        return command;
    return QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=postgres"),
                       QStringLiteral("--regid=postgres"), QStringLiteral("--clear-groups"),
                       QStringLiteral("--pdeathsig=KILL")} +
           command;
}

bool PostgresServer::run(const QStringList& command, QByteArray* out) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(command.first(), command.mid(1));
    const bool good =
        process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!good)
        qWarning() << command << process.readAllStandardError();
    if (out != nullptr)
        *out = process.readAllStandardOutput();
    return good;
}

bool PostgresServer::start()
{
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (m_port == 0) {
        if (geteuid() == 0 && !run({QStringLiteral("chown"), QStringLiteral("postgres:postgres"), m_folder.path()}))
            return false;
        if (!run(asOwner({binaries() + QStringLiteral("/initdb"), QStringLiteral("-D"), data, QStringLiteral("-U"),
                          QStringLiteral("twin"), QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"),
                          QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")})))
            return false;
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost))
            return false;
        m_port = probe.serverPort();
    }
    const QStringList command =
        asOwner({binaries() + QStringLiteral("/postgres"), QStringLiteral("-D"), data, QStringLiteral("-h"),
                 QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-c"),
                 QStringLiteral("fsync=off"), QStringLiteral("-k"), m_folder.path()});
    // Without fsync: it is the server that dies here, not the machine.
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setWorkingDirectory(m_folder.path());
    m_server.start(command.first(), command.mid(1));
    for (int i = 0; i < 1200 && m_server.state() != QProcess::NotRunning; ++i) {
        QProcess ready;
        ready.start(binaries() + QStringLiteral("/pg_isready"),
                    {QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                     QString::number(m_port)});
        if (ready.waitForFinished(10'000) && ready.exitCode() == 0)
            return true;
        QTest::qWait(100);
    }
    qWarning("PostgreSQL does not start");
    return false;
}

void PostgresServer::crash()
{
    m_server.kill();
    m_server.waitForFinished(30'000);
    // Its children notice, and leave; the lock file names a process that is gone.
    QTest::qWait(300);
}

PostgresServer::~PostgresServer()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate(); // SIGTERM: new clients are refused, it ends when the last has gone
    if (!m_server.waitForFinished(10'000))
        crash();
}

QString PostgresServer::url(const QString& database) const
{
    return QStringLiteral("postgresql://twin@127.0.0.1:%1/%2").arg(m_port).arg(database);
}

bool PostgresServer::create(const QString& database)
{
    return run({binaries() + QStringLiteral("/createdb"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"), QStringLiteral("twin"), database});
}

bool PostgresServer::hasTimescale()
{
    QByteArray out;
    return run({binaries() + QStringLiteral("/psql"), QStringLiteral("-At"), url(QStringLiteral("postgres")),
                QStringLiteral("-c"),
                QStringLiteral("SELECT count(*) FROM pg_available_extensions WHERE name = 'timescaledb'")},
               &out) &&
           out.trimmed() == "1";
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/LocalMailbox.h"

#include "model/Logging.h"

#include <utility>

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

namespace twin::net {
namespace {

constexpr int connectMilliseconds = 2000;
constexpr int answerMilliseconds = 10'000; ///< a window that opens a region may be busy
constexpr int letterMilliseconds = 5000;
constexpr int mostWaiting = 8;
const QByteArray taken = QByteArrayLiteral("taken");
const QByteArray notOurs = QByteArrayLiteral("not ours");

/// Addresses may be paths: longer than a socket's name can be, and nobody's business.
QString socketOf(const QString& folder, const QString& address)
{
    const QByteArray hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return folder + QStringLiteral("/stadtzwilling-") + QString::fromLatin1(hash);
}

} // namespace

LocalMailbox::LocalMailbox(Reader reader, QString folder, QObject* parent)
    : QObject(parent), m_reader(std::move(reader)), m_folder(std::move(folder))
{
}

LocalMailbox::~LocalMailbox()
{
    close();
}

QString LocalMailbox::runtimeFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

bool LocalMailbox::open(const QString& address)
{
    if (isOpen() && address == m_address)
        return true;
    close();
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return false;
    const QString socket = socketOf(m_folder, address);
    auto lock = std::make_unique<QLockFile>(socket + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // it is stale when its process is gone, however old
    if (!lock->tryLock(0))
        return false;
    QLocalServer::removeServer(socket); // of a process that crashed: the lock was free
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption);
    server->setMaxPendingConnections(mostWaiting);
    if (!server->listen(socket)) {
        qCWarning(log::app).noquote() << "no letters from other processes:" << server->errorString();
        return false;
    }
    connect(server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* sender = m_server ? m_server->nextPendingConnection() : nullptr)
            take(sender);
    });
    m_address = address;
    m_lock = std::move(lock);
    m_server = std::move(server);
    return true;
}

void LocalMailbox::close()
{
    m_server.reset(); // before the lock: whoever gets it next makes a socket of its own
    m_lock.reset();
}

void LocalMailbox::take(QLocalSocket* sender)
{
    sender->setReadBufferSize(mostBytes + 1);
    connect(sender, &QLocalSocket::disconnected, sender, &QObject::deleteLater);
    connect(sender, &QLocalSocket::readyRead, this, [this, sender] { read(*sender); });
    QTimer::singleShot(letterMilliseconds, sender, [sender] { sender->abort(); });
    read(*sender); // it may have written before
}

void LocalMailbox::read(QLocalSocket& sender)
{
    if (!sender.canReadLine()) {
        if (sender.bytesAvailable() > mostBytes)
            sender.abort();
        return;
    }
    QByteArray letter = sender.readLine();
    letter.chop(1);
    disconnect(&sender, &QLocalSocket::readyRead, this, nullptr); // one letter each
    sender.write((m_reader(letter) ? taken : notOurs) + '\n');
    sender.disconnectFromServer(); // once the answer is out
}

bool LocalMailbox::post(const QString& address, const QByteArray& letter, const QString& folder)
{
    if (folder.isEmpty() || letter.contains('\n') || letter.size() > mostBytes)
        return false;
    QLocalSocket socket;
    socket.connectToServer(socketOf(folder, address));
    if (!socket.waitForConnected(connectMilliseconds))
        return false;
    socket.write(letter + '\n');
    const QDeadlineTimer deadline(answerMilliseconds);
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return false;
    return socket.readLine() == taken + '\n';
}

} // namespace twin::net

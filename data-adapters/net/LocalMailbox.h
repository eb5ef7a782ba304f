// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QByteArray>
#include <QObject>
#include <QString>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace twin::net {

/// Where another process of the same person on the same computer leaves one line of text: how a second call of the
/// program reaches the window that is open already. A socket that only this person may open, in the session's runtime
/// folder. An address has one owner, the first; a lock that ends with its process says who that is, so what a crash
/// left behind is in nobody's way. The thread that made it needs an event loop.
class LocalMailbox : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = 32768; ///< of a letter

    /// Gets each letter. @returns whether it was for us: the sender is told, and else helps himself.
    using Reader = std::function<bool(const QByteArray& letter)>;

    /// @param folder  of this person alone, where senders look, too; empty: there is none, nothing comes
    explicit LocalMailbox(Reader reader, QString folder = runtimeFolder(), QObject* parent = nullptr);
    ~LocalMailbox() override;

    /// @brief Letters to this address come here from now on; those to another do so no longer.
    /// @returns false where another owns the address (ask again when it may be gone) or no socket can be made
    bool open(const QString& address);
    void close();
    [[nodiscard]] bool isOpen() const { return m_server != nullptr; }

    /// @brief Sends a letter and waits until it was read; some seconds at most, where the owner hangs. Any thread.
    /// @param letter  one line
    /// @returns whether an owner of the address took it
    [[nodiscard]] static bool post(const QString& address, const QByteArray& letter,
                                   const QString& folder = runtimeFolder());

    /// @returns a folder that nobody else can read; empty where the system has none.
    [[nodiscard]] static QString runtimeFolder();

private:
    void take(QLocalSocket* sender);
    void read(QLocalSocket& sender);

    Reader m_reader;
    QString m_folder;
    QString m_address;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace twin::net

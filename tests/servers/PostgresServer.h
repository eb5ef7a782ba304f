// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A PostgreSQL server of the test's own, in a temporary folder, on a port that was free. Ends with this object.
class PostgresServer {
public:
    /// @returns whether the machine has the programs.
    static bool isInstalled();
    ~PostgresServer();

    bool start(); ///< makes the cluster the first time; @returns false, and prints why
    void crash(); ///< SIGKILL to the server and all its children; start() brings it back with what was committed
    [[nodiscard]] QString url(const QString& database) const;
    /// Makes a database.
    bool create(const QString& database);
    [[nodiscard]] bool hasTimescale();

private:
    [[nodiscard]] QStringList asOwner(const QStringList& command) const;
    bool run(const QStringList& command, QByteArray* out = nullptr) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

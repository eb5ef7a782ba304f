// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

/// The demo platform as a process of its own, as the window starts it. Ends with this object.
class ServedPlatform {
public:
    ~ServedPlatform();

    /// @returns false when it does not say its addresses within some seconds.
    [[nodiscard]] bool start(const QStringList& options = {});
    void kill();
    [[nodiscard]] QString url(const char* name) const { return m_urls.value(QLatin1String(name)).toString(); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Asks it to end as a terminal does. @returns its exit code; -1 when it does not.
    int stop();

private:
    QProcess m_process;
    QJsonObject m_urls;
};

/// What one call of the program said.
struct Said {
    int exitCode = -1;
    QByteArray out, err;

    /// @returns each line of stdout that is a JSON object.
    [[nodiscard]] QList<QJsonObject> lines() const;
};

/// @brief Runs the program to its end. @param milliseconds  then it is killed, exit code -1
[[nodiscard]] Said program(const QStringList& words, int milliseconds = 120'000);
/// @brief As program(), several times at once: for calls that mostly wait.
[[nodiscard]] QList<Said> programs(const QStringList& words, int copies, int milliseconds = 120'000);

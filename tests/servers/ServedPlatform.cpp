// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/ServedPlatform.h"

#include <memory>
#include <vector>

#include <QJsonDocument>

ServedPlatform::~ServedPlatform()
{
    kill();
}

bool ServedPlatform::start(const QStringList& options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(TWIN_PROGRAM), QStringList{QStringLiteral("demo-platform"), QStringLiteral("--json"),
                                                              QStringLiteral("--with-parent")} +
                                                      options);
    QByteArray line;
    while (!line.contains('\n'))
        if (!m_process.waitForReadyRead(20'000))
            return false;
        else
            line += m_process.readAllStandardOutput();
    m_urls = QJsonDocument::fromJson(line).object();
    return !m_urls.isEmpty();
}

void ServedPlatform::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

int ServedPlatform::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

QList<QJsonObject> Said::lines() const
{
    QList<QJsonObject> list;
    for (const QByteArray& line : out.split('\n'))
        if (const QJsonObject object = QJsonDocument::fromJson(line).object(); !object.isEmpty())
            list.append(object);
    return list;
}

Said program(const QStringList& words, int milliseconds)
{
    return programs(words, 1, milliseconds).constFirst();
}

QList<Said> programs(const QStringList& words, int copies, int milliseconds)
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < copies; ++i) {
        processes.push_back(std::make_unique<QProcess>());
        processes.back()->start(QStringLiteral(TWIN_PROGRAM), words);
        processes.back()->closeWriteChannel();
    }
    QList<Said> said;
    for (const auto& process : processes) {
        const bool isDone = process->waitForFinished(milliseconds) || process->state() == QProcess::NotRunning;
        if (!isDone) {
            process->kill();
            process->waitForFinished(5000);
        }
        said.append({isDone && process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
                     process->readAllStandardOutput(), process->readAllStandardError()});
    }
    return said;
}

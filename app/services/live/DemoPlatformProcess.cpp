// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoPlatformProcess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace twin::services {
namespace {

constexpr int lookMilliseconds = 100;
constexpr qint64 longestStart = 30'000;
constexpr int longestEnd = 2000;

QString say(const char* text)
{
    return QCoreApplication::translate("twin::Live", text);
}

void end(QProcess& process)
{
    process.terminate();
    if (!process.waitForFinished(longestEnd)) {
        process.kill();
        process.waitForFinished(longestEnd);
    }
}

} // namespace

DemoPlatformProcess::DemoPlatformProcess(std::unique_ptr<QProcess> process, QString source)
    : m_process(std::move(process)), m_source(std::move(source))
{
}

DemoPlatformProcess::DemoPlatformProcess(DemoPlatformProcess&&) noexcept = default;

DemoPlatformProcess::~DemoPlatformProcess()
{
    if (m_process)
        end(*m_process);
}

Result<DemoPlatformProcess> DemoPlatformProcess::start(const QString& program, const CancellationToken& cancel)
{
    auto process = std::make_unique<QProcess>();
    process->setStandardErrorFile(QProcess::nullDevice());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(program, {QStringLiteral("demo-platform"), QStringLiteral("--with-parent"),
                             QStringLiteral("--no-mqtt"), QStringLiteral("--json")});
    if (!process->waitForStarted())
        return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("twin::Live", "Die Demo-Plattform startet nicht.")),
                       process->errorString());
    QElapsedTimer waited;
    waited.start();
    while (!process->canReadLine()) {
        const bool ended = process->state() == QProcess::NotRunning;
        if (cancel.isCancelled() || ended || waited.elapsed() > longestStart) {
            if (!ended)
                end(*process);
            return failure(cancel.isCancelled() ? ErrorCode::Cancelled : ErrorCode::Timeout,
                           say(QT_TRANSLATE_NOOP("twin::Live", "Die Demo-Plattform startet nicht.")),
                           process->errorString());
        }
        process->waitForReadyRead(lookMilliseconds);
    }
    const QString url = QJsonDocument::fromJson(process->readLine()).object().value(QLatin1String("ngsi")).toString();
    if (url.isEmpty()) {
        end(*process);
        return failure(ErrorCode::MalformedData,
                       say(QT_TRANSLATE_NOOP("twin::Live", "Die Demo-Plattform nennt keine Adresse.")));
    }
    return DemoPlatformProcess(std::move(process), QStringLiteral("ngsi:") + url);
}

} // namespace twin::services

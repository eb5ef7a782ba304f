// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoPlatformProcess.h"

#include "model/observe/ObservedProperty.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
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

/// Vehicles come as GTFS, as they do from the cities; all else by the platform's own interface.
QStringList sourcesIn(const QJsonObject& platform)
{
    const QString ngsi = platform[QLatin1String("ngsi")].toString();
    if (ngsi.isEmpty())
        return {};
    QStringList types;
    for (const QJsonValue& type : platform[QLatin1String("types")].toArray())
        if (!isVehicleType(type.toString()))
            types += type.toString();
    QStringList sources{QStringLiteral("ngsi:") + ngsi +
                        (types.isEmpty() ? QString() : QLatin1Char('#') + types.join(QLatin1Char(',')))};
    for (const char* kind : {"cap", "gtfs"})
        if (const QString url = platform[QLatin1String(kind)].toString(); !url.isEmpty())
            sources += QLatin1String(kind) + QLatin1Char(':') + url;
    return sources;
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

DemoPlatformProcess::DemoPlatformProcess(std::unique_ptr<QProcess> process, QStringList sources)
    : m_process(std::move(process)), m_sources(std::move(sources))
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
    QStringList sources = sourcesIn(QJsonDocument::fromJson(process->readLine()).object());
    if (sources.isEmpty()) {
        end(*process);
        return failure(ErrorCode::MalformedData,
                       say(QT_TRANSLATE_NOOP("twin::Live", "Die Demo-Plattform nennt keine Adresse.")));
    }
    return DemoPlatformProcess(std::move(process), std::move(sources));
}

} // namespace twin::services

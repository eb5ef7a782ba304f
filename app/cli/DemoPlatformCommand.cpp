// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Text.h"
#include "demoplatform/content/DataSets.h"
#include "demoplatform/DemoPlatform.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#ifndef _WIN32
#include <unistd.h>
#endif

namespace twin::cli {
namespace {

/// Notices that the process which started this one is gone: then init (or a reaper) has taken its place.
class Parent {
public:
#ifdef _WIN32
    [[nodiscard]] static bool isKnown()
    {
        return false;
    }
    [[nodiscard]] bool isGone() const
    {
        return false;
    }
#else
    [[nodiscard]] static bool isKnown()
    {
        return true;
    }
    [[nodiscard]] bool isGone() const
    {
        return getppid() != m_id;
    }

private:
    pid_t m_id = getppid();
#endif
};

void describe(const demoplatform::PlatformUrls& urls, const demoplatform::PlatformOptions& options, bool asJson,
              Console& console)
{
    if (asJson) {
        QJsonObject json = urls.toJson();
        QStringList types;
        for (const demoplatform::DataSet& set : demoplatform::makeDataSets())
            types += set.type;
        types.removeDuplicates();
        json[QStringLiteral("types")] = QJsonArray::fromStringList(types);
        json[QStringLiteral("demo")] = true;
        json[QStringLiteral("seed")] = qint64(options.seed);
        json[QStringLiteral("faults")] = QJsonArray::fromStringList(options.faults.toText());
        json[QStringLiteral("pid")] = QCoreApplication::applicationPid();
        // One line: who started this one reads until its end.
        console.line(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    } else {
        console.line(Text::tr("Die Demo-Plattform läuft. Alle Werte sind Demo-Daten (erzeugt)."));
        const auto say = [&console](const char* name, const QString& url) {
            console.line(QStringLiteral("  %1 %2").arg(QLatin1String(name), -14).arg(url));
        };
        say("NGSI-LD", QStringLiteral("ngsi:") + urls.ngsi);
        say("SensorThings", QStringLiteral("sensorthings:") + urls.sensorThings);
        say("Opendatasoft", QStringLiteral("opendatasoft:") + urls.opendatasoft + QStringLiteral("#parkhauser"));
        say("CAP", QStringLiteral("cap:") + urls.cap);
        say("GTFS", QStringLiteral("gtfs:") + urls.gtfs);
        if (!urls.mqtt.isEmpty())
            say("MQTT", QStringLiteral("mqtt:") + urls.mqtt + QStringLiteral("#stadt/#"));
        console.line(Text::tr("Strg+C beendet sie."));
    }
    if (!urls.mqttMissing.isEmpty())
        console.complain(Text::tr("Ohne MQTT: %1").arg(urls.mqttMissing));
}

class DemoPlatformCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {
            "demo-platform",
            "",
            0,
            0,
            QT_TRANSLATE_NOOP(
                "twin::cli",
                "Startet eine Datenplattform mit erzeugten Werten auf diesem Rechner: NGSI-LD, SensorThings, "
                "Opendatasoft, CAP, GTFS und MQTT."),
            {{"port", "n", QT_TRANSLATE_NOOP("twin::cli", "Anschluss von HTTP (Vorgabe: irgendein freier)")},
             {"seed", "n",
              QT_TRANSLATE_NOOP("twin::cli", "Startwert; gleicher Wert, gleiche Messwerte (Vorgabe: 2030)")},
             {"faults", "LISTE",
              QT_TRANSLATE_NOOP(
                  "twin::cli",
                  "Störungen, je mit Anteil: silence, gaps, 429, garbage, slow, skew; z. B. gaps=0.2,429")},
             {"no-mqtt", nullptr, QT_TRANSLATE_NOOP("twin::cli", "startet keinen mosquitto")},
             {"with-parent", nullptr, QT_TRANSLATE_NOOP("twin::cli", "endet mit dem Programm, das sie gestartet hat")},
             {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Adressen als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        demoplatform::PlatformOptions options;
        TWIN_TRY(const int port, arguments.integer("port", 0, 0, 65535));
        TWIN_TRY(const int seed, arguments.integer("seed", int(options.seed), 0));
        TWIN_TRY(options.faults, demoplatform::Faults::parse(arguments.value("faults")));
        options.port = quint16(port);
        options.seed = quint32(seed);
        options.hasMqtt = !arguments.has("no-mqtt");
        if (arguments.has("with-parent") && !Parent::isKnown())
            return failure(ErrorCode::InvalidParameter, Text::tr("--with-parent gibt es auf diesem System nicht."));
        const Parent parent;
        const CancellationToken cancel;
        const Interrupt interrupt(cancel);
        TWIN_TRY(const auto platform, demoplatform::DemoPlatform::start(options));
        describe(platform->urls(), options, arguments.has("json"), console);
        QEventLoop loop;
        QTimer watch;
        QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
            if (cancel.isCancelled() || (arguments.has("with-parent") && parent.isGone()))
                loop.quit();
        });
        watch.start(100);
        loop.exec();
        return {};
    }
};

} // namespace

std::unique_ptr<Command> demoPlatformCommand()
{
    return std::make_unique<DemoPlatformCommand>();
}

} // namespace twin::cli

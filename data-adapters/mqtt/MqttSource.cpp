// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/MqttSource.h"

#include "mqtt/MappingRule.h"
#include "observe/Option.h"
#include "observe/Text.h"
#include "observe/WatchedSource.h"

#include <thread>

#include <QJsonDocument>

namespace twin::mqtt {
namespace {

using observe::Option;
using observe::Text;

class MqttSource final : public observe::WatchedSource {
public:
    explicit MqttSource(const SourceSettings& settings) : WatchedSource(mqtt::description(), settings) {}

private:
    Result<SourceSnapshot> fetchAll(const CancellationToken& cancel, const ProgressSink& progress) override;
    Result<SourceSnapshot> fetchFirst(const CancellationToken&) override { return SourceSnapshot(); }
    Result<SourceSnapshot> fetchChanges(const observe::SeriesBook&, const CancellationToken&) override
    {
        return SourceSnapshot();
    }
    Result<void> push(const observe::SeriesBook& book, observe::PushQueue& queue,
                      const CancellationToken& cancel) override;
    bool hasPush() const override { return true; }
    bool isPushOnly() const override { return true; }
    Milliseconds pollInterval() const override { return std::chrono::hours(1); }

    net::MqttSettings brokerSettings() const;
};

net::MqttSettings MqttSource::brokerSettings() const
{
    net::MqttSettings mqtt;
    mqtt.rules.root = settings().url;
    mqtt.rules.plainHttp = option("plainHttp").toBool();
    mqtt.user = option("user").toString();
    mqtt.password = option("password").toString().toUtf8();
    mqtt.caFile = option("caFile").toString();
    mqtt.certificate = option("certificate").toString();
    mqtt.key = option("key").toString();
    mqtt.version5 = option("version").toString() != QLatin1String("3.1.1");
    return mqtt;
}

Result<void> MqttSource::push(const observe::SeriesBook&, observe::PushQueue& queue, const CancellationToken& cancel)
{
    // A form gives text, a settings file the JSON itself.
    const QVariant given = option("rules");
    const QByteArray text = given.typeId() == QMetaType::QString ? given.toString().toUtf8()
                            : given.isValid()                    ? QJsonDocument::fromVariant(given).toJson()
                                                                 : QByteArray();
    TWIN_TRY(const std::vector<MappingRule> rules, rulesFromJson(text));
    if (settings().scope.isEmpty())
        return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt das MQTT-Thema."), {},
                       Text::tr("Geben Sie es hinter # an, zum Beispiel mqtt://broker.example#stadt/+/klima/#."));
    net::MqttClient client(brokerSettings());
    return client.run(
        {{settings().scope, 1}},
        [&](net::MqttMessage&& message) {
            SourceSnapshot values;
            if (!readMessage(
                    message, rules, [this](const QString& id) { return newStream(id); }, values))
                values.issues.push_back(
                    {QStringLiteral("record.unreadable"), QStringLiteral("MQTT"), {message.topic, -1, {}}});
            queue.add(std::move(values));
        },
        [&](const net::MqttEvent& event) { queue.heard(event); }, cancel);
}

/// A broker has no catalogue: what is retained, or arrives within some seconds, is what there is.
Result<SourceSnapshot> MqttSource::fetchAll(const CancellationToken& cancel, const ProgressSink& progress)
{
    observe::PushQueue queue;
    const CancellationToken enough;
    Result<void> outcome;
    std::thread listener([&] { outcome = push({}, queue, enough); });
    const int steps = std::max(1, option("interval").toInt()) * 10;
    for (int i = 0; i < steps && net::waitFor(Milliseconds(100), cancel); ++i)
        if (progress)
            progress(static_cast<double>(i) / steps, Text::tr("Wartet auf Nachrichten"));
    enough.cancel();
    listener.join();
    if (!outcome && outcome.error().code != ErrorCode::Cancelled)
        return failure(outcome.error());
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
    observe::PushQueue::Batch batch = queue.take(Milliseconds(0));
    if (batch.lost && batch.observations.empty())
        return failure(ErrorCode::NetworkUnavailable, *batch.lost, {}, {}, net::placeOf(settings().url));
    SourceSnapshot snapshot;
    observe::SeriesBook book;
    snapshot.datastreams = book.changed(std::move(batch.datastreams));
    std::map<QString, Observation> last;
    for (Observation& observation : batch.observations)
        last[observation.datastream] = std::move(observation);
    for (auto& [id, observation] : last)
        snapshot.observations.push_back(std::move(observation));
    return snapshot;
}

std::vector<SourceOption> options()
{
    return {
        Option("version", QT_TRANSLATE_NOOP("twin::SourceOption", "MQTT-Version"))
            .oneOf({QStringLiteral("5"), QStringLiteral("3.1.1")})
            .expert(),
        Option("user", QT_TRANSLATE_NOOP("twin::SourceOption", "Anmeldename")),
        Option("password", QT_TRANSLATE_NOOP("twin::SourceOption", "Kennwort")).secret(),
        Option("rules", QT_TRANSLATE_NOOP("twin::SourceOption", "Zuordnungsregeln"),
               QT_TRANSLATE_NOOP(
                   "twin::SourceOption",
                   "JSON: wo in einer Nachricht Gerät, Zeit, Ort und Werte stehen; leer: die eingebauten Regeln"))
            .lines()
            .expert(),
        Option("interval", QT_TRANSLATE_NOOP("twin::SourceOption", "Wartezeit der Übersicht"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "Sekunden, in denen auf Nachrichten gewartet wird"))
            .seconds(3, 1, 60)
            .expert(),
        observe::caFileOption(),
        Option("certificate", QT_TRANSLATE_NOOP("twin::SourceOption", "Eigenes Zertifikat"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "PEM-Datei"))
            .expert(),
        Option("key", QT_TRANSLATE_NOOP("twin::SourceOption", "Schlüssel dazu"),
               QT_TRANSLATE_NOOP("twin::SourceOption", "PEM-Datei"))
            .expert(),
        Option("plainHttp", QT_TRANSLATE_NOOP("twin::SourceOption", "Unverschlüsselt erlauben"),
               QT_TRANSLATE_NOOP("twin::SourceOption",
                                 "mqtt und ws auch zu anderen Rechnern: Daten und Zugang sind mitlesbar"))
            .yesOrNo()
            .expert(),
    };
}

} // namespace

const SourceDescription& description()
{
    static const SourceDescription text = [] {
        SourceDescription made;
        made.id = QStringLiteral("mqtt");
        made.title = QStringLiteral("MQTT, LoRaWAN");
        made.standards = QStringLiteral("MQTT 3.1.1, 5.0, auch über WebSocket; The Things Stack 3, ChirpStack 3 und 4");
        made.fragment = QStringLiteral("topic/+/#");
        made.options = options();
        made.hasPush = true;
        return made;
    }();
    return text;
}

std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient&)
{
    return std::make_unique<MqttSource>(settings);
}

/// A broker is known by the scheme of its address.
std::span<const observe::ProbeQuestion> probe()
{
    return {};
}

} // namespace twin::mqtt

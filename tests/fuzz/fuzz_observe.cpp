// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of what the adapters of live sources read as text: SensorThings, NGSI-LD and NGSIv2, QuantumLeap,
// Opendatasoft, warnings (CAP, NINA, feeds), MQTT messages with the rules for them, LoRaWAN among these. The first line
// of an input names the reader. Any bytes must neither crash nor hang nor leak, and what is read must be sound. Built
// as the CityGML reader's target is (tests/fuzz/CMakeLists.txt).
#include "cap/CapAlert.h"
#include "mqtt/MappingRule.h"
#include "ngsi/NgsiEntities.h"
#include "observe/JsonValues.h"
#include "opendatasoft/DataSet.h"
#include "sensorthings/StaEntities.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QJsonDocument>
#include <QLoggingCategory>

namespace {

using namespace twin;

const Instant now(std::chrono::hours(24 * 365 * 56));

void must(bool isSound)
{
    if (!isSound)
        std::abort();
}

Datastream named(const QString& id)
{
    Datastream stream;
    stream.id = QStringLiteral("q/") + id;
    stream.source = QStringLiteral("q");
    return stream;
}

void check(const GeoPoint& point)
{
    must(std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180); // and none is NaN
}

void check(const std::vector<Observation>& observations)
{
    for (const Observation& observation : observations) {
        must(!observation.datastream.isEmpty());
        must(observation.number() == nullptr || std::isfinite(*observation.number()));
        must(observation.text() == nullptr || observation.text()->size() <= 1000);
    }
}

void check(const SourceSnapshot& snapshot)
{
    check(snapshot.observations);
    for (const Datastream& stream : snapshot.datastreams) {
        must(!stream.id.isEmpty());
        if (stream.position)
            check(*stream.position);
        for (const std::vector<GeoPoint>& ring : stream.area)
            for (const GeoPoint& point : ring)
                check(point);
    }
}

void readSensorThings(const QByteArray& bytes)
{
    const auto json = observe::parseJson(bytes, {});
    if (!json)
        return;
    const QJsonObject page = json->object();
    SourceSnapshot into;
    std::vector<Observation> values;
    for (const QJsonValue& value : page[QLatin1String("value")].toArray())
        for (const bool multi : {false, true}) {
            sensorthings::readStream(value.toObject(), multi, named, now, into);
            const QString path =
                sensorthings::entityPath(QStringLiteral("Datastreams"), value[QLatin1String("@iot.id")]);
            (void)sensorthings::readObservation(value.toObject(), QStringLiteral("q/"), path, now, values);
        }
    for (const int component : {-1, 0, 3})
        (void)sensorthings::readObservations(page, QStringLiteral("q/s"), component, now, values);
    check(into);
    check(values);
}

void readNgsi(const QByteArray& bytes)
{
    const auto json = observe::parseJson(bytes, {});
    if (!json)
        return;
    SourceSnapshot into;
    std::vector<Observation> values;
    std::vector<QJsonObject> entities = ngsi::entitiesOfNotification(json->object());
    entities.push_back(json->object());
    for (const QJsonValue& value : json->array())
        entities.push_back(value.toObject());
    for (const QJsonObject& entity : entities) {
        (void)ngsi::readEntity(entity, named, now, into);
        (void)ngsi::readTemporal(entity, QStringLiteral("temperature"), QStringLiteral("q/s"), now, values);
    }
    (void)ngsi::readQuantumLeap(json->object(), QStringLiteral("q/s"), now, values);
    check(into);
    check(values);
}

/// Two lines: what the data set says of itself, and an array of records.
void readOpendatasoft(const QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const auto about = observe::parseJson(bytes.left(end), {});
    const auto records = observe::parseJson(bytes.mid(end + 1), {});
    if (!about || !records)
        return;
    const auto set = opendatasoft::dataSetFromJson(about->object(), {}, {});
    if (!set)
        return;
    SourceSnapshot into;
    opendatasoft::readRecords(*set, records->array(), named, now, into);
    check(into);
    std::vector<Observation> values;
    for (const Datastream& stream : into.datastreams)
        opendatasoft::readSeries(*set, records->array(), stream, now, values);
    check(values);
}

void readWarnings(const QByteArray& bytes)
{
    std::vector<cap::CapAlert> alerts;
    if (auto document = cap::documentFromXml(bytes, {}))
        alerts = std::move(document->alerts);
    if (const auto json = observe::parseJson(bytes, {}))
        if (auto alert = cap::alertFromJson(json->object()))
            alerts.push_back(std::move(*alert));
    SourceSnapshot into;
    cap::readAlerts(alerts, named, now, into);
    check(into);
}

/// A line with the topic, one with the rules, and the message.
void readMessage(const QByteArray& bytes)
{
    const qsizetype topic = bytes.indexOf('\n');
    const qsizetype rules = topic < 0 ? -1 : bytes.indexOf('\n', topic + 1);
    if (rules < 0)
        return;
    const auto own = mqtt::rulesFromJson(bytes.mid(topic + 1, rules - topic - 1));
    SourceSnapshot into;
    (void)mqtt::readMessage({QString::fromUtf8(bytes.left(topic)), bytes.mid(rules + 1), now, false},
                            own ? *own : std::vector<mqtt::MappingRule>(), named, into);
    check(into);
}

struct Reader {
    const char* name;
    void (*read)(const QByteArray& bytes);
};
constexpr std::array readers{Reader{"sensorthings\n", readSensorThings}, Reader{"ngsi\n", readNgsi},
                             Reader{"opendatasoft\n", readOpendatasoft}, Reader{"cap\n", readWarnings},
                             Reader{"mqtt\n", readMessage}};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    for (const Reader& reader : readers)
        if (bytes.startsWith(reader.name))
            reader.read(bytes.mid(qstrlen(reader.name)));
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/push/Publisher.h"

#include "demoplatform/content/DataSets.h"

#include <map>

#include <QCoreApplication>
#include <QJsonDocument>

#include <mosquitto.h>

namespace twin::demoplatform {
namespace {

struct Client {
    Client() { mosquitto_lib_init(); } // counted by the library
    ~Client()
    {
        if (handle != nullptr) {
            mosquitto_disconnect(handle);
            mosquitto_loop_stop(handle, false);
            mosquitto_destroy(handle);
        }
        mosquitto_lib_cleanup();
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    mosquitto* handle = nullptr;
};

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

struct Publisher::Private {
    Private(const Readings& r, const SensorThings& s, QByteArray b) : readings(r), sensorThings(s), root(std::move(b))
    {
    }

    [[nodiscard]] QJsonObject flat(const Thing& thing, const std::map<QString, Reading>& values, std::int64_t now) const
    {
        const Whereabouts where = readings.whereabouts(thing, now);
        QJsonObject json{{QStringLiteral("id"), thing.id},
                         {QStringLiteral("type"), readings.catalogue().dataSetOf(thing).type},
                         {QStringLiteral("name"), thing.name},
                         {QStringLiteral("lat"), where.latitude},
                         {QStringLiteral("lon"), where.longitude},
                         {QStringLiteral("source"), demoLabel()}};
        std::int64_t newest = 0;
        for (const auto& [name, reading] : values) {
            json[name] = reading.text != nullptr ? QJsonValue(QLatin1String(reading.text)) : QJsonValue(reading.value);
            newest = std::max(newest, reading.observedAt);
        }
        json[QStringLiteral("observedAt")] = QString::fromLatin1(isoOf(newest));
        return json;
    }

    const Readings& readings;
    const SensorThings& sensorThings;
    QByteArray root;
    Client client;
};

Publisher::Publisher(const Readings& readings, const SensorThings& sensorThings, QByteArray root)
    : d(std::make_unique<Private>(readings, sensorThings, std::move(root)))
{
}

Publisher::~Publisher() = default;

Result<std::unique_ptr<Publisher>> Publisher::connect(const Readings& readings, const SensorThings& sensorThings,
                                                      QByteArray root, quint16 port)
{
    std::unique_ptr<Publisher> publisher(new Publisher(readings, sensorThings, std::move(root)));
    mosquitto*& handle = publisher->d->client.handle;
    handle = mosquitto_new(nullptr, true, nullptr);
    int code = handle != nullptr ? mosquitto_connect(handle, "127.0.0.1", port, 30) : MOSQ_ERR_NOMEM;
    if (code == MOSQ_ERR_SUCCESS)
        code = mosquitto_loop_start(handle);
    if (code != MOSQ_ERR_SUCCESS)
        return failure(ErrorCode::ServerError,
                       QCoreApplication::translate("twin::demoplatform", "Der mosquitto nimmt keine Verbindung an."),
                       QString::fromUtf8(mosquitto_strerror(code)));
    return publisher;
}

void Publisher::send(const QByteArray& topic, const QByteArray& payload)
{
    mosquitto_publish(d->client.handle, nullptr, topic.constData(), int(payload.size()), payload.constData(), 0, false);
}

int Publisher::publish(std::int64_t since, std::int64_t now)
{
    int messages = 0;
    const Catalogue& catalogue = d->readings.catalogue();
    for (const Thing& thing : catalogue.things()) {
        const DataSet& set = catalogue.dataSetOf(thing);
        std::map<QString, Reading> fresh;
        for (std::size_t p = 0; p < set.properties.size(); ++p) {
            const int stream = thing.firstStream + int(p);
            const ReadingRange range = d->readings.arrived(stream, since, now);
            for (std::int64_t index = range.first; index <= range.last; ++index)
                if (const auto reading = d->readings.reading(stream, index)) {
                    send("v1.1/Datastreams(" + QByteArray::number(stream + 1) + ")/Observations",
                         d->sensorThings.observationJson(stream, *reading, d->root));
                    fresh[set.properties[p].name] = *reading;
                    ++messages;
                }
        }
        if (fresh.empty())
            continue;
        const QJsonObject flat = d->flat(thing, fresh, now);
        const QByteArray town = thing.isInSchwerte ? "schwerte" : "dortmund";
        send("stadt/" + town + '/' + set.id.toUtf8() + '/' + QByteArray::number(thing.number), compact(flat));
        ++messages;
        if (thing.dataSet != Waste)
            continue;
        const QString device = QStringLiteral("behaelter-%1").arg(thing.number, 3, 10, QLatin1Char('0'));
        const QJsonObject uplink{
            {QStringLiteral("end_device_ids"),
             QJsonObject{{QStringLiteral("device_id"), device},
                         {QStringLiteral("application_ids"),
                          QJsonObject{{QStringLiteral("application_id"), QStringLiteral("stadt-demo")}}}}},
            {QStringLiteral("received_at"), flat.value(QStringLiteral("observedAt"))},
            {QStringLiteral("uplink_message"),
             QJsonObject{{QStringLiteral("f_port"), 2}, {QStringLiteral("decoded_payload"), flat}}}};
        send("v3/stadt-demo@ttn/devices/" + device.toUtf8() + "/up", compact(uplink));
        ++messages;
    }
    return messages;
}

} // namespace twin::demoplatform

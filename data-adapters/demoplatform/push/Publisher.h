// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Readings.h"
#include "demoplatform/protocols/SensorThings.h"

#include <memory>

namespace twin::demoplatform {

/// Publishes new values on MQTT, each in the three dresses that cities use:
///   v1.1/Datastreams(5)/Observations             an Observation, as FROST-Server publishes it
///   stadt/dortmund/klimastationen/7              all values of a thing in one flat object
///   v3/stadt-demo@ttn/devices/behaelter-001/up   an uplink of The Things Stack (LoRaWAN), for sensors with a battery
/// One thread; the network runs on libmosquitto's own.
class Publisher {
public:
    /// @returns ServerError when libmosquitto cannot connect.
    static Result<std::unique_ptr<Publisher>> connect(const Readings& readings, const SensorThings& sensorThings,
                                                      QByteArray root, quint16 port);
    ~Publisher();

    /// Publishes what came to be in (since, now]. @returns the number of messages.
    int publish(std::int64_t since, std::int64_t now);
    /// One message as it is.
    void send(const QByteArray& topic, const QByteArray& payload);

private:
    Publisher(const Readings& readings, const SensorThings& sensorThings, QByteArray root);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::demoplatform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/Faults.h"
#include "model/Result.h"

#include <functional>
#include <memory>

#include <QJsonObject>
#include <QObject>

namespace twin::demoplatform {

struct PlatformOptions {
    quint16 port = 0;    ///< of HTTP; 0: any free one
    quint32 seed = 2030; ///< same seed, same instant, same value
    Faults faults;
    bool hasMqtt = true;                 ///< starts a mosquitto of its own where one is installed
    std::function<std::int64_t()> clock; ///< milliseconds since 1970; empty: the system's
};

/// Where the platform listens; all on loopback.
struct PlatformUrls {
    QString http, ngsi, sensorThings, opendatasoft, cap, gtfs;
    QString mqtt, mqttWebSocket; ///< empty: no broker
    QString mqttMissing;         ///< why there is none, translated; empty: there is one, or none was wished

    /// @returns {"http": …, "ngsi": …, "sensorthings": …, "opendatasoft": …, "cap": …, "gtfs": …, "mqtt": …}
    [[nodiscard]] QJsonObject toJson() const;
};

/// The demo platform: a city data platform on loopback with generated values (design D15). Nothing of the twin but its
/// adapters talks to it, and only over the network. Lives on a thread with an event loop; not for data that matter.
class DemoPlatform : public QObject {
    Q_OBJECT

public:
    /// @returns ResourceExhausted when the port is taken; Internal when an asset is damaged. Without mosquitto it runs
    ///          without MQTT.
    static Result<std::unique_ptr<DemoPlatform>> start(const PlatformOptions& options);
    ~DemoPlatform() override;

    [[nodiscard]] PlatformUrls urls() const;

private:
    explicit DemoPlatform(const PlatformOptions& options);
    Result<void> begin();
    void tick();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::demoplatform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/protocols/NgsiLd.h"

#include <functional>
#include <map>

namespace twin::demoplatform {

/// One notification on its way.
struct Notification {
    QString endpoint; ///< "http://127.0.0.1:…" or "mqtt://127.0.0.1:…/topic"
    QByteArray body;
};

/// NGSI-LD subscriptions: clients ask for entities, the platform tells them when values come. Endpoints other than
/// loopback are refused: a demo must not become a tool against others. At most 100.
class Subscriptions {
public:
    explicit Subscriptions(const Readings& readings) : m_readings(readings), m_ngsi(readings) {}

    /// @param path  behind "/ngsi-ld/v1/subscriptions"
    Response answer(const Request& request, const QString& path, std::int64_t now);
    /// @returns what became known between two instants, one notification a subscription that wants any of it.
    [[nodiscard]] std::vector<Notification> due(std::int64_t since, std::int64_t now);

private:
    struct Subscription {
        QJsonObject json;
        std::int64_t lastSent = 0;
        qint64 sent = 0;
    };

    Response create(const Request& request, std::int64_t now);
    [[nodiscard]] QJsonArray changedEntities(const Subscription& subscription, std::int64_t since,
                                             std::int64_t now) const;
    [[nodiscard]] QJsonObject described(const QString& id, const Subscription& subscription) const;

    const Readings& m_readings;
    NgsiLd m_ngsi;
    std::map<QString, Subscription> m_subscriptions;
    int m_next = 1;
};

} // namespace twin::demoplatform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Readings.h"
#include "demoplatform/http/Message.h"

#include <QJsonArray>

namespace twin::demoplatform {

/// FIWARE NGSIv2 as Orion speaks it, and beside it the history of QuantumLeap, with their habits: 20 entities a page
/// unless asked for more, 10 000 rows at most, "no data" is 404. Services (Fiware-Service): "dortmund" and "schwerte".
class NgsiV2 {
public:
    static constexpr int usualLimit = 20;
    static constexpr int mostEntities = 1000;
    static constexpr int mostRows = 10'000;

    explicit NgsiV2(const Readings& readings) : m_readings(readings) {}

    /// @param path  behind "/v2"
    [[nodiscard]] Response answer(const Request& request, const QString& path, std::int64_t now) const;

private:
    [[nodiscard]] QJsonObject entity(const Thing& thing, const Request& request, std::int64_t now,
                                     bool withTimes) const;
    [[nodiscard]] Response entities(const Request& request, std::int64_t now) const;
    [[nodiscard]] Response types(const Request& request, std::int64_t now) const;
    [[nodiscard]] Response history(const Request& request, const QString& id, const QString& attribute,
                                   std::int64_t now) const;

    const Readings& m_readings;
};

} // namespace twin::demoplatform

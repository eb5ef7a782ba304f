// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Readings.h"
#include "demoplatform/http/Message.h"

#include <map>

namespace twin::demoplatform {

/// GTFS (static) and GTFS-Realtime 2.0 of the trams: the same trips, stops and delays in both.
class Gtfs {
public:
    explicit Gtfs(const Readings& readings);

    /// @param path  "/static.zip", "/vehicle-positions.pb", "/trip-updates.pb" or "/alerts.pb"
    [[nodiscard]] Response answer(const Request& request, const QString& path, std::int64_t now);

private:
    struct Stop {
        QByteArray id, name;
        double longitude = 0, latitude = 0;
    };

    [[nodiscard]] const Stop& stop(int line, int point) const { return m_stops[m_stopOf.at({line, point})]; }
    [[nodiscard]] QByteArray archive() const;
    [[nodiscard]] QByteArray vehiclePositions(std::int64_t now) const;
    [[nodiscard]] QByteArray tripUpdates(std::int64_t now) const;
    [[nodiscard]] QByteArray alerts(std::int64_t now) const;

    const Readings& m_readings;
    std::vector<Stop> m_stops;
    std::map<std::pair<int, int>, std::size_t> m_stopOf; ///< by line and point
    QByteArray m_archive;                                ///< made when first asked for
};

} // namespace twin::demoplatform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <functional>

#include <QHash>

namespace twin::gtfs {

/// What of a static timetable names vehicles: routes and trips.
struct Timetable {
    struct Trip {
        QString route;
        QString headsign;
    };
    QHash<QString, QString> routes; ///< route_id → short name
    QHash<QString, Trip> trips;
    QString agency;
};
/// @returns the timetable of a GTFS archive (agency.txt, routes.txt, trips.txt).
[[nodiscard]] Result<Timetable> timetableFromZip(const QByteArray& archive);

/// What the feeds say of a vehicle, joined by vehicle and trip.
struct Vehicle {
    QString id;
    QString label;
    QString trip;
    QString route;
    std::optional<GeoPoint> position;
    std::optional<double> bearingDegrees;
    std::optional<double> speedMetresPerSecond;
    std::optional<int> delaySeconds;
    std::optional<int> occupancy; ///< OccupancyStatus of GTFS-Realtime
    std::optional<Instant> at;
};
using Vehicles = QHash<QString, Vehicle>;

/// @brief Reads a FeedMessage into the vehicles known so far. Positions come before delays.
/// @returns MalformedData for what is no such message. Vehicles without id are called after their trip or entity.
[[nodiscard]] Result<void> readFeed(const QByteArray& message, Vehicles& vehicles);

using NewStream = std::function<Datastream(const QString& idAtSource)>;
void readVehicles(const Vehicles& vehicles, const Timetable& timetable, const NewStream& newStream, Instant now,
                  SourceSnapshot& into);

} // namespace twin::gtfs

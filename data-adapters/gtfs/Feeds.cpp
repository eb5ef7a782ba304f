// SPDX-License-Identifier: GPL-3.0-or-later
#include "gtfs/Feeds.h"

#include "model/Csv.h"
#include "model/observe/ObservedProperty.h"
#include "observe/Text.h"
#include "observe/ZipEntries.h"

#include <array>
#include <cmath>

#include "gtfs-realtime.pb.h"

namespace twin::gtfs {
namespace {

using observe::Text;

constexpr std::array occupancyNames{
    "EMPTY", "MANY_SEATS_AVAILABLE",     "FEW_SEATS_AVAILABLE", "STANDING_ROOM_ONLY", "CRUSHED_STANDING_ROOM_ONLY",
    "FULL",  "NOT_ACCEPTING_PASSENGERS", "NO_DATA_AVAILABLE",   "NOT_BOARDABLE"};

/// Calls `row` for each line of a table with the wanted columns in that order; missing ones are empty.
void eachRow(const QByteArray& csv, const QStringList& wanted, const std::function<void(const QStringList&)>& row)
{
    const QString text = QString::fromUtf8(csv);
    std::vector<qsizetype> columns;
    for (QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (columns.empty() && line.startsWith(QChar(0xFEFF)))
            line = line.mid(1);
        const QStringList fields = csvFields(line);
        if (columns.empty()) {
            for (const QString& name : wanted)
                columns.push_back(fields.indexOf(name));
            continue;
        }
        QStringList values;
        for (const qsizetype column : columns)
            values.append(column < 0 ? QString() : fields.value(column));
        row(values);
    }
}

QString text(const std::string& utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min<std::size_t>(utf8.size(), 200)));
}

std::optional<Instant> instantOf(std::uint64_t seconds)
{
    constexpr std::uint64_t year2200 = 7258118400;
    return seconds == 0 || seconds > year2200
               ? std::nullopt
               : std::optional(Instant(std::chrono::seconds(static_cast<qint64>(seconds))));
}

QString vehicleId(const wire::VehicleDescriptor& vehicle, const wire::TripDescriptor& trip, const std::string& entity)
{
    for (const std::string* name : {&vehicle.id(), &vehicle.label(), &trip.trip_id(), &entity})
        if (!name->empty())
            return text(*name);
    return {};
}

void readPosition(const wire::FeedEntity& entity, std::optional<Instant> feedTime, Vehicles& vehicles)
{
    const wire::VehiclePosition& seen = entity.vehicle();
    Vehicle& vehicle = vehicles[vehicleId(seen.vehicle(), seen.trip(), entity.id())];
    vehicle.id = vehicleId(seen.vehicle(), seen.trip(), entity.id());
    vehicle.label = text(seen.vehicle().label());
    vehicle.trip = text(seen.trip().trip_id());
    vehicle.route = text(seen.trip().route_id());
    const GeoPoint point{seen.position().latitude(), seen.position().longitude()};
    const bool isOnEarth = std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180;
    if (seen.has_position() && isOnEarth && !(point == GeoPoint()))
        vehicle.position = point;
    if (seen.position().has_bearing() && std::isfinite(seen.position().bearing()))
        vehicle.bearingDegrees = seen.position().bearing();
    if (seen.position().has_speed() && std::isfinite(seen.position().speed()))
        vehicle.speedMetresPerSecond = seen.position().speed();
    if (seen.has_occupancy_status())
        vehicle.occupancy = seen.occupancy_status();
    vehicle.at = instantOf(seen.timestamp());
    if (!vehicle.at)
        vehicle.at = feedTime;
}

std::optional<int> delayOf(const wire::TripUpdate& update)
{
    if (update.has_delay())
        return update.delay();
    for (const auto& stop : update.stop_time_update())
        for (const wire::TripUpdate::StopTimeEvent* event : {&stop.arrival(), &stop.departure()})
            if (event->has_delay())
                return event->delay();
    return std::nullopt;
}

void readUpdate(const wire::FeedEntity& entity, Vehicles& vehicles)
{
    const std::optional<int> delay = delayOf(entity.trip_update());
    const QString trip = text(entity.trip_update().trip().trip_id());
    const QString id = text(entity.trip_update().vehicle().id());
    for (Vehicle& vehicle : vehicles)
        if (delay && ((!id.isEmpty() && vehicle.id == id) || (!trip.isEmpty() && vehicle.trip == trip)))
            vehicle.delaySeconds = delay;
}

} // namespace

Result<Timetable> timetableFromZip(const QByteArray& archive)
{
    Timetable timetable;
    const auto isWanted = [](const QString& name) {
        return name == QLatin1String("routes.txt") || name == QLatin1String("trips.txt") ||
               name == QLatin1String("agency.txt");
    };
    TWIN_CHECK(observe::readZip(archive, isWanted, [&](const QString& name, QByteArray&& csv) {
        if (name == QLatin1String("routes.txt"))
            eachRow(
                csv,
                {QStringLiteral("route_id"), QStringLiteral("route_short_name"), QStringLiteral("route_long_name")},
                [&](const QStringList& row) { timetable.routes.insert(row[0], row[1].isEmpty() ? row[2] : row[1]); });
        else if (name == QLatin1String("trips.txt"))
            eachRow(csv, {QStringLiteral("trip_id"), QStringLiteral("route_id"), QStringLiteral("trip_headsign")},
                    [&](const QStringList& row) {
                        timetable.trips.insert(row[0], {row[1], row[2]});
                    });
        else
            eachRow(csv, {QStringLiteral("agency_name")}, [&](const QStringList& row) { timetable.agency = row[0]; });
    }));
    return timetable;
}

Result<void> readFeed(const QByteArray& bytes, Vehicles& vehicles)
{
    wire::FeedMessage feed;
    if (!feed.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size())) || !feed.has_header())
        return failure(ErrorCode::MalformedData, Text::tr("Die Antwort ist kein GTFS-Realtime oder unvollständig."));
    const std::optional<Instant> feedTime = instantOf(feed.header().timestamp());
    for (const wire::FeedEntity& entity : feed.entity())
        if (entity.has_vehicle() && !entity.is_deleted())
            readPosition(entity, feedTime, vehicles);
    for (const wire::FeedEntity& entity : feed.entity())
        if (entity.has_trip_update() && !entity.is_deleted())
            readUpdate(entity, vehicles);
    return {};
}

void readVehicles(const Vehicles& vehicles, const Timetable& timetable, const NewStream& newStream, Instant now,
                  SourceSnapshot& into)
{
    for (const Vehicle& vehicle : vehicles) {
        const Timetable::Trip trip = timetable.trips.value(vehicle.trip);
        const QString route = vehicle.route.isEmpty() ? trip.route : vehicle.route;
        const QString line = timetable.routes.value(route, route);
        const QString title = trip.headsign.isEmpty() ? line : line + QStringLiteral(" → ") + trip.headsign;
        const auto add = [&](const QString& property, ObservedValue value, ValueKind kind, const char* unit) {
            Datastream stream = newStream(vehicle.id + QLatin1Char('/') + property);
            stream.thing = vehicle.id;
            stream.thingType = QStringLiteral("Vehicle");
            stream.thingTitle = title.trimmed().isEmpty() ? vehicle.label : title;
            stream.property = property;
            stream.kind = kind;
            stream.unit.ucum = QLatin1String(unit);
            stream.position = vehicle.position;
            stream.provider = timetable.agency;
            describe(stream);
            into.observations.push_back({stream.id, std::move(value), vehicle.at.value_or(now), now,
                                         vehicle.at ? Quality::Unstated : Quality::AssumedTime});
            into.datastreams.push_back(std::move(stream));
        };
        if (vehicle.position)
            add(QStringLiteral("location"), positionText(*vehicle.position), ValueKind::Position, "");
        if (vehicle.bearingDegrees)
            add(QStringLiteral("bearing"), *vehicle.bearingDegrees, ValueKind::Number, "deg");
        if (vehicle.speedMetresPerSecond)
            add(QStringLiteral("speed"), *vehicle.speedMetresPerSecond, ValueKind::Number, "m/s");
        if (vehicle.delaySeconds)
            add(QStringLiteral("delay"), static_cast<double>(*vehicle.delaySeconds), ValueKind::Number, "s");
        if (vehicle.occupancy && *vehicle.occupancy >= 0 &&
            *vehicle.occupancy < static_cast<int>(occupancyNames.size()))
            add(QStringLiteral("occupancyStatus"),
                QString(QLatin1String(occupancyNames[static_cast<std::size_t>(*vehicle.occupancy)])),
                ValueKind::Category, "");
    }
}

} // namespace twin::gtfs

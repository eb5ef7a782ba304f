// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/Gtfs.h"

#include "demoplatform/content/DataSets.h"
#include "demoplatform/content/LocalTime.h"
#include "demoplatform/protocols/WireWriter.h"
#include "demoplatform/protocols/ZipArchive.h"
#include "geo/Crs.h"

#include <algorithm>

#include <QCryptographicHash>

namespace twin::demoplatform {
namespace {

QByteArray clock(double seconds)
{
    const int s = int(seconds);
    return QString::asprintf("%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60).toLatin1();
}

QByteArray tripId(const TramLine& line, int direction, int slot)
{
    return line.name.toUtf8() + '-' + QByteArray::number(direction) + '-' + QString::asprintf("%03d", slot).toLatin1();
}

QByteArray dateOf(std::int64_t day)
{
    const LocalTime noon = LocalTime::at(localMidnight(day) + 43'200'000);
    return QString::asprintf("%04d%02d%02d", noon.year, noon.month, noon.day).toLatin1();
}

WireWriter header(std::int64_t now)
{
    return WireWriter().bytes(1, "2.0").number(2, 0).number(3, std::uint64_t(now / 1000));
}

WireWriter trip(const TramLine& line, const TramState& tram)
{
    return WireWriter()
        .bytes(1, tripId(line, tram.direction, tram.slot))
        .bytes(3, dateOf(tram.serviceDay))
        .number(4, 0)
        .bytes(5, line.name.toUtf8())
        .number(6, std::uint64_t(tram.direction));
}

} // namespace

Gtfs::Gtfs(const Readings& readings) : m_readings(readings)
{
    const auto geocentric = geo::Geocentric::create();
    const auto& lines = readings.tables().tramLines;
    for (int line = 0; line < int(lines.size()); ++line)
        for (int p = 0; p < int(lines[std::size_t(line)].points.size()); ++p) {
            const TramLine::Stop& point = lines[std::size_t(line)].points[std::size_t(p)];
            const QByteArray name = point.name.toUtf8();
            if (name.isEmpty() || !geocentric)
                continue;
            const auto known =
                std::find_if(m_stops.begin(), m_stops.end(), [&name](const Stop& s) { return s.name == name; });
            m_stopOf[{line, p}] = std::size_t(known - m_stops.begin());
            if (known != m_stops.end())
                continue;
            const GeodeticPosition place = geocentric->toGeodetic({point.easting, point.northing, point.elevation});
            m_stops.push_back({"de:05913:" + QByteArray::number(qint64(m_stops.size()) + 1), name,
                               place.longitudeDegrees, place.latitudeDegrees});
        }
}

Response Gtfs::answer(const Request& request, const QString& path, std::int64_t now)
{
    if (request.method != "GET" && request.method != "HEAD")
        return Response::text(405, "text/plain", "Only GET\n");
    const QByteArray protobuf = "application/x-protobuf";
    Response response = Response::text(404, "text/plain", "No such feed\n");
    if (path == QLatin1String("/static.zip")) {
        if (m_archive.isEmpty())
            m_archive = archive();
        response = Response::text(200, "application/zip", m_archive);
    } else if (path == QLatin1String("/vehicle-positions.pb")) {
        response = Response::text(200, protobuf, vehiclePositions(now));
    } else if (path == QLatin1String("/trip-updates.pb")) {
        response = Response::text(200, protobuf, tripUpdates(now));
    } else if (path == QLatin1String("/alerts.pb")) {
        response = Response::text(200, protobuf, alerts(now));
    }
    if (response.status != 200)
        return response;
    const QByteArray tag =
        '"' + QCryptographicHash::hash(response.body, QCryptographicHash::Sha256).toHex().left(16) + '"';
    if (request.header("if-none-match") == tag)
        response = Response::text(304, {}, {});
    response.headers.emplace_back("ETag", tag);
    return response;
}

QByteArray Gtfs::archive() const
{
    const auto& lines = m_readings.tables().tramLines;
    QByteArray stops = "stop_id,stop_name,stop_lat,stop_lon\n";
    for (const Stop& s : m_stops)
        stops += s.id + ",\"" + s.name + "\"," + QByteArray::number(s.latitude, 'f', 6) + ',' +
                 QByteArray::number(s.longitude, 'f', 6) + '\n';
    QByteArray routes = "route_id,agency_id,route_short_name,route_long_name,route_type\n";
    QByteArray trips = "route_id,service_id,trip_id,trip_headsign,direction_id,shape_id\n";
    QByteArray times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n";
    QByteArray shapes = "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n";
    const auto geocentric = geo::Geocentric::create();
    for (int l = 0; l < int(lines.size()); ++l) {
        const TramLine& line = lines[std::size_t(l)];
        const Timetable& table = m_readings.timetables()[std::size_t(l)];
        const QByteArray route = line.name.toUtf8();
        routes += route + ",demo," + route + ",\"" + line.title.toUtf8() + "\",0\n";
        for (const int direction : {0, 1}) {
            const QByteArray shape = route + '-' + QByteArray::number(direction);
            for (std::size_t p = 0; geocentric && p < line.points.size(); ++p) {
                const TramLine::Stop& point = line.points[direction == 0 ? p : line.points.size() - 1 - p];
                const GeodeticPosition g = geocentric->toGeodetic({point.easting, point.northing, point.elevation});
                shapes += shape + ',' + QByteArray::number(g.latitudeDegrees, 'f', 6) + ',' +
                          QByteArray::number(g.longitudeDegrees, 'f', 6) + ',' + QByteArray::number(qint64(p) + 1) +
                          '\n';
            }
            const auto& calls = table.stops(direction);
            for (int slot = Timetable::firstSlot; slot <= Timetable::lastSlot; ++slot) {
                const QByteArray id = tripId(line, direction, slot);
                trips += route + ",daily," + id + ",\"" + stop(l, calls.back().point).name + "\"," +
                         QByteArray::number(direction) + ',' + shape + '\n';
                for (std::size_t c = 0; c < calls.size(); ++c)
                    times += id + ',' + clock(table.departure(direction, slot) + calls[c].arrival) + ',' +
                             clock(table.departure(direction, slot) + calls[c].departure) + ',' +
                             stop(l, calls[c].point).id + ',' + QByteArray::number(qint64(c) + 1) + '\n';
            }
        }
    }
    return zipArchive({
        {"agency.txt",
         "agency_id,agency_name,agency_url,agency_timezone,agency_lang\ndemo," + demoLabel().toUtf8() +
             "; in Wirklichkeit: DSW21 und VRR über DELFI,https://stadtzwilling.invalid/,Europe/Berlin,de\n"},
        {"stops.txt", stops},
        {"routes.txt", routes},
        {"trips.txt", trips},
        {"stop_times.txt", times},
        {"calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_"
                         "date\ndaily,1,1,1,1,1,1,1,20200101,20991231\n"},
        {"shapes.txt", shapes},
        {"feed_info.txt", "feed_publisher_name,feed_publisher_url,feed_lang,feed_version\n" + demoLabel().toUtf8() +
                              ",https://stadtzwilling.invalid/,de,1\n"},
    });
}

QByteArray Gtfs::vehiclePositions(std::int64_t now) const
{
    WireWriter feed;
    feed.message(1, header(now));
    for (const Thing& thing : m_readings.catalogue().things()) {
        if (thing.dataSet != Trams)
            continue;
        const TramLine& line = m_readings.tables().tramLines[std::size_t(thing.variant)];
        const Timetable& table = m_readings.timetables()[std::size_t(thing.variant)];
        const TramState tram = table.at(now, int(thing.size), m_readings.seed());
        if (!tram.isInService)
            continue;
        const Whereabouts where = m_readings.whereabouts(thing, now);
        const auto& calls = table.stops(tram.direction);
        WireWriter vehicle;
        vehicle.message(1, trip(line, tram));
        vehicle.message(2, WireWriter()
                               .real(1, float(where.latitude))
                               .real(2, float(where.longitude))
                               .real(3, float(tram.heading))
                               .real(5, float(tram.speed)));
        vehicle.number(3, std::uint64_t(tram.nextStop) + 1);
        vehicle.number(4, tram.isAtStop ? 1 : 2);
        vehicle.number(5, std::uint64_t(now / 1000));
        vehicle.bytes(7, stop(thing.variant, calls[std::size_t(tram.nextStop)].point).id);
        vehicle.message(8, WireWriter().bytes(1, thing.id.toUtf8()).bytes(2, thing.name.toUtf8()));
        feed.message(2, WireWriter().bytes(1, thing.id.toUtf8()).message(4, vehicle));
    }
    return feed.result();
}

QByteArray Gtfs::tripUpdates(std::int64_t now) const
{
    WireWriter feed;
    feed.message(1, header(now));
    for (const Thing& thing : m_readings.catalogue().things()) {
        if (thing.dataSet != Trams)
            continue;
        const TramLine& line = m_readings.tables().tramLines[std::size_t(thing.variant)];
        const Timetable& table = m_readings.timetables()[std::size_t(thing.variant)];
        const TramState tram = table.at(now, int(thing.size), m_readings.seed());
        if (!tram.isInService)
            continue;
        const auto& calls = table.stops(tram.direction);
        const std::int64_t begin = localMidnight(tram.serviceDay) / 1000 + table.departure(tram.direction, tram.slot);
        const auto delay = std::int64_t(tram.delay);
        WireWriter update;
        update.message(1, trip(line, tram));
        for (std::size_t c = std::size_t(tram.nextStop); c < calls.size(); ++c) {
            const auto event = [&](double seconds) {
                return WireWriter().integer(1, delay).integer(2, begin + std::int64_t(seconds) + delay);
            };
            update.message(2, WireWriter()
                                  .number(1, c + 1)
                                  .message(2, event(calls[c].arrival))
                                  .message(3, event(calls[c].departure))
                                  .bytes(4, stop(thing.variant, calls[c].point).id));
        }
        update.message(3, WireWriter().bytes(1, thing.id.toUtf8()).bytes(2, thing.name.toUtf8()));
        update.number(4, std::uint64_t(now / 1000));
        update.integer(5, delay);
        feed.message(2, WireWriter().bytes(1, tripId(line, tram.direction, tram.slot)).message(3, update));
    }
    return feed.result();
}

QByteArray Gtfs::alerts(std::int64_t now) const
{
    const auto text = [](const QByteArray& words) {
        return WireWriter().message(1, WireWriter().bytes(1, words).bytes(2, "de"));
    };
    WireWriter alert;
    alert.message(5, WireWriter().bytes(2, m_readings.tables().tramLines[0].name.toUtf8()));
    alert.number(6, 2).number(7, 8); // other cause, unknown effect
    alert.message(10, text(demoLabel().toUtf8()));
    alert.message(11, text("Alle Fahrten dieses Feeds sind erzeugt."));
    return WireWriter().message(1, header(now)).message(2, WireWriter().bytes(1, "demo").message(5, alert)).result();
}

} // namespace twin::demoplatform

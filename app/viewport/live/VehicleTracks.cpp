// SPDX-License-Identifier: GPL-3.0-or-later
#include "VehicleTracks.h"

#include "app/viewmodels/live/LiveText.h"
#include "model/observe/ObservedProperty.h"

#include <algorithm>

namespace twin::viewport {
namespace {

constexpr Milliseconds farthestReports = std::chrono::seconds(60); ///< two that lie farther apart say no speed
constexpr Milliseconds longestEstimate = std::chrono::seconds(30);
constexpr Milliseconds isNow = std::chrono::milliseconds(500);
constexpr double leastStep = 2;      ///< metres: less is the receiver's noise
constexpr double highestSpeed = 100; ///< metres a second: faster is a leap, not a way
constexpr double standing = 0.3;     ///< metres a second

const services::LiveReading* placeReading(const services::LiveThing& thing)
{
    for (const services::LiveReading& reading : thing.readings)
        if (reading.stream.kind == ValueKind::Position)
            return &reading;
    return nullptr;
}

std::optional<double> freshNumber(const services::LiveThing& thing, QLatin1String property, Instant now)
{
    for (const services::LiveReading& reading : thing.readings)
        if (reading.stream.property == property && live::isFresh(reading, now) && reading.last->number() != nullptr)
            return *reading.last->number();
    return std::nullopt;
}

} // namespace

bool VehicleTracks::moves(const services::LiveThing& thing)
{
    const services::LiveReading* reading = placeReading(thing);
    return reading != nullptr && isVehicleType(reading->stream.thingType);
}

void VehicleTracks::take(const services::LiveSnapshot& snapshot, const SceneFrame& scene)
{
    std::vector<Track> tracks;
    auto known = m_tracks.begin();
    for (const auto& thing : snapshot.things) {
        const services::LiveReading* reading = thing->place ? placeReading(*thing) : nullptr;
        if (reading == nullptr || !reading->last || !isVehicleType(reading->stream.thingType))
            continue;
        while (known != m_tracks.end() && known->thing->id < thing->id)
            ++known;
        Track track;
        if (known != m_tracks.end() && known->thing->id == thing->id)
            track = std::move(*known++);
        track.thing = thing;
        track.staleAfter = reading->stream.staleness.staleAfter();
        LocalPosition place = scene.toLocal(*thing->place);
        place.z = 0;
        const Instant at = reading->last->observedAt;
        const Milliseconds since = track.reports.empty() ? Milliseconds(0) : at - track.reports.back().at;
        if (since > track.staleAfter || since < Milliseconds(0))
            track.reports.clear(); // nobody knows how it came here, or the clock was set back
        if (track.reports.empty() || track.reports.back().at < at)
            track.reports.push_back({at, place});
        if (track.reports.size() > mostReports)
            track.reports.erase(track.reports.begin());
        tracks.push_back(std::move(track));
    }
    m_tracks = std::move(tracks);
}

VehicleTracks::Whereabouts VehicleTracks::whereabouts(const Track& track, Instant now)
{
    const Report& last = track.reports.back();
    Whereabouts result{track.thing, last.place, last.at, false, freshNumber(*track.thing, QLatin1String("delay"), now),
                       {}};
    for (const Report& report : track.reports)
        result.trail.push_back(report.place);
    const Milliseconds age = std::clamp(now - last.at, Milliseconds(0), longestEstimate);
    const auto speed = freshNumber(*track.thing, QLatin1String("speed"), now);
    if (track.reports.size() < 2 || age < isNow || (speed && *speed < standing))
        return result;
    const Report& before = track.reports[track.reports.size() - 2];
    const Milliseconds apart = last.at - before.at;
    const LocalPosition way = last.place - before.place;
    const double seconds = std::chrono::duration<double>(apart).count();
    if (apart > farthestReports || length(way) < leastStep || length(way) > highestSpeed * seconds)
        return result;
    // Never farther than the way between two reports: what is beyond the next one nobody can guess.
    const double share = std::min(1.0, std::chrono::duration<double>(age).count() / seconds);
    result.place = last.place + way * share;
    result.estimated = true;
    return result;
}

std::vector<VehicleTracks::Whereabouts> VehicleTracks::at(Instant now) const
{
    std::vector<Whereabouts> result;
    for (const Track& track : m_tracks)
        if (now - track.reports.back().at < track.staleAfter)
            result.push_back(whereabouts(track, now));
    return result;
}

} // namespace twin::viewport

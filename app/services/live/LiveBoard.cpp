// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveBoard.h"

#include "geo/Crs.h"

#include <algorithm>

namespace twin::services {

class LiveBoard::Projection {
public:
    [[nodiscard]] std::optional<ProjectedPosition> toRegion(const GeoPoint& point)
    {
        if (!m_transformer) {
            auto made = geo::Transformer::toRegion({QStringLiteral("EPSG:4326"), {}, false});
            if (!made)
                return std::nullopt;
            m_transformer.emplace(std::move(*made));
        }
        ProjectedPosition place{point.longitude, point.latitude, 0};
        if (!m_transformer->transform({&place, 1}))
            return std::nullopt;
        return place;
    }

private:
    std::optional<geo::Transformer> m_transformer;
};

LiveBoard::LiveBoard() : m_projection(std::make_unique<Projection>()) {}
LiveBoard::~LiveBoard() = default;

void LiveBoard::setSource(LiveSourceState state)
{
    const std::scoped_lock lock(m_mutex);
    const auto known =
        std::find_if(m_sources.begin(), m_sources.end(), [&](const auto& s) { return s.id == state.id; });
    if (known == m_sources.end())
        m_sources.push_back(std::move(state));
    else
        *known = std::move(state);
    touch();
}

void LiveBoard::setHealth(const QString& source, const SourceHealth& health)
{
    const std::scoped_lock lock(m_mutex);
    for (LiveSourceState& state : m_sources)
        if (state.id == source)
            state.health = health;
    touch();
}

void LiveBoard::setCounts(const QString& source, const SourceHealth& health)
{
    const std::scoped_lock lock(m_mutex);
    for (LiveSourceState& state : m_sources) {
        if (state.id != source)
            continue;
        const SourceHealth& old = state.health;
        const bool differs = old.received != health.received || old.dropped != health.dropped ||
                             old.missed != health.missed || old.malformed != health.malformed ||
                             old.repeated != health.repeated || old.requests != health.requests;
        if (!differs)
            continue;
        state.health = health;
        if (const Instant now = systemNow(); now - m_countsShown >= std::chrono::seconds(1)) {
            m_countsShown = now;
            m_changed = true;
        }
    }
}

void LiveBoard::setAlarms(AlarmListPointer alarms)
{
    const std::scoped_lock lock(m_mutex);
    m_changed = m_changed || alarms != m_alarms;
    m_alarms = std::move(alarms);
}

void LiveBoard::setLimitsProblem(const Error& error)
{
    const std::scoped_lock lock(m_mutex);
    m_limitsProblem = error;
    m_changed = true;
}

void LiveBoard::setNotKept(std::optional<Error> error)
{
    const std::scoped_lock lock(m_mutex);
    if (error.has_value() != m_notKept.has_value())
        touch();
    m_notKept = std::move(error);
}

void LiveBoard::place(LiveThing& thing, const GeoPoint& point)
{
    if (const auto projected = m_projection->toRegion(point))
        thing.place = projected;
}

/// A ring with a corner that has no place in the region's frame is none.
void LiveBoard::setArea(LiveThing& thing, const std::vector<std::vector<GeoPoint>>& area)
{
    thing.area.clear();
    for (const std::vector<GeoPoint>& ring : area) {
        std::vector<ProjectedPosition> projected;
        for (const GeoPoint& point : ring)
            if (const auto corner = m_projection->toRegion(point))
                projected.push_back(*corner);
        if (projected.size() == ring.size() && ring.size() > 2)
            thing.area.push_back(std::move(projected));
    }
}

void LiveBoard::take(const std::vector<Datastream>& streams)
{
    const std::scoped_lock lock(m_mutex);
    for (const Datastream& stream : streams) {
        const QString id = stream.source + QLatin1Char('/') + stream.thing;
        Entry& entry = m_things[id];
        LiveThing& thing = entry.thing;
        thing.id = id;
        thing.title = stream.thingTitle;
        thing.source = stream.source;
        thing.field = stream.field;
        thing.demo = stream.demo;
        if (stream.position)
            place(thing, *stream.position);
        if (!stream.area.empty() && (thing.readings.empty() || thing.readings.front().stream.area != stream.area))
            setArea(thing, stream.area);
        const auto known = m_streams.constFind(stream.id);
        if (known != m_streams.constEnd() && known->entry == &entry) {
            thing.readings[known->reading].stream = stream;
        } else {
            m_streams.insert(stream.id, {&entry, thing.readings.size()});
            thing.readings.push_back({stream, {}});
        }
        entry.shown.reset();
        touch();
    }
}

void LiveBoard::take(const std::vector<Observation>& observations)
{
    const std::scoped_lock lock(m_mutex);
    for (const Observation& observation : observations) {
        const auto known = m_streams.constFind(observation.datastream);
        if (known == m_streams.constEnd())
            continue;
        LiveReading& reading = known->entry->thing.readings[known->reading];
        if (reading.last && reading.last->observedAt > observation.observedAt)
            continue;
        if (reading.stream.kind == ValueKind::Position && observation.text())
            if (const auto point = pointFromPositionText(*observation.text()))
                place(known->entry->thing, *point);
        reading.last = observation;
        known->entry->shown.reset();
        touch();
    }
}

void LiveBoard::touch()
{
    m_changed = true;
    m_news.notify_one();
}

void LiveBoard::waitForChange(Milliseconds most)
{
    std::unique_lock lock(m_mutex);
    m_news.wait_for(lock, most, [this] { return m_changed; });
}

std::vector<Datastream> LiveBoard::streams()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<Datastream> streams;
    streams.reserve(std::size_t(m_streams.size()));
    for (const auto& [id, entry] : m_things)
        for (const LiveReading& reading : entry.thing.readings)
            streams.push_back(reading.stream);
    return streams;
}

std::vector<LiveSourceState> LiveBoard::sources()
{
    const std::scoped_lock lock(m_mutex);
    return m_sources;
}

LiveSnapshotPointer LiveBoard::takeSnapshot()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_changed)
        return nullptr;
    m_changed = false;
    auto snapshot = std::make_shared<LiveSnapshot>();
    snapshot->sources = m_sources;
    snapshot->alarms = m_alarms;
    snapshot->limitsProblem = m_limitsProblem;
    snapshot->notKept = m_notKept;
    snapshot->things.reserve(m_things.size());
    for (auto& [id, entry] : m_things) {
        if (!entry.shown)
            entry.shown = std::make_shared<const LiveThing>(entry.thing);
        snapshot->things.push_back(entry.shown);
    }
    return snapshot;
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/SeriesBook.h"

#include <algorithm>

#include <QSet>

namespace twin::observe {
namespace {

constexpr std::size_t memory = 64;

} // namespace

std::vector<Datastream> SeriesBook::changed(std::vector<Datastream>&& streams)
{
    std::vector<Datastream> news;
    for (Datastream& stream : streams) {
        const auto known = m_streams.constFind(stream.id);
        if (known != m_streams.constEnd() && *known == stream)
            continue;
        m_streams.insert(stream.id, stream);
        news.push_back(std::move(stream));
    }
    return news;
}

std::vector<Observation> SeriesBook::fresh(std::vector<Observation>&& observations)
{
    std::vector<Observation> news;
    news.reserve(observations.size());
    for (Observation& observation : observations) {
        Past& past = m_pasts[observation.datastream];
        if (observation.quality == Quality::AssumedTime && !past.times.empty() && past.lastValue == observation.value)
            continue;
        const auto place = std::lower_bound(past.times.begin(), past.times.end(), observation.observedAt);
        const bool isKnown = place != past.times.end() && *place == observation.observedAt;
        const bool isBeyondMemory = past.times.size() == memory && place == past.times.begin();
        if (isKnown || isBeyondMemory)
            continue;
        if (place == past.times.end()) {
            if (!past.times.empty())
                past.interval = observation.observedAt - past.times.back();
            past.lastValue = observation.value;
        }
        past.times.insert(place, observation.observedAt);
        if (past.times.size() > memory)
            past.times.pop_front();
        m_newest = std::max(m_newest.value_or(observation.observedAt), observation.observedAt);
        news.push_back(std::move(observation));
    }
    return news;
}

void SeriesBook::endMissing(SourceSnapshot& delivered, Instant now) const
{
    QSet<QString> present;
    for (const Datastream& stream : delivered.datastreams)
        present.insert(stream.id);
    for (const Datastream& stream : m_streams)
        if (!present.contains(stream.id))
            delivered.observations.push_back({stream.id, std::monostate(), now, now, Quality::AssumedTime});
}

const Datastream* SeriesBook::find(const QString& id) const
{
    const auto found = m_streams.constFind(id);
    return found == m_streams.constEnd() ? nullptr : &*found;
}

std::optional<Milliseconds> SeriesBook::usualInterval() const
{
    std::vector<Milliseconds> intervals;
    for (const Past& past : m_pasts)
        if (past.interval > Milliseconds(0))
            intervals.push_back(past.interval);
    if (intervals.empty())
        return std::nullopt;
    const auto middle = intervals.begin() + static_cast<std::ptrdiff_t>(intervals.size() / 2);
    std::nth_element(intervals.begin(), middle, intervals.end());
    return *middle;
}

} // namespace twin::observe

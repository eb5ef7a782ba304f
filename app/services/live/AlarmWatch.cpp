// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlarmWatch.h"

#include <algorithm>
#include <cmath>

namespace twin::services {
namespace {

constexpr double wayBack = 0.05;      ///< of the limit
constexpr double leastCovered = 0.75; ///< of a period, by values
constexpr int calmValues = 2;
constexpr std::size_t mostValues = 20'000; ///< of one series' means
constexpr Milliseconds longestMean = std::chrono::hours(24);

/// The limit a series must be back by before its alarm ends.
Threshold eased(Threshold threshold)
{
    const double way = std::abs(threshold.value) * wayBack;
    using Relation = Threshold::Relation;
    if (threshold.relation == Relation::Above || threshold.relation == Relation::AtLeast)
        threshold.value -= way;
    else if (threshold.relation == Relation::Below || threshold.relation == Relation::AtMost)
        threshold.value += way;
    return threshold;
}

bool isFarther(const Threshold& threshold, double a, double b)
{
    const bool falls =
        threshold.relation == Threshold::Relation::Below || threshold.relation == Threshold::Relation::AtMost;
    return falls ? a < b : a > b;
}

bool raisesAlarms(const Limit& limit)
{
    return limit.level != Limit::Level::Info && limit.period <= longestMean;
}

} // namespace

AlarmWatch::AlarmWatch(LimitTable limits) : m_limits(std::move(limits)) {}

void AlarmWatch::take(const std::vector<Datastream>& streams)
{
    const QDate today = QDate::currentDate();
    const std::scoped_lock lock(m_mutex);
    for (const Datastream& stream : streams) {
        std::vector<Limit> limits = m_limits.of(stream, today);
        std::erase_if(limits, [](const Limit& limit) { return !raisesAlarms(limit); });
        std::stable_sort(limits.begin(), limits.end(),
                         [](const Limit& a, const Limit& b) { return a.level > b.level; });
        const bool isTotal = stream.property == QLatin1String("totalSpotNumber");
        if (limits.empty() && !isTotal)
            continue;
        Series& series = m_series[stream.id];
        series.thing = stream.source + QLatin1Char('/') + stream.thing;
        series.thingTitle = stream.thingTitle;
        series.property = stream.title;
        series.demo = stream.demo;
        series.isTotal = isTotal;
        series.longest = {};
        for (const Limit& limit : limits)
            series.longest = std::max(series.longest, limit.period);
        series.limits = std::move(limits);
    }
}

void AlarmWatch::remember(Series& series, Instant at, double value)
{
    if (series.longest.count() == 0)
        return;
    auto& values = series.values;
    const auto place = std::lower_bound(values.begin(), values.end(), at,
                                        [](const auto& entry, Instant instant) { return entry.first < instant; });
    if (place != values.end() && place->first == at)
        place->second = value;
    else
        values.insert(place, {at, value});
    while (!values.empty() &&
           (values.front().first <= values.back().first - series.longest || values.size() > mostValues))
        values.pop_front();
}

void AlarmWatch::prime(const QString& stream, const std::vector<Observation>& observations)
{
    const std::scoped_lock lock(m_mutex);
    const auto series = m_series.find(stream);
    if (series == m_series.end())
        return;
    for (const Observation& observation : observations)
        if (observation.number() && observation.quality != Quality::Bad && observation.quality != Quality::Doubtful)
            remember(*series, observation.observedAt, *observation.number());
}

std::vector<std::pair<QString, Milliseconds>> AlarmWatch::needing() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::pair<QString, Milliseconds>> series;
    for (auto entry = m_series.constBegin(); entry != m_series.constEnd(); ++entry)
        if (entry->longest.count() > 0)
            series.emplace_back(entry.key(), entry->longest);
    return series;
}

void AlarmWatch::take(const std::vector<Observation>& observations)
{
    const std::scoped_lock lock(m_mutex);
    for (const Observation& observation : observations) {
        const auto series = m_series.find(observation.datastream);
        if (series == m_series.end() || !observation.number() || observation.quality == Quality::Bad ||
            observation.quality == Quality::Doubtful)
            continue;
        const double value = *observation.number();
        if (series->isTotal)
            m_totals[series->thing] = value;
        remember(*series, observation.observedAt, value);
        if (series->last && observation.observedAt <= *series->last)
            continue;
        if (series->last)
            series->interval = observation.observedAt - *series->last;
        series->last = observation.observedAt;
        judge(series.key(), *series, value, observation.observedAt);
    }
}

Threshold AlarmWatch::thresholdOf(const Series& series, const Limit& limit) const
{
    Threshold threshold = limit.threshold;
    if (!threshold.ofTotal)
        return threshold;
    const auto total = m_totals.constFind(series.thing);
    if (total == m_totals.constEnd())
        return {};
    threshold.value *= *total;
    threshold.ofTotal = false;
    return threshold;
}

/// @returns what a limit is compared with; empty: too little is known of its period.
std::optional<double> AlarmWatch::compared(const Series& series, const Limit& limit, double value, Instant at) const
{
    if (limit.period.count() == 0)
        return value;
    double sum = 0;
    int count = 0;
    Instant first = at;
    for (const auto& [instant, number] : series.values) {
        if (instant <= at - limit.period || instant > at)
            continue;
        first = std::min(first, instant);
        sum += number;
        ++count;
    }
    // A value stands for the time since the one before it.
    const Milliseconds covered = (at - first) + series.interval;
    if (count == 0 || double(covered.count()) < leastCovered * double(limit.period.count()))
        return std::nullopt;
    return sum / count;
}

void AlarmWatch::judge(const QString& id, Series& series, double value, Instant at)
{
    const auto known = m_active.find(id);
    for (const Limit& limit : series.limits) {
        const Threshold threshold = thresholdOf(series, limit);
        const auto number = compared(series, limit, value, at);
        if (!number || threshold.relation == Threshold::Relation::None)
            continue;
        const bool isOwn = known != m_active.end() && known->limit.id == limit.id;
        const bool isReached = threshold.isReached(*number);
        if (!isReached && !(isOwn && eased(threshold).isReached(*number)))
            continue;
        series.calm = isReached ? 0 : series.calm;
        m_list.reset();
        if (known == m_active.end()) {
            Limit shown = limit;
            shown.threshold = threshold;
            m_active.insert(id, {id + QLatin1Char('@') + isoText(at),
                                 id,
                                 series.thing,
                                 series.thingTitle,
                                 series.property,
                                 std::move(shown),
                                 *number,
                                 *number,
                                 at,
                                 at,
                                 {},
                                 {},
                                 series.demo});
            return;
        }
        if (!isOwn && limit.level > known->limit.level)
            known->acknowledgedAt.reset();
        if (!isOwn) {
            known->limit = limit;
            known->limit.threshold = threshold;
            known->worst = *number;
        }
        known->value = *number;
        known->lastAt = at;
        if (isFarther(threshold, *number, known->worst))
            known->worst = *number;
        return;
    }
    if (known != m_active.end() && ++series.calm >= calmValues)
        end(known, at);
}

void AlarmWatch::end(QHash<QString, Alarm>::iterator alarm, Instant at)
{
    alarm->clearedAt = at;
    m_past.push_front(std::move(*alarm));
    if (m_past.size() > mostPast)
        m_past.pop_back();
    m_active.erase(alarm);
    m_list.reset();
}

void AlarmWatch::acknowledge(const QStringList& ids, Instant at)
{
    const std::scoped_lock lock(m_mutex);
    for (Alarm& alarm : m_active)
        if (!alarm.acknowledgedAt && ids.contains(alarm.id)) {
            alarm.acknowledgedAt = at;
            m_list.reset();
        }
}

AlarmListPointer AlarmWatch::list() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_list)
        return m_list;
    auto list = std::make_shared<AlarmList>();
    list->active.assign(m_active.begin(), m_active.end());
    std::sort(list->active.begin(), list->active.end(),
              [](const Alarm& a, const Alarm& b) { return std::tie(b.raisedAt, a.id) < std::tie(a.raisedAt, b.id); });
    list->past.assign(m_past.begin(), m_past.end());
    m_list = std::move(list);
    return m_list;
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineModel.h"

#include <algorithm>

#include <QLocale>

namespace twin {
namespace {

constexpr int parts = 240; ///< in which the bar tells kept from missing

/// @returns the calendar's day, week, month … that an instant of the place lies in.
TimeRange spanAround(const QDateTime& local, int range)
{
    QDate from = local.date();
    QDate to = from.addDays(1);
    switch (range) {
    case TimelineModel::Week:
        from = from.addDays(1 - from.dayOfWeek());
        to = from.addDays(7);
        break;
    case TimelineModel::Month:
        from = QDate(from.year(), from.month(), 1);
        to = from.addMonths(1);
        break;
    case TimelineModel::Year:
        from = QDate(from.year(), 1, 1);
        to = from.addYears(1);
        break;
    case TimelineModel::Decade:
        from = QDate(from.year() - from.year() % 10, 1, 1);
        to = from.addYears(10);
        break;
    case TimelineModel::All:
        from = QDate(1800, 1, 1);
        to = QDate(2101, 1, 1);
        break;
    default:
        break;
    }
    const QTimeZone zone = local.timeZone();
    return {toInstant(QDateTime(from, QTime(0, 0), zone)), toInstant(QDateTime(to, QTime(0, 0), zone))};
}

} // namespace

TimelineModel::TimelineModel(ClockModel& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    connect(&m_clock, &ClockModel::timeChanged, this, &TimelineModel::follow);
    follow();
}

void TimelineModel::setFeed(std::weak_ptr<services::LiveFeed> feed)
{
    m_feed = std::move(feed);
    m_kept.clear();
    if (m_looked)
        look();
    Q_EMIT changed();
}

void TimelineModel::setEvents(std::vector<TimeEvent> events)
{
    std::sort(events.begin(), events.end(), [](const TimeEvent& a, const TimeEvent& b) { return a.at < b.at; });
    if (events == m_events)
        return;
    m_events = std::move(events);
    Q_EMIT changed();
}

QStringList TimelineModel::ranges() const
{
    return {tr("Tag"), tr("Woche"), tr("Monat"), tr("Jahr"), tr("Jahrzehnt"), QStringLiteral("1800–2100")};
}

void TimelineModel::setRange(int range)
{
    if (range == m_range || range < Day || range > All)
        return;
    m_range = range;
    follow();
}

void TimelineModel::follow()
{
    const TimeRange span = spanAround(m_clock.utc().toTimeZone(m_clock.zone()), m_range);
    if (!(span == m_span)) {
        m_span = span;
        m_kept.clear();
        if (m_looked)
            look();
    }
    Q_EMIT changed();
}

QString TimelineModel::fromText() const
{
    const QDate date = toDateTime(m_span.from).toTimeZone(m_clock.zone()).date();
    return m_range >= Decade ? QString::number(date.year()) : date.toString(QStringLiteral("dd.MM.yyyy"));
}

QString TimelineModel::toText() const
{
    const QDate date = toDateTime(m_span.to - Milliseconds(1)).toTimeZone(m_clock.zone()).date();
    return m_range >= Decade ? QString::number(date.year())
           : m_range == Day  ? QStringLiteral("24:00")
                             : date.toString(QStringLiteral("dd.MM.yyyy"));
}

double TimelineModel::shareOf(Instant instant) const
{
    return double((instant - m_span.from).count()) / double((m_span.to - m_span.from).count());
}

void TimelineModel::setPosition(double position)
{
    const auto length = double((m_span.to - m_span.from).count() - 1); // its end is the next span's begin
    const Instant at = m_span.from + Milliseconds(qint64(std::clamp(position, 0.0, 1.0) * length));
    m_clock.setInstant(toDateTime(at));
}

QVariantList TimelineModel::kept() const
{
    QVariantList list;
    for (const TimeRange& range : m_kept)
        list += QVariantMap{{QStringLiteral("from"), shareOf(range.from)}, {QStringLiteral("to"), shareOf(range.to)}};
    return list;
}

QVariantList TimelineModel::events() const
{
    QVariantList list;
    for (const TimeEvent& event : m_events)
        if (m_span.contains(event.at))
            list += QVariantMap{{QStringLiteral("at"), shareOf(event.at)}, {QStringLiteral("title"), event.title}};
    return list;
}

void TimelineModel::step(int steps)
{
    const QDateTime local = m_clock.utc().toTimeZone(m_clock.zone());
    switch (m_range) {
    case Day:
        m_clock.setInstant(local.addSecs(600LL * steps));
        break;
    case Week:
        m_clock.setInstant(local.addSecs(3600LL * steps));
        break;
    case Month:
        m_clock.setInstant(local.addDays(steps));
        break;
    case Year:
        m_clock.setInstant(local.addDays(7LL * steps));
        break;
    case Decade:
        m_clock.setInstant(local.addMonths(steps));
        break;
    default:
        m_clock.setInstant(local.addYears(steps));
        break;
    }
}

bool TimelineModel::stepEvent(int direction)
{
    const Instant at = toInstant(m_clock.utc());
    if (direction > 0) {
        const auto next = std::find_if(m_events.begin(), m_events.end(), [&](const auto& e) { return e.at > at; });
        if (next == m_events.end())
            return false;
        m_clock.setInstant(toDateTime(next->at));
        return true;
    }
    const auto before = std::find_if(m_events.rbegin(), m_events.rend(), [&](const auto& e) { return e.at < at; });
    if (before == m_events.rend())
        return false;
    m_clock.setInstant(toDateTime(before->at));
    return true;
}

void TimelineModel::look()
{
    m_looked = true;
    m_cancel.cancel();
    m_cancel = {};
    const int request = ++m_request;
    m_runner.clear();
    m_runner.run(
        this,
        [feed = m_feed, span = m_span, cancel = m_cancel] {
            const auto open = feed.lock();
            return open ? open->keptTimes(span, parts, cancel) : std::vector<TimeRange>();
        },
        [this, request](std::vector<TimeRange> kept) {
            if (request != m_request)
                return;
            m_kept = std::move(kept);
            Q_EMIT changed();
        });
}

} // namespace twin

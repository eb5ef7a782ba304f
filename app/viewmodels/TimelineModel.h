// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"
#include "BackgroundRunner.h"
#include "ClockModel.h"

#include <QVariantList>

namespace twin {

/// Something dated: a mark on the bar of time.
struct TimeEvent {
    Instant at{};
    QString title;

    friend bool operator==(const TimeEvent&, const TimeEvent&) = default;
};

/// The bar of time below the clock: a day, week, month, year, decade or everything around the clock's instant, with
/// where in it values are kept, where there are gaps, and what is dated. GUI thread.
class TimelineModel : public QObject {
    Q_OBJECT
    /// "Tag", "Woche", "Monat", "Jahr", "Jahrzehnt", "1800–2100"
    Q_PROPERTY(QStringList ranges READ ranges NOTIFY changed)
    /// index into ranges
    Q_PROPERTY(int range READ range WRITE setRange NOTIFY changed)
    Q_PROPERTY(QString fromText READ fromText NOTIFY changed)
    Q_PROPERTY(QString toText READ toText NOTIFY changed)
    /// where the clock stands on the bar, 0 … 1
    Q_PROPERTY(double position READ position WRITE setPosition NOTIFY changed)
    /// where the present is, 0 … 1; outside: not on the bar
    Q_PROPERTY(double present READ present NOTIFY changed)
    /// {from, to}, 0 … 1: where values are kept
    Q_PROPERTY(QVariantList kept READ kept NOTIFY changed)
    /// {at, title}, at 0 … 1: what is dated
    Q_PROPERTY(QVariantList events READ events NOTIFY changed)

public:
    enum Range { Day, Week, Month, Year, Decade, All };

    /// @param clock  outlives this object
    explicit TimelineModel(ClockModel& clock, QObject* parent = nullptr);
    ~TimelineModel() override { m_cancel.cancel(); }

    void setFeed(std::weak_ptr<services::LiveFeed> feed);
    void setEvents(std::vector<TimeEvent> events);
    void retranslate() { Q_EMIT changed(); }

    [[nodiscard]] QStringList ranges() const;
    [[nodiscard]] int range() const { return m_range; }
    void setRange(int range);
    [[nodiscard]] QString fromText() const;
    [[nodiscard]] QString toText() const;
    [[nodiscard]] double position() const { return shareOf(toInstant(m_clock.utc())); }
    void setPosition(double position);
    [[nodiscard]] double present() const { return shareOf(systemNow()); }
    [[nodiscard]] QVariantList kept() const;
    [[nodiscard]] QVariantList events() const;

    /// By ten minutes, an hour, a day, a week, a month or a year, as the bar is wide.
    Q_INVOKABLE void step(int steps);
    /// To the next or former of what is dated, on the bar or beyond. @returns whether there is one
    Q_INVOKABLE bool stepEvent(int direction);
    /// Looks again where values are kept: the bar has been opened.
    Q_INVOKABLE void look();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] double shareOf(Instant instant) const;
    void follow();

    ClockModel& m_clock;
    std::weak_ptr<services::LiveFeed> m_feed;
    int m_range = Day;
    TimeRange m_span;
    std::vector<TimeRange> m_kept;
    std::vector<TimeEvent> m_events; ///< ascending
    int m_request = 0;
    bool m_looked = false; ///< somebody has opened the bar
    CancellationToken m_cancel;
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin

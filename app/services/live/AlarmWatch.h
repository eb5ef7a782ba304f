// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Limits.h"

#include <deque>
#include <memory>
#include <mutex>

#include <QHash>

namespace twin::services {

/// A series beyond a limit: now, or until `clearedAt`. One series raises one alarm at a time, by the gravest limit that
/// it reaches.
struct Alarm {
    QString id;         ///< series and instant: unique
    QString stream;     ///< Datastream::id
    QString thing;      ///< LiveThing::id
    QString thingTitle; ///< as shown
    QString property;   ///< as shown: "Lufttemperatur"
    Limit limit;        ///< in the series' unit
    double value = 0;   ///< what reached it last: a value, or a mean over the limit's period
    double worst = 0;   ///< the farthest beyond it so far
    Instant raisedAt{};
    Instant lastAt{}; ///< when `value` was true
    std::optional<Instant> clearedAt;
    std::optional<Instant> acknowledgedAt; ///< somebody has seen it; grows graver: unset again
    bool demo = false;
};

/// An immutable picture of all alarms.
struct AlarmList {
    std::vector<Alarm> active; ///< by time, the newest first
    std::vector<Alarm> past;   ///< the last to end first; bounded
};
using AlarmListPointer = std::shared_ptr<const AlarmList>;

/// Watches values against limits. A limit with a period is compared with the mean over it, once three quarters of it
/// are covered by values; others with each value. What is missing, bad, doubtful or older than the last value raises
/// nothing. An alarm ends when two values in a row are back by five per cent of the limit, so that a value that
/// wavers about it does not ring again and again. Any thread.
class AlarmWatch {
public:
    static constexpr std::size_t mostPast = 500;

    explicit AlarmWatch(LimitTable limits);

    void take(const std::vector<Datastream>& streams);
    void take(const std::vector<Observation>& observations);
    /// @returns the series whose limits are means over a period, and the longest of them: what they need to begin with.
    [[nodiscard]] std::vector<std::pair<QString, Milliseconds>> needing() const;
    /// Values from before, for the means alone: they raise nothing.
    void prime(const QString& stream, const std::vector<Observation>& observations);
    void acknowledge(const QStringList& ids, Instant at);

    [[nodiscard]] AlarmListPointer list() const; ///< the same object until something changed

    /// @brief What a file of another session holds: alarms that were active stay so until a value ends them; those
    ///        without a value for two days are over.
    void restore(const QByteArray& json, Instant now);
    [[nodiscard]] QByteArray toJson() const;

private:
    struct Series {
        QString thing;
        QString thingTitle;
        QString property;
        std::vector<Limit> limits;                     ///< that raise alarms, the gravest first
        Milliseconds longest{};                        ///< of their periods
        std::deque<std::pair<Instant, double>> values; ///< ascending, of the longest period; empty: none needed
        std::optional<Instant> last;
        Milliseconds interval{};
        int calm = 0; ///< values in a row that are back
        bool demo = false;
        bool isTotal = false; ///< the thing's total that shares refer to
    };
    void judge(const QString& id, Series& series, double value, Instant at);
    [[nodiscard]] std::optional<double> compared(const Series& series, const Limit& limit, double value,
                                                 Instant at) const;
    [[nodiscard]] Threshold thresholdOf(const Series& series, const Limit& limit) const;
    void remember(Series& series, Instant at, double value);
    void end(QHash<QString, Alarm>::iterator alarm, Instant at);

    const LimitTable m_limits;
    mutable std::mutex m_mutex;
    QHash<QString, Series> m_series;
    QHash<QString, double> m_totals; ///< by thing
    QHash<QString, Alarm> m_active;  ///< by series
    std::deque<Alarm> m_past;
    mutable AlarmListPointer m_list; ///< null: changed since
};

} // namespace twin::services

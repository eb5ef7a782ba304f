// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QTimeZone>

namespace twin {

/// The one clock (design D9): live, or held at an instant from 1800 to 2100 that a person chose, or running from there
/// at a chosen speed. Sun, sky, live values and dated layers follow it. Dates and times are those of the place
/// (Europe/Berlin), whatever the computer's own zone is.
class ClockModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool live READ isLive NOTIFY timeChanged)
    Q_PROPERTY(QDateTime utc READ utc NOTIFY timeChanged)
    /// minutes since midnight at the place, 0 … 1439
    Q_PROPERTY(int minuteOfDay READ minuteOfDay WRITE setMinuteOfDay NOTIFY timeChanged)
    /// 1 … 366
    Q_PROPERTY(int dayOfYear READ dayOfYear WRITE setDayOfYear NOTIFY timeChanged)
    Q_PROPERTY(int daysInYear READ daysInYear NOTIFY timeChanged)
    /// e.g. "Mo 14.03.2026"
    Q_PROPERTY(QString dateText READ dateText NOTIFY timeChanged)
    /// e.g. "14:32"
    Q_PROPERTY(QString timeText READ timeText NOTIFY timeChanged)
    /// the clock runs on from where it was held
    Q_PROPERTY(bool playing READ isPlaying WRITE setPlaying NOTIFY playingChanged)
    /// "Echtzeit", "1 min/s" … "1 Jahr/s"
    Q_PROPERTY(QStringList speeds READ speeds NOTIFY playingChanged)
    /// index into speeds
    Q_PROPERTY(int speed READ speed WRITE setSpeed NOTIFY playingChanged)
    /// why what was typed is no date; empty: it was one
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    explicit ClockModel(QObject* parent = nullptr);

    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] QDateTime utc() const { return m_utc; }
    [[nodiscard]] int minuteOfDay() const;
    [[nodiscard]] int dayOfYear() const;
    [[nodiscard]] int daysInYear() const;
    [[nodiscard]] QString dateText() const;
    [[nodiscard]] QString timeText() const;
    /// Each of these leaves live.
    void setMinuteOfDay(int minute);
    void setDayOfYear(int day);
    void setInstant(const QDateTime& instant);
    /// Back to live.
    Q_INVOKABLE void now();
    /// @brief Takes a date or time as people write it: "14.3.2026 14:32", "14.03.2026", "1826", "2026-03-14T14:32".
    /// @returns false, with a problem, for anything else and for years outside 1800 … 2100.
    Q_INVOKABLE bool setText(const QString& text);
    [[nodiscard]] bool isPlaying() const { return m_play.isActive(); }
    /// From live on it starts where it is. Ends by itself when it catches up with the present, which is live again, and
    /// at the end of 2100.
    void setPlaying(bool playing);
    [[nodiscard]] QStringList speeds() const;
    [[nodiscard]] int speed() const { return m_speed; }
    void setSpeed(int speed);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    /// The clock played for so long. @param milliseconds  of real time
    void advance(qint64 milliseconds);
    /// The language changed: texts are made anew.
    void retranslate();

Q_SIGNALS:
    void timeChanged();
    void playingChanged();
    void problemChanged();

private:
    [[nodiscard]] QDateTime local() const { return m_utc.toTimeZone(m_zone); }
    void set(const QDateTime& instant, bool live);

    QTimeZone m_zone;
    QDateTime m_utc;
    bool m_live = true;
    QTimer m_tick;
    QTimer m_play;
    QElapsedTimer m_sincePlay;
    int m_speed = 1;
    QString m_problem;
};

} // namespace twin

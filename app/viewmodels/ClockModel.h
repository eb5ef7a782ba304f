// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <QTimeZone>

namespace twin {

/// The one clock (design D9): live, or held at an instant that a person chose. Sun and sky follow it. Dates and times
/// are those of the place (Europe/Berlin), whatever the computer's own zone is.
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
    /// The language changed: texts are made anew.
    void retranslate() { Q_EMIT timeChanged(); }

Q_SIGNALS:
    void timeChanged();

private:
    [[nodiscard]] QDateTime local() const { return m_utc.toTimeZone(m_zone); }
    void set(const QDateTime& instant, bool live);

    QTimeZone m_zone;
    QDateTime m_utc;
    bool m_live = true;
    QTimer m_tick;
};

} // namespace twin

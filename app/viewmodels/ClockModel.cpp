// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClockModel.h"

#include <algorithm>

#include <QLocale>

namespace twin {

ClockModel::ClockModel(QObject* parent)
    : QObject(parent), m_zone(QByteArrayLiteral("Europe/Berlin")), m_utc(QDateTime::currentDateTimeUtc())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::systemTimeZone();
    // The sun moves a quarter of a degree a minute: once in 30 seconds is smooth enough and costs nothing.
    m_tick.setInterval(30'000);
    connect(&m_tick, &QTimer::timeout, this, &ClockModel::now);
    m_tick.start();
}

int ClockModel::minuteOfDay() const
{
    const QTime time = local().time();
    return time.hour() * 60 + time.minute();
}

int ClockModel::dayOfYear() const
{
    return local().date().dayOfYear();
}

int ClockModel::daysInYear() const
{
    return local().date().daysInYear();
}

QString ClockModel::dateText() const
{
    const QDate date = local().date();
    const QString weekday =
        QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat).remove(QLatin1Char('.'));
    return weekday + QLatin1Char(' ') + date.toString(QStringLiteral("dd.MM.yyyy"));
}

QString ClockModel::timeText() const
{
    return local().time().toString(QStringLiteral("HH:mm"));
}

void ClockModel::setMinuteOfDay(int minute)
{
    minute = std::clamp(minute, 0, 24 * 60 - 1);
    if (minute == minuteOfDay())
        return;
    set(QDateTime(local().date(), QTime(minute / 60, minute % 60), m_zone), false);
}

void ClockModel::setDayOfYear(int day)
{
    day = std::clamp(day, 1, daysInYear());
    if (day == dayOfYear())
        return;
    set(QDateTime(QDate(local().date().year(), 1, 1).addDays(day - 1), local().time(), m_zone), false);
}

void ClockModel::setInstant(const QDateTime& instant)
{
    if (instant.isValid())
        set(instant, false);
}

void ClockModel::now()
{
    set(QDateTime::currentDateTimeUtc(), true);
}

void ClockModel::set(const QDateTime& instant, bool live)
{
    m_utc = instant.toUTC();
    m_live = live;
    live ? m_tick.start() : m_tick.stop();
    Q_EMIT timeChanged();
}

} // namespace twin

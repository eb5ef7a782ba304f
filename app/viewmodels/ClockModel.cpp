// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClockModel.h"

#include <algorithm>
#include <array>

#include <QLocale>

namespace twin {
namespace {

constexpr int playMilliseconds = 100;
constexpr qint64 longestTick = 1000; ///< whatever held the program up: time makes no leap
/// How much time passes in a second.
constexpr std::array<qint64, 7> speedSeconds{1, 60, 600, 3600, 86'400, 86'400LL * 30, 86'400LL * 365};

QDateTime earliest()
{
    return {QDate(1800, 1, 1), QTime(0, 0), Qt::UTC};
}

QDateTime latest()
{
    return {QDate(2100, 12, 31), QTime(22, 59), Qt::UTC};
}

} // namespace

ClockModel::ClockModel(QObject* parent)
    : QObject(parent), m_zone(QByteArrayLiteral("Europe/Berlin")), m_utc(QDateTime::currentDateTimeUtc())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::systemTimeZone();
    // The sun moves a quarter of a degree a minute: once in 30 seconds is smooth enough and costs nothing.
    m_tick.setInterval(30'000);
    connect(&m_tick, &QTimer::timeout, this, &ClockModel::now);
    m_tick.start();
    m_play.setInterval(playMilliseconds);
    connect(&m_play, &QTimer::timeout, this, [this] { advance(std::min(m_sincePlay.restart(), longestTick)); });
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
    setPlaying(false);
    set(QDateTime::currentDateTimeUtc(), true);
}

bool ClockModel::setText(const QString& text)
{
    const QString tidy = text.simplified();
    QDateTime found;
    for (const char* format : {"d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "d.M.yyyy", "yyyy-M-d H:mm", "yyyy-M-d", "yyyy"}) {
        const QDateTime read = QDateTime::fromString(tidy, QLatin1String(format));
        if (read.isValid() && !found.isValid())
            found = QDateTime(read.date(), read.time(), m_zone);
    }
    if (!found.isValid())
        found = QDateTime::fromString(tidy, Qt::ISODate);
    QString problem;
    if (!found.isValid())
        problem = tr("Schreiben Sie Datum und Uhrzeit wie 14.03.2026 14:32.");
    else if (found < earliest() || found > latest())
        problem = tr("Die Uhr reicht von 1800 bis 2100.");
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
    if (!problem.isEmpty())
        return false;
    set(found, false);
    return true;
}

void ClockModel::setPlaying(bool playing)
{
    if (playing == isPlaying())
        return;
    if (playing) {
        m_sincePlay.start();
        m_play.start();
        set(m_utc, false);
    } else {
        m_play.stop();
    }
    Q_EMIT playingChanged();
}

QStringList ClockModel::speeds() const
{
    return {tr("Echtzeit"), tr("1 min/s"), tr("10 min/s"), tr("1 h/s"), tr("1 Tag/s"), tr("1 Monat/s"), tr("1 Jahr/s")};
}

void ClockModel::setSpeed(int speed)
{
    if (speed == m_speed || speed < 0 || speed >= int(speedSeconds.size()))
        return;
    m_speed = speed;
    Q_EMIT playingChanged();
}

void ClockModel::advance(qint64 milliseconds)
{
    const QDateTime present = QDateTime::currentDateTimeUtc();
    const bool wasPast = m_utc < present;
    const QDateTime next = m_utc.addMSecs(milliseconds * speedSeconds[std::size_t(m_speed)]);
    if (wasPast && next >= present) {
        now();
        return;
    }
    set(next, false);
    if (m_utc >= latest())
        setPlaying(false);
}

void ClockModel::retranslate()
{
    Q_EMIT timeChanged();
    Q_EMIT playingChanged();
}

void ClockModel::set(const QDateTime& instant, bool live)
{
    m_utc = std::clamp(instant.toUTC(), earliest(), latest());
    m_live = live;
    live ? m_tick.start() : m_tick.stop();
    Q_EMIT timeChanged();
}

} // namespace twin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/Instant.h"

#include <algorithm>

namespace twin {
namespace {

/// @returns the digits' number; negative where they are none.
int number(QStringView digits)
{
    constexpr qsizetype most = 9; // an int holds as many
    int value = digits.isEmpty() || digits.size() > most ? -1 : 0;
    if (value < 0)
        return value;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

/// Reads "+02:00", "-0530", "+02" as minutes; empty for none of them.
std::optional<int> offsetMinutes(QStringView text)
{
    const int sign = text.startsWith(u'-') ? -1 : 1;
    const QStringView digits = text.mid(1);
    const int hours = number(digits.left(2));
    const QStringView rest = digits.mid(digits.size() > 2 && digits[2] == u':' ? 3 : 2);
    const int minutes = rest.isEmpty() ? 0 : number(rest);
    if (digits.size() < 2 || hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || rest.size() == 1)
        return std::nullopt;
    return sign * (hours * 60 + minutes);
}

/// Reads "hh:mm[:ss[.fff…]]".
std::optional<QTime> timeOfDay(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.') >= 0 ? text.indexOf(u'.') : text.indexOf(u',');
    QStringView fraction = dot >= 0 ? text.mid(dot + 1) : QStringView();
    const QStringView clock = dot >= 0 ? text.left(dot) : text;
    if ((clock.size() != 8 && clock.size() != 5) || clock[2] != u':' || (clock.size() == 8 && clock[5] != u':') ||
        (dot >= 0 && (number(fraction.left(9)) < 0 || clock.size() != 8)))
        return std::nullopt;
    const QString millis = fraction.left(3).toString().leftJustified(3, u'0');
    const QTime time(number(clock.left(2)), number(clock.mid(3, 2)), clock.size() == 8 ? number(clock.mid(6, 2)) : 0,
                     dot >= 0 ? number(millis) : 0);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

QString isoText(Instant instant)
{
    const bool whole = instant.time_since_epoch().count() % 1000 == 0;
    return toDateTime(instant).toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}

std::optional<Instant> instantFromIso(QStringView text)
{
    text = text.trimmed();
    if (text.size() > 100)
        return std::nullopt;
    if (const qsizetype slash = text.lastIndexOf(u'/'); slash >= 0)
        text = text.mid(slash + 1);
    if (text.size() < 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    const QDate date(number(text.left(4)), number(text.mid(5, 2)), number(text.mid(8, 2)));
    if (!date.isValid() || date.year() < 1800 || date.year() > 2200)
        return std::nullopt;
    if (text.size() == 10)
        return toInstant(QDateTime(date, QTime(0, 0), Qt::UTC));
    if (text[10] != u'T' && text[10] != u't' && text[10] != u' ')
        return std::nullopt;
    QStringView clock = text.mid(11);
    int offset = 0;
    if (clock.endsWith(u'Z') || clock.endsWith(u'z')) {
        clock.chop(1);
    } else if (const qsizetype sign = std::max(clock.lastIndexOf(u'+'), clock.lastIndexOf(u'-')); sign > 0) {
        const std::optional<int> minutes = offsetMinutes(clock.mid(sign));
        if (!minutes)
            return std::nullopt;
        offset = *minutes;
        clock = clock.left(sign);
    }
    const std::optional<QTime> time = timeOfDay(clock);
    if (!time)
        return std::nullopt;
    return toInstant(QDateTime(date, *time, Qt::UTC)) - std::chrono::minutes(offset);
}

} // namespace twin

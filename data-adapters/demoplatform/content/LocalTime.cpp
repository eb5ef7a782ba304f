// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/LocalTime.h"

#include <chrono>

namespace twin::demoplatform {
namespace {

constexpr std::int64_t hourMs = 3'600'000;
constexpr std::int64_t dayMs = 24 * hourMs;

std::int64_t lastSunday(int year, unsigned month)
{
    using namespace std::chrono;
    const sys_days day = std::chrono::year(year) / std::chrono::month(month) / Sunday[last];
    return day.time_since_epoch().count() * dayMs + hourMs; // 01:00 UTC
}

std::int64_t floorDivided(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

std::int64_t offsetAt(std::int64_t milliseconds)
{
    using namespace std::chrono;
    const year_month_day date{sys_days(days(floorDivided(milliseconds, dayMs)))};
    const int year = int(date.year());
    const bool isSummer = milliseconds >= lastSunday(year, 3) && milliseconds < lastSunday(year, 10);
    return (isSummer ? 2 : 1) * hourMs;
}

} // namespace

LocalTime LocalTime::at(std::int64_t milliseconds)
{
    using namespace std::chrono;
    const std::int64_t local = milliseconds + offsetAt(milliseconds);
    LocalTime time;
    time.dayNumber = floorDivided(local, dayMs);
    time.hour = double(local - time.dayNumber * dayMs) / double(hourMs);
    const sys_days day{days(time.dayNumber)};
    const year_month_day date{day};
    time.year = int(date.year());
    time.month = int(unsigned(date.month()));
    time.day = int(unsigned(date.day()));
    time.weekday = int(std::chrono::weekday(day).iso_encoding());
    time.dayOfYear = double((day - sys_days(date.year() / January / 1)).count()) + time.hour / 24;
    return time;
}

std::int64_t localMidnight(std::int64_t dayNumber)
{
    const std::int64_t utc = dayNumber * dayMs;
    return utc - offsetAt(utc - hourMs); // summer time changes at night, after midnight
}

} // namespace twin::demoplatform

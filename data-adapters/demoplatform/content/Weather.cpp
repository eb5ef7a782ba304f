// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/Weather.h"

#include "demoplatform/content/LocalTime.h"
#include "demoplatform/content/Noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::demoplatform {
namespace {

constexpr double hourMs = 3'600'000;
constexpr double dayMs = 24 * hourMs;
constexpr double degree = std::numbers::pi / 180;

/// Streams of noise, so that no two quantities share one.
enum Stream : std::uint64_t { Front = 1, Spell, Clouds, Shower, Squall, Gusts, Turn, Pressure, Moisture };

double cloudAt(std::uint64_t seed, std::int64_t ms, double dayOfYear)
{
    const double winter = std::cos((dayOfYear - 15) / 365.25 * 2 * std::numbers::pi);
    const double passing = 0.75 * smoothNoise(seed, Clouds, double(ms) / dayMs / 0.8) +
                           0.35 * smoothNoise(seed, Clouds + 64, double(ms) / hourMs / 3);
    return std::clamp(0.62 + 0.10 * winter + 0.42 * passing, 0.0, 1.0);
}

/// The month's rain, with what summer's clear sky between showers takes from its hours.
double wetness(const Months& precipitation, double dayOfYear)
{
    return ofDay(precipitation, dayOfYear) * (1.65 - 0.5 * std::cos((dayOfYear - 15) / 365.25 * 2 * std::numbers::pi));
}

/// Haurwitz's clear sky, dimmed by clouds as Kasten and Czeplak found.
double radiationAt(double elevation, double cloud)
{
    if (elevation <= 0)
        return 0;
    const double s = std::sin(elevation * degree);
    return 1098 * s * std::exp(-0.059 / s) * (1 - 0.75 * std::pow(cloud, 3.4));
}

} // namespace

double ofDay(const Months& months, double dayOfYear)
{
    const double x = dayOfYear / 365.25 * 12 - 0.5; // a normal stands in the middle of its month
    const double month = std::floor(x);
    const auto value = [&months](double m) { return months[std::size_t(((int(m) % 12) + 12) % 12)]; };
    return value(month) + (value(month + 1) - value(month)) * (x - month);
}

double ofHour(const Hours& hours, double hour)
{
    const double x = hour - 0.5;
    const double whole = std::floor(x);
    const auto value = [&hours](double h) { return hours[std::size_t(((int(h) % 24) + 24) % 24)]; };
    return value(whole) + (value(whole + 1) - value(whole)) * (x - whole);
}

double saturation(double celsius)
{
    return 6.112 * std::exp(17.62 * celsius / (243.12 + celsius));
}

double sunElevation(std::int64_t ms)
{
    constexpr double latitude = 51.5;
    constexpr double longitude = 7.47;
    const double days = double(ms) / dayMs - 10957.5; // since 2000-01-01T12:00Z
    const double anomaly = (357.529 + 0.98560028 * days) * degree;
    const double mean = 280.459 + 0.98564736 * days;
    const double ecliptic = (mean + 1.915 * std::sin(anomaly) + 0.020 * std::sin(2 * anomaly)) * degree;
    const double obliquity = 23.439 * degree;
    const double declination = std::asin(std::sin(obliquity) * std::sin(ecliptic));
    const double ascension = std::atan2(std::cos(obliquity) * std::sin(ecliptic), std::cos(ecliptic));
    const double sidereal = (280.46062 + 360.98564737 * days + longitude) * degree;
    const double hourAngle = sidereal - ascension;
    return std::asin(std::sin(latitude * degree) * std::sin(declination) +
                     std::cos(latitude * degree) * std::cos(declination) * std::cos(hourAngle)) /
           degree;
}

double Weather::rainAt(std::int64_t ms, double cloud, double normal) const
{
    const double passing = 0.8 * smoothNoise(m_seed, Shower, double(ms) / hourMs / 4) +
                           0.45 * smoothNoise(m_seed, Squall, double(ms) / hourMs / 0.7);
    const double excess = passing + (cloud - 0.62) * 1.4 - 0.55;
    return excess <= 0 ? 0 : 0.0115 * normal * std::pow(excess, 1.6);
}

Sky Weather::at(std::int64_t ms) const
{
    const LocalTime local = LocalTime::at(ms);
    const double days = double(ms) / dayMs;
    Sky sky;
    sky.cloud = cloudAt(m_seed, ms, local.dayOfYear);
    sky.sunElevation = sunElevation(ms);
    sky.radiation = radiationAt(sky.sunElevation, sky.cloud);
    sky.rain = rainAt(ms, sky.cloud, wetness(m_tables.precipitation, local.dayOfYear));
    const double anomaly = 3.4 * smoothNoise(m_seed, Front, days / 3.1) + 1.4 * smoothNoise(m_seed, Spell, days / 11);
    sky.dailyMean = ofDay(m_tables.temperature, local.dayOfYear) + anomaly;
    // Warmest at 15:30, coldest before sunrise: the fall takes longer than the rise.
    const double phase = (local.hour - 15.5) / 24 * 2 * std::numbers::pi;
    const double course = 0.5 * std::cos(phase) + 0.08 * std::cos(2 * phase);
    const double clearness = 1.35 - 0.6 * sky.cloud;
    sky.temperature =
        sky.dailyMean + ofDay(m_tables.amplitude, local.dayOfYear) * clearness * course - std::min(2.0, sky.rain * 0.5);
    const double humidity = ofDay(m_tables.humidity, local.dayOfYear) / 100;
    const double vapour =
        saturation(sky.dailyMean) * humidity * std::exp(0.12 * smoothNoise(m_seed, Moisture, days / 1.7));
    sky.dewPoint = 243.12 * std::log(vapour / 6.112) / (17.62 - std::log(vapour / 6.112));
    sky.dewPoint = std::min(sky.dewPoint, sky.temperature - 0.1);
    const double daylight = 1 + 0.18 * std::cos((local.hour - 14) / 24 * 2 * std::numbers::pi);
    const double gusts =
        0.45 * smoothNoise(m_seed, Gusts, days / 0.6) + 0.18 * smoothNoise(m_seed, Gusts + 64, days * 24);
    sky.wind = ofDay(m_tables.wind, local.dayOfYear) * daylight * std::exp(gusts - 0.06);
    sky.windFrom = std::fmod(225 + 75 * smoothNoise(m_seed, Turn, days / 1.6) + 720, 360);
    sky.pressure = 1005 + 9 * smoothNoise(m_seed, Pressure, days / 2.4) - 4 * (sky.cloud - 0.6);
    return sky;
}

double Weather::rainBefore(std::int64_t ms, int hours) const
{
    double sum = 0;
    for (int half = 0; half < 2 * hours; ++half) {
        const std::int64_t instant = ms - half * std::int64_t(hourMs / 2);
        const double dayOfYear = LocalTime::at(instant).dayOfYear;
        sum += rainAt(instant, cloudAt(m_seed, instant, dayOfYear), wetness(m_tables.precipitation, dayOfYear)) / 2;
    }
    return sum;
}

} // namespace twin::demoplatform

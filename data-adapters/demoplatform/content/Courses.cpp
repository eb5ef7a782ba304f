// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/Courses.h"

#include "demoplatform/content/DataSets.h"
#include "demoplatform/content/LocalTime.h"
#include "demoplatform/content/Noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::demoplatform {
namespace {

constexpr double minuteMs = 60'000;
constexpr double hourMs = 3'600'000;
constexpr double dayMs = 24 * hourMs;

double rounded(double value, double step)
{
    const double parts = std::round(1 / step); // dividing gives the nearest number to "12.3", multiplying may not
    return std::round(value * parts) / parts;
}

/// A day between opening and closing, rising and falling over two hours.
double openness(double hour, double opens, double closes)
{
    return std::clamp(std::min((hour - opens) / 2, (closes - hour) / 2), 0.0, 1.0);
}

/// 1 at night, 0 at noon.
double nightShare(double hour)
{
    return 0.5 + 0.5 * std::cos((hour - 1.5) / 24 * 2 * std::numbers::pi);
}

} // namespace

double Courses::noiseOf(const Thing& thing, int which, double x) const
{
    return smoothNoise(
        m_seed, 2000 + std::uint64_t(thing.dataSet) * 4096 + std::uint64_t(thing.number) * 8 + std::uint64_t(which), x);
}

double Courses::chanceOf(const Thing& thing, int which, std::int64_t index) const
{
    return unitOf(
        m_seed, 500'000 + std::uint64_t(thing.dataSet) * 4096 + std::uint64_t(thing.number) * 8 + std::uint64_t(which),
        std::uint64_t(index));
}

double Courses::trafficShape(std::int64_t ms) const
{
    const LocalTime local = LocalTime::at(ms);
    const double weekday = ofHour(m_tables.traffic, local.hour);
    if (local.weekday < 6)
        return weekday;
    // Weekends begin late and have no rush hours.
    const double late = ofHour(m_tables.traffic, std::max(0.0, local.hour - 1.5));
    return (local.weekday == 6 ? 0.75 : 0.58) * std::min(late, 1.25);
}

double Courses::weatherAt(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    const Sky sky = m_weather.at(ms);
    const double days = double(ms) / dayMs;
    const double hour = LocalTime::at(ms).hour;
    const double calm = std::clamp(1.4 - sky.wind / 5, 0.15, 1.0);
    const double island = 4.2 * thing.urban * nightShare(hour) * (1 - 0.75 * sky.cloud) * calm + 0.5 * thing.urban;
    const double temperature = sky.temperature + island - 0.0065 * (thing.height - 90) +
                               0.25 * noiseOf(thing, 0, days * 2) + 0.12 * noiseOf(thing, 1, double(ms) / minuteMs / 9);
    const double wind = sky.wind * (1 - 0.45 * thing.urban) * (1 + 0.0012 * (thing.height - 90)) *
                        std::exp(0.22 * noiseOf(thing, 2, double(ms) / minuteMs / 12));
    switch (quantity) {
    case Quantity::Temperature:
        return rounded(temperature, 0.1);
    case Quantity::FeltTemperature: {
        // Steadman's apparent temperature, with the sun on the skin.
        const double vapour = saturation(std::min(sky.dewPoint, temperature));
        const double sun = sky.radiation * (thing.variant == 1 ? 0.009 : 0.005);
        return rounded(temperature + 0.33 * vapour - 0.7 * wind * 0.6 - 4 + sun, 0.1);
    }
    case Quantity::Humidity:
        return rounded(std::clamp(saturation(sky.dewPoint - 0.3 * thing.urban) / saturation(temperature), 0.15, 1.0),
                       0.01);
    case Quantity::AirPressure:
        return rounded(sky.pressure * std::exp(-(thing.height - 90) / 8100), 0.1);
    case Quantity::Precipitation:
        return rounded(std::max(0.0, sky.rain * (1 + 0.35 * noiseOf(thing, 3, double(ms) / hourMs / 0.8))), 0.1);
    case Quantity::WindSpeed:
        return rounded(wind, 0.1);
    case Quantity::GustSpeed:
        return rounded(wind * (1.5 + 0.25 * std::abs(noiseOf(thing, 4, double(ms) / minuteMs / 6))), 0.1);
    case Quantity::WindDirection:
        return std::fmod(std::round(sky.windFrom + 12 * noiseOf(thing, 5, double(ms) / minuteMs / 20)) + 360, 360);
    case Quantity::Radiation:
        return std::round(sky.radiation * (1 - 0.12 * thing.urban) *
                          (1 + 0.04 * noiseOf(thing, 6, double(ms) / minuteMs / 4)));
    case Quantity::SolarPower:
        return rounded(
            thing.size * sky.radiation / 1000 * 0.86 * (1 + 0.03 * noiseOf(thing, 6, double(ms) / minuteMs / 4)), 0.01);
    default:
        return temperature;
    }
}

double Courses::airAt(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    const Sky sky = m_weather.at(ms);
    const LocalTime local = LocalTime::at(ms);
    const double hours = double(ms) / hourMs;
    const double winter = 1 + 0.18 * std::cos((local.dayOfYear - 15) / 365.25 * 2 * std::numbers::pi);
    const double dispersion = std::pow(3.4 / (sky.wind + 0.9), 0.55);
    const double washed = 1 - std::min(0.45, sky.rain * 0.12);
    const double weekend = local.weekday < 6 ? 1 : local.weekday == 6 ? 0.82 : 0.68;
    const double random = std::exp(0.17 * noiseOf(thing, 0, hours / 3) - 0.01);
    const bool isStreet = thing.variant < 2;
    switch (quantity) {
    case Quantity::NitrogenDioxide: {
        const Hours& shape = isStreet ? m_tables.no2Street : m_tables.no2Background;
        return rounded(thing.size * ofHour(shape, local.hour) * winter * dispersion * weekend * random, 0.1);
    }
    case Quantity::Pm10:
    case Quantity::Pm25: {
        const double base = isStreet ? 20 : thing.variant == 2 ? 15.5 : 13;
        const double dry = std::pow(dispersion, 1.3) * (1 + 0.2 * noiseOf(thing, 1, hours / 40)) * washed;
        const double pm10 = base * ofHour(m_tables.pm10, local.hour) * winter * dry * random;
        return rounded(quantity == Quantity::Pm10 ? pm10 : pm10 * (0.58 + 0.06 * noiseOf(thing, 2, hours / 30)), 0.1);
    }
    case Quantity::Ozone: {
        const double summer = std::cos((local.dayOfYear - 185) / 365.25 * 2 * std::numbers::pi);
        const double mean = (thing.variant == 0 ? 34 : 47) + 17 * summer;
        const double heat = std::max(0.0, sky.dailyMean - 19) * 5;
        const double shape = 1 + (ofHour(m_tables.o3, local.hour) - 1) * (0.55 + 0.45 * std::max(0.0, summer)) *
                                     (1.25 - 0.6 * sky.cloud);
        return rounded(std::max(2.0, (mean + heat) * shape * random), 0.1);
    }
    case Quantity::SoundLevel:
    case Quantity::PeakSoundLevel: {
        const double traffic = 10 * std::log10(std::max(0.06, trafficShape(ms)));
        const double level = thing.size + 4 * thing.urban + 0.75 * traffic + 0.8 * sky.rain / (1 + sky.rain) * 3 +
                             1.3 * noiseOf(thing, 3, double(ms) / minuteMs / 2.5);
        const double peak = 9 + 3 * std::abs(noiseOf(thing, 4, double(ms) / minuteMs));
        return rounded(quantity == Quantity::SoundLevel ? level : level + peak, 0.1);
    }
    default:
        return 0;
    }
}

double Courses::parkingShape(const Thing& thing, std::int64_t ms) const
{
    const LocalTime local = LocalTime::at(ms);
    double share = ofHour(m_tables.parkingWeekday, local.hour);
    if (local.weekday == 6)
        share = ofHour(m_tables.parkingSaturday, local.hour);
    else if (local.weekday == 7)
        share = 0.42 * ofHour(m_tables.parkingSaturday, local.hour);
    const double character = 0.78 + 0.3 * chanceOf(thing, 0, 0);
    return std::clamp(share * character * (1 + 0.13 * noiseOf(thing, 0, double(ms) / hourMs / 2.2)) +
                          0.01 * noiseOf(thing, 1, double(ms) / minuteMs / 7),
                      0.0, 1.0);
}

double Courses::chargersInUse(const Thing& thing, std::int64_t ms) const
{
    const double hour = LocalTime::at(ms).hour;
    const double demand = 0.32 + 0.22 * std::cos((hour - 19) / 24 * 2 * std::numbers::pi) + 0.25 * thing.urban;
    return std::round(thing.size * std::clamp(demand + 0.34 * noiseOf(thing, 0, double(ms) / minuteMs / 45), 0.0, 1.0));
}

double Courses::mobilityAt(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    const double minutes = double(ms) / minuteMs;
    switch (quantity) {
    case Quantity::TotalSpaces:
    case Quantity::TotalChargers:
    case Quantity::TotalBikes:
    case Quantity::TotalDayCare:
        return thing.size;
    case Quantity::FreeSpaces:
        return thing.size - std::round(thing.size * parkingShape(thing, ms));
    case Quantity::Occupancy:
        return rounded(std::round(thing.size * parkingShape(thing, ms)) / thing.size, 0.001);
    case Quantity::FreeChargers:
        return thing.size - chargersInUse(thing, ms);
    case Quantity::ChargingPower:
        return rounded(chargersInUse(thing, ms) * (thing.variant == 3 ? 46 : 10.4) *
                           (0.9 + 0.08 * noiseOf(thing, 1, minutes / 5)),
                       0.1);
    case Quantity::TrafficFlow: // two-way, of which a day brings `size`
        return std::max(0.0,
                        std::round(thing.size / 24 * trafficShape(ms) * (1 + 0.09 * noiseOf(thing, 0, minutes / 6))));
    case Quantity::TrafficSpeed: {
        const double load = std::min(1.15, trafficShape(ms) / 1.78 * (1 + 0.12 * noiseOf(thing, 0, minutes / 6)));
        const double wet = 1 - 0.05 * std::min(1.0, m_weather.at(ms).rain);
        return rounded(std::max(8.0, thing.variant * wet * (0.98 - 0.5 * std::pow(load, 4)) +
                                         1.5 * noiseOf(thing, 1, minutes / 3)),
                       0.1);
    }
    case Quantity::RoadOccupancy:
        return rounded(std::clamp(0.17 * trafficShape(ms) * (1 + 0.15 * noiseOf(thing, 0, minutes / 6)), 0.0, 1.0),
                       0.001);
    case Quantity::FreeBikes:
        return std::round(thing.size * std::clamp(0.5 + 0.28 * noiseOf(thing, 0, minutes / 70), 0.0, 1.0));
    default:
        return 0;
    }
}

double Courses::waterAt(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    const LocalTime local = LocalTime::at(ms);
    const double days = double(ms) / dayMs;
    const bool isRuhr = thing.variant == 0;
    const double wetSeason = std::cos((local.dayOfYear - 20) / 365.25 * 2 * std::numbers::pi);
    // Brooks answer to the hours before, the Ruhr to its whole basin in days.
    const double slow = 0.28 * noiseOf(thing, 0, days / 5) + 0.22 * wetSeason;
    const double quick = thing.variant == 1 ? m_weather.rainBefore(ms, 6) : 0;
    switch (quantity) {
    case Quantity::WaterTemperature:
        return rounded(ofDay(m_tables.riverTemperature, local.dayOfYear) + 0.8 * noiseOf(thing, 1, days / 4) +
                           0.4 * std::cos((local.hour - 17) / 24 * 2 * std::numbers::pi),
                       0.1);
    case Quantity::Discharge:
        if (thing.variant > 1)
            return 0;
        return rounded(
            isRuhr ? 28 * std::exp(1.6 * slow) : 1.5 * thing.size * std::exp(0.5 * slow) * (1 + 0.45 * quick), 0.01);
    case Quantity::WaterLevel:
    default:
        switch (thing.variant) {
        case 0:
            return rounded(thing.size + 0.55 * slow + 0.25 * slow * slow, 0.01);
        case 1:
            return rounded(thing.size * (1 + 0.2 * slow) + 0.07 * quick, 0.01);
        case 2: // Hengsteysee serves a pumped-storage plant: its level swings by a metre
            return rounded(thing.size + (thing.size > 4 ? 0.45 * std::cos((local.hour - 8) / 24 * 2 * std::numbers::pi)
                                                        : 0.03 * slow),
                           0.01);
        default:
            return rounded(thing.size + 0.04 * noiseOf(thing, 2, days * 3), 0.01);
        }
    }
}

double Courses::siteProgress(const Thing& thing, std::int64_t ms) const
{
    const bool isRoad = thing.dataSet != BuildingSites;
    const double length = (isRoad ? 20 : 320) + chanceOf(thing, 0, 0) * (isRoad ? 120 : 500); // days
    const double phase = double(ms) / dayMs / length + chanceOf(thing, 1, 0);
    return phase - std::floor(phase);
}

double Courses::lifeAt(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    const LocalTime local = LocalTime::at(ms);
    const double days = double(ms) / dayMs;
    const double minutes = double(ms) / minuteMs;
    switch (quantity) {
    case Quantity::FillLevel: { // emptied every one to two weeks, mornings
        const double cycle = 7 + 7 * chanceOf(thing, 0, 0);
        const double phase = days / cycle + chanceOf(thing, 1, 0);
        const double speed = 0.6 + 0.55 * chanceOf(thing, 2, std::int64_t(std::floor(phase)));
        return rounded(std::clamp((phase - std::floor(phase)) * speed + 0.02, 0.0, 1.0), 0.01);
    }
    case Quantity::FreeDayCare: {
        const double summer = std::max(0.0, std::cos((local.dayOfYear - 213) / 365.25 * 2 * std::numbers::pi));
        return std::max(0.0,
                        std::round(thing.size * (0.03 + 0.09 * summer) * (1 + 0.8 * noiseOf(thing, 0, days / 25)) - 1));
    }
    case Quantity::Votes: {
        const double age = siteProgress(thing, ms);
        return std::round((4 + 160 * std::pow(chanceOf(thing, 2, 0), 3)) * (1 - std::exp(-4 * age)));
    }
    case Quantity::Footfall: {
        const double shops =
            openness(local.hour, 8.5, 20.5) * (0.55 + 0.45 * std::cos((local.hour - 15.5) / 12 * std::numbers::pi));
        const double day = local.weekday == 6 ? 1.0 : local.weekday == 7 ? 0.28 : 0.62;
        const double wet = 1 - 0.35 * std::min(1.0, m_weather.at(ms).rain);
        return std::max(
            0.0, std::round(thing.size * (shops * day * wet * (1 + 0.12 * noiseOf(thing, 0, minutes / 11)) + 0.012)));
    }
    case Quantity::IndoorTemperature: {
        const Sky sky = m_weather.at(ms);
        const double warm = thing.variant == 2 ? 0 : thing.variant == 1 ? 0.28 : 0.18;
        return rounded(thing.size + warm * (sky.dailyMean - 16) + 0.05 * (sky.temperature - sky.dailyMean) +
                           0.2 * noiseOf(thing, 0, minutes / 50),
                       0.1);
    }
    case Quantity::IndoorHumidity:
        return rounded(
            std::clamp(0.46 + 0.07 * noiseOf(thing, 1, minutes / 200) + (thing.variant == 2 ? 0.14 : 0), 0.2, 0.9),
            0.01);
    case Quantity::WaitingPeople:
    case Quantity::WaitingTime: {
        const double open = local.weekday < 6 ? openness(local.hour, 6.5, local.weekday == 4 ? 18.5 : 16.5) : 0;
        const double people =
            std::max(0.0, std::round(thing.size * open * (0.62 + 0.4 * noiseOf(thing, 0, minutes / 25))));
        return quantity == Quantity::WaitingPeople ? people : std::round(people / thing.size * 34);
    }
    case Quantity::SiteProgress:
        return rounded(siteProgress(thing, ms), 0.01);
    case Quantity::Battery: {
        const double life = days / (200 + 300 * chanceOf(thing, 0, 0)) + chanceOf(thing, 1, 0);
        return rounded(1 - 0.85 * (life - std::floor(life)), 0.01);
    }
    case Quantity::SignalStrength:
        return std::round(-78 - 16 * chanceOf(thing, 2, 0) + 4 * noiseOf(thing, 0, minutes / 30));
    case Quantity::LampPower: {
        const double elevation = sunElevation(ms);
        if (elevation > -4)
            return 0;
        const bool isDimmed = local.hour >= 23 || local.hour < 5;
        return rounded(thing.size * (isDimmed ? 0.5 : 1) * (1 + 0.02 * noiseOf(thing, 0, minutes / 30)), 0.1);
    }
    default:
        return 0;
    }
}

double Courses::tramAt(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    const TramState tram = m_timetables[std::size_t(thing.variant)].at(ms, int(thing.size), m_seed);
    switch (quantity) {
    case Quantity::TramSpeed:
        return rounded(tram.speed * 3.6, 0.1);
    case Quantity::TramDelay:
        return std::round(tram.delay);
    case Quantity::TramHeading:
        return std::fmod(std::round(tram.heading), 360);
    default: {
        const double rush = std::min(1.0, trafficShape(ms) / 1.78);
        return tram.isInService
                   ? rounded(
                         std::clamp(0.08 + 0.6 * rush + 0.15 * noiseOf(thing, 0, double(ms) / minuteMs / 8), 0.0, 1.0),
                         0.01)
                   : 0;
    }
    }
}

double Courses::number(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    switch (quantity) {
    case Quantity::Temperature:
    case Quantity::FeltTemperature:
    case Quantity::Humidity:
    case Quantity::AirPressure:
    case Quantity::Precipitation:
    case Quantity::WindSpeed:
    case Quantity::GustSpeed:
    case Quantity::WindDirection:
    case Quantity::Radiation:
    case Quantity::SolarPower:
        return weatherAt(thing, quantity, ms);
    case Quantity::NitrogenDioxide:
    case Quantity::Ozone:
    case Quantity::Pm10:
    case Quantity::Pm25:
    case Quantity::SoundLevel:
    case Quantity::PeakSoundLevel:
        return airAt(thing, quantity, ms);
    case Quantity::WaterLevel:
    case Quantity::Discharge:
    case Quantity::WaterTemperature:
        return waterAt(thing, quantity, ms);
    case Quantity::TramSpeed:
    case Quantity::TramDelay:
    case Quantity::TramHeading:
    case Quantity::TramLoad:
        return tramAt(thing, quantity, ms);
    case Quantity::FreeSpaces:
    case Quantity::TotalSpaces:
    case Quantity::Occupancy:
    case Quantity::FreeChargers:
    case Quantity::TotalChargers:
    case Quantity::ChargingPower:
    case Quantity::TrafficFlow:
    case Quantity::TrafficSpeed:
    case Quantity::RoadOccupancy:
    case Quantity::FreeBikes:
    case Quantity::TotalBikes:
    case Quantity::TotalDayCare:
        return mobilityAt(thing, quantity, ms);
    default:
        return lifeAt(thing, quantity, ms);
    }
}

const char* Courses::word(const Thing& thing, Quantity quantity, std::int64_t ms) const
{
    switch (quantity) {
    case Quantity::ParkingState: {
        const double share = parkingShape(thing, ms);
        return share > 0.98 ? "full" : share > 0.9 ? "almostFull" : "spacesAvailable";
    }
    case Quantity::ChargerState:
        if (chanceOf(thing, 3, std::int64_t(double(ms) / dayMs)) < 0.02)
            return "outOfService";
        return chargersInUse(thing, ms) >= thing.size ? "full" : "working";
    case Quantity::LampState: {
        const double power = lifeAt(thing, Quantity::LampPower, ms);
        return power <= 0 ? "off" : power < 0.75 * thing.size ? "low" : "on";
    }
    case Quantity::LampHealth: // a lamp fails now and then and stays so for a week
        return chanceOf(thing, 3, std::int64_t(double(ms) / dayMs / 7)) < 0.02 ? "defectiveLamp" : "ok";
    case Quantity::ContainerState:
        return chanceOf(thing, 3, std::int64_t(double(ms) / dayMs)) < 0.03 ? "lidOpen" : "ok";
    case Quantity::ReportState: {
        const double age = siteProgress(thing, ms);
        return age < 0.25 ? "submitted" : age < 0.7 ? "inProgress" : "closed";
    }
    case Quantity::SiteState: {
        const double age = siteProgress(thing, ms);
        return age < 0.1 ? "planned" : age < 0.9 ? "active" : "finished";
    }
    default:
        return "unknown";
    }
}

} // namespace twin::demoplatform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Tables.h"

#include <cstdint>

namespace twin::demoplatform {

/// The weather over the region at one instant, at 90 m above NHN in open country.
struct Sky {
    double temperature = 0;  ///< °C
    double dailyMean = 0;    ///< °C, without the time of day
    double dewPoint = 0;     ///< °C
    double cloud = 0;        ///< 0 … 1
    double rain = 0;         ///< mm/h
    double wind = 0;         ///< m/s at 10 m
    double windFrom = 0;     ///< degrees, 0 … 360, clockwise from north
    double pressure = 0;     ///< hPa at the station's height of 90 m
    double sunElevation = 0; ///< degrees
    double radiation = 0;    ///< W/m², global
};

/// Days that follow the climate's normals: a yearly and a daily course with weather that passes in days. A pure
/// function of seed and instant; any thread.
class Weather {
public:
    Weather(const Tables& tables, std::uint64_t seed) : m_tables(tables), m_seed(seed) {}

    /// @param milliseconds  since 1970-01-01T00:00Z; any instant, past or to come
    [[nodiscard]] Sky at(std::int64_t milliseconds) const;
    /// @returns mm that fell in the hours before, from values every half hour.
    [[nodiscard]] double rainBefore(std::int64_t milliseconds, int hours) const;

private:
    [[nodiscard]] double rainAt(std::int64_t milliseconds, double cloud, double normal) const;

    const Tables& m_tables;
    std::uint64_t m_seed;
};

/// @returns a monthly normal between the middles of two months.
[[nodiscard]] double ofDay(const Months& months, double dayOfYear);
/// @returns an hourly shape between two hours.
[[nodiscard]] double ofHour(const Hours& hours, double hour);
/// @returns water vapour pressure at saturation, hPa (Magnus).
[[nodiscard]] double saturation(double celsius);
/// @returns the sun's height in degrees over the region's middle.
[[nodiscard]] double sunElevation(std::int64_t milliseconds);

} // namespace twin::demoplatform

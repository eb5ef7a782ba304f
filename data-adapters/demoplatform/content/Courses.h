// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Catalogue.h"
#include "demoplatform/content/Timetable.h"
#include "demoplatform/content/Weather.h"

namespace twin::demoplatform {

/// How each quantity runs through days and years at each thing. Pure functions of the instant; cheap to make.
class Courses {
public:
    Courses(const Tables& tables, const Weather& weather, const std::vector<Timetable>& timetables, std::uint64_t seed)
        : m_tables(tables), m_weather(weather), m_timetables(timetables), m_seed(seed)
    {
    }

    /// @returns the value in the property's unit, rounded as a sensor would report it.
    [[nodiscard]] double number(const Thing& thing, Quantity quantity, std::int64_t milliseconds) const;
    /// @returns a word of the Smart Data Models, e.g. "on"; lives for ever.
    [[nodiscard]] const char* word(const Thing& thing, Quantity quantity, std::int64_t milliseconds) const;

private:
    [[nodiscard]] double weatherAt(const Thing& thing, Quantity quantity, std::int64_t ms) const;
    [[nodiscard]] double airAt(const Thing& thing, Quantity quantity, std::int64_t ms) const;
    [[nodiscard]] double mobilityAt(const Thing& thing, Quantity quantity, std::int64_t ms) const;
    [[nodiscard]] double waterAt(const Thing& thing, Quantity quantity, std::int64_t ms) const;
    [[nodiscard]] double lifeAt(const Thing& thing, Quantity quantity, std::int64_t ms) const;
    [[nodiscard]] double tramAt(const Thing& thing, Quantity quantity, std::int64_t ms) const;
    [[nodiscard]] double noiseOf(const Thing& thing, int which, double x) const;
    [[nodiscard]] double chanceOf(const Thing& thing, int which, std::int64_t index) const;
    [[nodiscard]] double trafficShape(std::int64_t ms) const;
    [[nodiscard]] double parkingShape(const Thing& thing, std::int64_t ms) const;
    [[nodiscard]] double chargersInUse(const Thing& thing, std::int64_t ms) const;
    [[nodiscard]] double siteProgress(const Thing& thing, std::int64_t ms) const;

    const Tables& m_tables;
    const Weather& m_weather;
    const std::vector<Timetable>& m_timetables;
    std::uint64_t m_seed;
};

} // namespace twin::demoplatform

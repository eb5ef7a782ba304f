// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Catalogue.h"
#include "demoplatform/content/Timetable.h"
#include "demoplatform/content/Weather.h"
#include "demoplatform/Faults.h"

#include <memory>
#include <optional>

namespace twin::demoplatform {

/// One value. Times are milliseconds since 1970-01-01T00:00Z.
struct Reading {
    std::int64_t index = 0;      ///< of the measurement, stable
    std::int64_t observedAt = 0; ///< as the sensor's clock says
    std::int64_t measuredAt = 0; ///< when it was really: what the platform knows as the time of the change
    double value = 0;            ///< in the property's unit
    const char* text = nullptr;  ///< set for properties whose values are words
};

/// The measurements with these indices, both included; none when last < first.
struct ReadingRange {
    std::int64_t first = 0;
    std::int64_t last = -1;
    [[nodiscard]] std::int64_t count() const { return last < first ? 0 : last - first + 1; }
};

/// Where something is at an instant.
struct Whereabouts {
    double longitude = 0, latitude = 0, height = 0;
};

/// Every value of every stream at every instant since 2020: computed, never stored. Same seed and faults, same values.
/// One thread (PROJ).
class Readings {
public:
    static constexpr std::int64_t begin = 1'577'836'800'000; ///< 2020-01-01T00:00Z

    static Result<Readings> make(const Tables& tables, const Catalogue& catalogue, std::uint64_t seed,
                                 const Faults& faults);
    Readings(Readings&&) noexcept;
    Readings& operator=(Readings&&) noexcept;
    ~Readings();

    /// @returns the measurements whose `observedAt` lies in [from, to] and that exist at `now`.
    [[nodiscard]] ReadingRange range(int stream, std::int64_t from, std::int64_t to, std::int64_t now) const;
    /// @returns the measurements that came to be in (since, now], whatever the sensor's clock says.
    [[nodiscard]] ReadingRange arrived(int stream, std::int64_t since, std::int64_t now) const;
    /// @returns empty where the sensor measured nothing then (fault "gaps").
    [[nodiscard]] std::optional<Reading> reading(int stream, std::int64_t index) const;
    /// @returns the newest at `now`; empty before the platform's beginning or in a gap of more than a day.
    [[nodiscard]] std::optional<Reading> latest(int stream, std::int64_t now) const;
    [[nodiscard]] Whereabouts whereabouts(const Thing& thing, std::int64_t now) const;

    [[nodiscard]] const Catalogue& catalogue() const;
    [[nodiscard]] const Tables& tables() const;
    [[nodiscard]] const std::vector<Timetable>& timetables() const;
    [[nodiscard]] const Weather& weather() const;
    [[nodiscard]] std::uint64_t seed() const;
    /// @returns whether nothing is pushed at this instant (fault "silence").
    [[nodiscard]] bool isSilent(std::int64_t now) const;

private:
    struct Private;
    explicit Readings(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::demoplatform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace twin::demoplatform {

/// The wall clock in Dortmund, from the EU's rule for summer time (since 1996), so that days are the same on machines
/// without a time zone table.
struct LocalTime {
    double hour = 0;      ///< 0 … 24
    double dayOfYear = 0; ///< 0 … 366, with the fraction of the day
    int weekday = 1;      ///< 1 Monday … 7 Sunday
    int year = 1970;
    int month = 1;
    int day = 1;
    std::int64_t dayNumber = 0; ///< days since 1970-01-01

    /// @param milliseconds  since 1970-01-01T00:00Z
    [[nodiscard]] static LocalTime at(std::int64_t milliseconds);
};

/// @returns milliseconds since 1970-01-01T00:00Z of a local midnight.
[[nodiscard]] std::int64_t localMidnight(std::int64_t dayNumber);

} // namespace twin::demoplatform

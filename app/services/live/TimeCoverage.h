// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Observation.h"

#include <vector>

namespace twin::services {

/// Which stretches of time are done with, e.g. have been asked of a platform. A value.
class TimeCoverage {
public:
    /// A stretch that is empty or runs backwards changes nothing.
    void add(const TimeRange& range);
    /// @returns what of a stretch is not covered, ascending; gaps of one millisecond count as covered.
    [[nodiscard]] std::vector<TimeRange> missing(const TimeRange& range) const;
    [[nodiscard]] bool covers(Instant instant) const;
    [[nodiscard]] const std::vector<TimeRange>& ranges() const { return m_ranges; }

private:
    std::vector<TimeRange> m_ranges; ///< ascending, apart from each other
};

} // namespace twin::services

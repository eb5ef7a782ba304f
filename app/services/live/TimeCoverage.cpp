// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeCoverage.h"

#include <algorithm>

namespace twin::services {
namespace {

constexpr Milliseconds touch{1};

} // namespace

void TimeCoverage::add(const TimeRange& range)
{
    if (range.to < range.from)
        return;
    TimeRange whole = range;
    std::vector<TimeRange> apart;
    for (const TimeRange& known : m_ranges) {
        if (known.to + touch < whole.from || whole.to + touch < known.from) {
            apart.push_back(known);
        } else {
            whole.from = std::min(whole.from, known.from);
            whole.to = std::max(whole.to, known.to);
        }
    }
    apart.insert(std::upper_bound(apart.begin(), apart.end(), whole,
                                  [](const TimeRange& a, const TimeRange& b) { return a.from < b.from; }),
                 whole);
    m_ranges = std::move(apart);
}

std::vector<TimeRange> TimeCoverage::missing(const TimeRange& range) const
{
    std::vector<TimeRange> gaps;
    Instant from = range.from;
    for (const TimeRange& known : m_ranges) {
        if (known.to < from)
            continue;
        if (known.from > range.to)
            break;
        if (known.from > from + touch)
            gaps.push_back({from, known.from - touch});
        from = std::max(from, known.to + touch);
    }
    if (from + touch <= range.to)
        gaps.push_back({from, range.to});
    return gaps;
}

bool TimeCoverage::covers(Instant instant) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [&](const TimeRange& r) { return r.contains(instant); });
}

} // namespace twin::services

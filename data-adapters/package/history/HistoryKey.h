// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace twin::package {

/// Row ids of history.sqlite. A page holds the values of one series within one span of time; spans are aligned to
/// multiples of themselves and four lie in one span of the level above. Series, level and the span's number make the
/// row id, so that neighbours in time are neighbours in the file and nothing but the row id is searched for.
/// Level 0: pages; 1: a summary of each page; 2 …: summaries of four of the level below.
struct HistoryKey {
    static constexpr int numberBits = 39;
    static constexpr int levels = 11; ///< the last covers 4^9 pages
    static constexpr std::int64_t bias = std::int64_t(1) << (numberBits - 1);
    static constexpr std::int64_t mostSeries = std::int64_t(1) << 20;

    std::int64_t series = 0;
    int level = 0;
    std::int64_t number = 0; ///< of the span, from 1970

    [[nodiscard]] constexpr std::int64_t row() const
    {
        return (series << (numberBits + 4)) | (std::int64_t(level) << numberBits) | (number + bias);
    }
    [[nodiscard]] static constexpr std::int64_t numberOf(std::int64_t row)
    {
        return (row & ((std::int64_t(1) << numberBits) - 1)) - bias;
    }
    [[nodiscard]] static constexpr std::int64_t seriesOf(std::int64_t row) { return row >> (numberBits + 4); }

    /// @returns a / b towards negative infinity, b > 0.
    [[nodiscard]] static constexpr std::int64_t floored(std::int64_t a, std::int64_t b)
    {
        return a / b - (a % b < 0 ? 1 : 0);
    }
    /// @returns how long a summary's span is, in milliseconds.
    [[nodiscard]] static constexpr std::int64_t spanOf(std::int64_t pageSpan, int level)
    {
        return level <= 1 ? pageSpan : pageSpan << (2 * (level - 1));
    }
    /// @returns the page span for values that come so often: about 128 of them.
    [[nodiscard]] static constexpr std::int64_t pageSpanFor(std::int64_t interval)
    {
        const std::int64_t wanted = interval <= 0           ? 60'000 * 128
                                    : interval > 33'000'000 ? std::int64_t(1) << 32
                                                            : interval * 128;
        const auto rounded = std::int64_t(std::bit_ceil(std::uint64_t(wanted)));
        return rounded < leastSpan ? leastSpan : rounded;
    }
    static constexpr std::int64_t leastSpan = 16'384;
};

} // namespace twin::package

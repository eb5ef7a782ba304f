// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <cstdint>
#include <optional>

#include <QStringList>

namespace twin::demoplatform {

/// What goes wrong on purpose, so that clients can be tested. Each rate is a share, 0: never.
struct Faults {
    double silence = 0; ///< of two-minute windows in which connections stay up but nothing is pushed
    double gaps = 0;    ///< of half-hours in which a sensor measured nothing
    double tooMany = 0; ///< of requests answered 429 with Retry-After
    double garbage = 0; ///< of requests answered with something broken
    double slow = 0;    ///< of requests answered late and drop by drop
    double skew = 0;    ///< of things whose clocks go wrong by up to an hour

    /// @param text  e.g. "gaps,429=0.5,slow:0.2"; a name without a rate takes its usual one; empty: none
    /// @returns InvalidParameter that names the wrong word.
    static Result<Faults> parse(const QString& text);
    /// @returns "gaps=0.1", …; only what is on.
    [[nodiscard]] QStringList toText() const;
    /// @returns the names that parse() knows.
    static QStringList names();
};

/// How one answer goes wrong.
enum class AnswerFault : std::uint8_t { None, TooMany, CutOff, Html, Noise, ErrorTail, Slow };

/// @returns the fault of a server's n-th request. Pure: the same seed meets the same faults.
[[nodiscard]] AnswerFault answerFault(const Faults& faults, std::uint64_t seed, std::uint64_t request);

} // namespace twin::demoplatform

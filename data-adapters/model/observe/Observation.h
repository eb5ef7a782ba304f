// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Instant.h"

#include <cstdint>
#include <variant>
#include <vector>

#include <QString>

namespace twin {

/// How far a value may be trusted, as its source states it or as checks found it.
enum class Quality : std::uint8_t {
    Unstated, ///< the source says nothing about it
    Good,
    Estimated,   ///< replaced, interpolated or modelled by the source
    Doubtful,    ///< marked by the source, outside the plausible range of its property, or dated in the future
    Bad,         ///< marked as wrong by the source: never shown as a value
    AssumedTime, ///< the source states no time: `observedAt` is the time of receipt
};

/// @returns the stable English name used in JSON, CSV and the store, e.g. "good", "assumed-time".
[[nodiscard]] QString qualityName(Quality quality);
/// @returns Unstated for a name that is none.
[[nodiscard]] Quality qualityFromName(QStringView name);

/// Nothing (the sensor reports "no value": a gap, not zero), a number in the Datastream's unit (true and false: 1 and
/// 0), or a text (category, position, message).
using ObservedValue = std::variant<std::monostate, double, QString>;

/// One value of a Datastream. Numbers are finite.
struct Observation {
    QString datastream; ///< Datastream::id
    ObservedValue value;
    Instant observedAt{}; ///< when it was true; of an interval its end
    Instant receivedAt{}; ///< when this program got it
    Quality quality = Quality::Unstated;

    [[nodiscard]] bool isMissing() const { return std::holds_alternative<std::monostate>(value); }
    /// @returns the number; null where the value is none.
    [[nodiscard]] const double* number() const { return std::get_if<double>(&value); }
    /// @returns the text; null where the value is none.
    [[nodiscard]] const QString* text() const { return std::get_if<QString>(&value); }

    friend bool operator==(const Observation&, const Observation&) = default;
};

/// A stretch of time, both ends included.
struct TimeRange {
    Instant from{};
    Instant to{};

    [[nodiscard]] bool contains(Instant instant) const { return from <= instant && instant <= to; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// How old a value is, by rule (design D10).
enum class Freshness : std::uint8_t {
    Fresh,
    Stale,  ///< shown greyed, with its age
    Old,    ///< shown as "alt", not as a value
    Future, ///< dated more than two minutes ahead: clock or data are wrong
};

/// When a value greys. Pure; the present is an argument.
struct StalenessRule {
    Milliseconds least = std::chrono::minutes(5); ///< never stale before: 5 min for sensors, 90 s for vehicles
    Milliseconds interval{0};                     ///< the usual distance of two values; 0: not known
    Milliseconds ttl{0};                          ///< validity as the source states it; 0: not stated

    /// @returns max(least, 2 × interval, ttl).
    [[nodiscard]] Milliseconds staleAfter() const;
    [[nodiscard]] Freshness freshness(Instant observedAt, Instant now) const;

    friend bool operator==(const StalenessRule&, const StalenessRule&) = default;
};

} // namespace twin

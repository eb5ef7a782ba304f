// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include <QDateTime>
#include <QString>

namespace twin {

/// A point in time: milliseconds since 1970-01-01T00:00:00 UTC, without leap seconds. The one type of time of the
/// observe lane; zones exist only at its edges.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

/// @returns the present by the system's clock. What must be testable takes the present as an argument instead.
[[nodiscard]] inline Instant systemNow()
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

[[nodiscard]] inline Instant toInstant(const QDateTime& time)
{
    return Instant(Milliseconds(time.toMSecsSinceEpoch()));
}
[[nodiscard]] inline QDateTime toDateTime(Instant instant) ///< @returns UTC.
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}
/// @returns ISO 8601 in UTC, "2026-03-14T14:32:00Z"; with milliseconds where there are any.
[[nodiscard]] QString isoText(Instant instant);
/// @brief Reads an instant in ISO 8601/RFC 3339: any fraction, "Z", an offset, or without zone: UTC. An interval
///        "a/b" yields its end, a date alone its midnight.
/// @returns empty for anything else, and outside the years 1800 … 2200.
[[nodiscard]] std::optional<Instant> instantFromIso(QStringView text);

} // namespace twin

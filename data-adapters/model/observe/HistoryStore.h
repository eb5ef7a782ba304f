// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Datastream.h"
#include "model/Result.h"
#include "model/Task.h"

#include <span>
#include <vector>

namespace twin {

/// What one pixel column of a chart shows of a series: everything between `from` and the next column.
struct HistoryBucket {
    Instant from{};
    qint64 count = 0; ///< numbers in it; a column without any is left out, and so is a gap
    double least = 0;
    double most = 0;
    double first = 0;
    double last = 0;
    Instant firstAt{};
    Instant lastAt{};
};

/// What a store holds.
struct HistoryExtent {
    qint64 series = 0;
    qint64 bytes = 0; ///< on disk
    std::optional<Instant> oldest;
    std::optional<Instant> newest;
};

/// Where observations are kept. Implementations: package::ObservationStore (SQLite in the region package). Calls block
/// and belong on worker threads, one at a time on an object. What a call has returned success for survives the end of
/// the process at any point.
class HistoryStore {
public:
    virtual ~HistoryStore() = default;

    /// Remembers what series are, so that they can be shown without their source. Replaces what was known of them.
    virtual Result<void> remember(std::span<const Datastream> streams) = 0;
    [[nodiscard]] virtual Result<std::vector<Datastream>> remembered() = 0;

    /// Adds values in any order, as one transaction. A value of the same series and `observedAt` is replaced when it
    /// differs, else left as it is (its first `receivedAt` stays).
    /// @returns ResourceExhausted when the disk is full, AccessDenied when it may not be written; nothing is changed
    /// then.
    virtual Result<void> append(std::span<const Observation> observations) = 0;

    /// @returns all values of a series with `observedAt` in the range, ascending, at most `limit`; empty for a series
    ///          that is not known.
    [[nodiscard]] virtual Result<std::vector<Observation>> range(const QString& datastream, const TimeRange& range,
                                                                 std::size_t limit) = 0;
    /// @brief The same for a chart of so many pixel columns: extremes, first and last of each. Missing values and those
    ///        of quality Bad are left out. Cost depends on `columns`, not on the values in the range.
    /// @returns ascending; a value may stand up to half a column beside its place.
    [[nodiscard]] virtual Result<std::vector<HistoryBucket>> columns(const QString& datastream, const TimeRange& range,
                                                                     int columns) = 0;
    /// @returns of every series its last value at or before an instant ("as it was on 14 March at 14:32"), none older
    ///          than `oldest`.
    [[nodiscard]] virtual Result<std::vector<Observation>> valuesAt(Instant instant, Instant oldest) = 0;

    /// Forgets what was observed before an instant. @returns when done or cancelled; what is gone stays gone.
    virtual Result<void> forgetBefore(Instant instant, const CancellationToken& cancel) = 0;
    [[nodiscard]] virtual Result<HistoryExtent> extent() = 0;
};

} // namespace twin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/HistoryStore.h"

#include <memory>

namespace twin::package {

/// Observations in `history.sqlite` of a region package (docs/decisions/0023): pages of about 128 values of one series,
/// with summaries of them in steps of four. A damaged file is renamed aside and a fresh one begun, said as an Issue;
/// what it held comes again from the platforms. One thread at a time; further objects may read the same file meanwhile.
class ObservationStore final : public HistoryStore {
public:
    /// @brief Opens or makes the file.
    /// @returns AccessDenied or ResourceExhausted where it cannot be written: the program then runs without;
    ///          UnsupportedVersion for a file of a later version, which is left as it is.
    static Result<std::unique_ptr<ObservationStore>> open(const QString& path);
    ~ObservationStore() override;

    Result<void> remember(std::span<const Datastream> streams) override;
    Result<std::vector<Datastream>> remembered() override;
    Result<void> append(std::span<const Observation> observations) override;
    Result<std::vector<Observation>> range(const QString& datastream, const TimeRange& range,
                                           std::size_t limit) override;
    Result<std::vector<HistoryBucket>> columns(const QString& datastream, const TimeRange& range, int columns) override;
    Result<std::vector<Observation>> valuesAt(Instant instant, Instant oldest) override;
    Result<void> forgetBefore(Instant instant, const CancellationToken& cancel) override;
    Result<HistoryExtent> extent() override;

    /// @returns what was found damaged since the opening, and where the damaged file lies now.
    [[nodiscard]] const std::vector<Issue>& issues() const;

private:
    struct Private;
    explicit ObservationStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::package

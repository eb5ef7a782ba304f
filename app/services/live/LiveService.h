// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveSnapshot.h"

namespace twin::services {

class Secrets;

/// Runs live sources, each on a thread of its own, keeps their values in the region's history and shows the latest ones
/// to its listener: at once when they come singly, at most ten times a second.
class LiveService final : public LiveFeed {
public:
    /// @param program  the executable "stadtzwilling", for the source "demo"
    /// @param secrets  of configured sources; null: they have none
    LiveService(const LiveRequest& request, LiveListener listener, QString program,
                std::shared_ptr<const Secrets> secrets = {});
    ~LiveService() override;

    Result<std::vector<Observation>> history(const Datastream& stream, const TimeRange& range,
                                             const CancellationToken& cancel) override;
    void acknowledge(const QStringList& alarms) override;
    void curve(const Datastream& stream, const TimeRange& range, int columns, const LiveCurveListener& show,
               const CancellationToken& cancel) override;
    void replay(Instant instant, const LiveListener& show, const CancellationToken& cancel) override;
    std::vector<TimeRange> keptTimes(const TimeRange& range, int parts, const CancellationToken& cancel) override;

    static constexpr Milliseconds leastDistance{100}; ///< of two snapshots

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::services

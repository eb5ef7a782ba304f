// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"
#include "model/SceneFrame.h"

#include <optional>
#include <vector>

namespace twin::viewport {

/// Things that move, between two reports of where they are. A place that was not reported is an estimate and says so;
/// it ends with what the last two reports bear, and once a report is stale the thing is gone from the picture. Scene
/// frame, heights left at 0. GUI thread.
class VehicleTracks {
public:
    struct Report {
        Instant at{};
        LocalPosition place;
    };
    /// Where a thing is at a moment.
    struct Whereabouts {
        std::shared_ptr<const services::LiveThing> thing;
        LocalPosition place;
        Instant reportedAt{};
        bool estimated = false;             ///< moved on since the report
        std::optional<double> delaySeconds; ///< fresh; empty: not stated
        std::vector<LocalPosition> trail;   ///< as reported, oldest first
    };
    static constexpr std::size_t mostReports = 24;

    /// @returns whether a thing tells where it goes.
    [[nodiscard]] static bool moves(const services::LiveThing& thing);

    void clear() { m_tracks.clear(); }
    /// Takes new reports; things that are gone are forgotten.
    void take(const services::LiveSnapshot& snapshot, const SceneFrame& scene);
    [[nodiscard]] bool isEmpty() const { return m_tracks.empty(); }
    /// @returns by id. Things whose report is stale at that moment are left out.
    [[nodiscard]] std::vector<Whereabouts> at(Instant now) const;

private:
    struct Track {
        std::shared_ptr<const services::LiveThing> thing;
        std::vector<Report> reports; ///< ascending in time
        Milliseconds staleAfter{};
    };
    [[nodiscard]] static Whereabouts whereabouts(const Track& track, Instant now);

    std::vector<Track> m_tracks; ///< by id
};

} // namespace twin::viewport

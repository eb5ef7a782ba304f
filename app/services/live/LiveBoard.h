// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveSnapshot.h"

#include <condition_variable>
#include <map>
#include <mutex>

#include <QHash>

namespace twin::services {

/// The latest value of every series: whatever arrives between two snapshots, only the newest by time of observation
/// counts. Any thread.
class LiveBoard {
public:
    LiveBoard();
    ~LiveBoard();

    void setSource(LiveSourceState state); ///< adds it or replaces it
    void setHealth(const QString& source, const SourceHealth& health);
    /// The same, where nothing but counts differs: shown with the next change, at the latest after a second.
    void setCounts(const QString& source, const SourceHealth& health);
    void setAlarms(AlarmListPointer alarms);
    void setLimitsProblem(const Error& error);
    void setNotKept(std::optional<Error> error);
    /// Series that are known already keep their value.
    void take(const std::vector<Datastream>& streams);
    /// Values of unknown series and those older than the shown one are passed over.
    void take(const std::vector<Observation>& observations);

    /// Waits until takeSnapshot() has something new to give, at most so long. One thread.
    void waitForChange(Milliseconds most);
    /// @returns all series that are known, in no order.
    [[nodiscard]] std::vector<Datastream> streams();
    [[nodiscard]] std::vector<LiveSourceState> sources();
    /// @returns null when nothing changed since the last call.
    [[nodiscard]] LiveSnapshotPointer takeSnapshot();

private:
    struct Entry {
        LiveThing thing;
        std::shared_ptr<const LiveThing> shown; ///< null: changed since
    };
    struct Place {
        Entry* entry = nullptr;
        std::size_t reading = 0;
    };
    class Projection;
    void place(LiveThing& thing, const GeoPoint& point);
    void setArea(LiveThing& thing, const std::vector<std::vector<GeoPoint>>& area);

    void touch(); ///< with the mutex held

    std::mutex m_mutex;
    std::condition_variable m_news;
    std::unique_ptr<Projection> m_projection;
    std::vector<LiveSourceState> m_sources;
    std::map<QString, Entry> m_things; ///< entries never move
    QHash<QString, Place> m_streams;
    AlarmListPointer m_alarms;
    std::optional<Error> m_limitsProblem;
    std::optional<Error> m_notKept;
    bool m_changed = false;
    Instant m_countsShown{};
};

} // namespace twin::services

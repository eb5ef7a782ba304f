// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveSnapshot.h"
#include "TimeCoverage.h"

#include <mutex>

#include <QHash>
#include <QTemporaryDir>

namespace twin::services {

/// The past of live sources: what was kept and, where that has gaps, what the sources' own histories hold, which is
/// kept then as well. A platform is asked for a stretch of time once. Any thread; calls wait for each other only while
/// they use the store, not while they ask a platform.
class PastReader {
public:
    /// @returns a configured source by its id; null: there is none any more.
    using SourceOf = std::function<std::shared_ptr<ObservationSource>(const QString& id)>;

    /// @param history   the region's file; empty: for this session only
    /// @param keepDemo  generated values go there, too
    PastReader(QString history, bool keepDemo, SourceOf sourceOf);
    ~PastReader();

    [[nodiscard]] Result<std::vector<Observation>> history(const Datastream& stream, const TimeRange& range,
                                                           const CancellationToken& cancel);
    void curve(const Datastream& stream, const TimeRange& range, int columns, const LiveCurveListener& show,
               const CancellationToken& cancel);
    /// @param sources, streams  those known now; series that were kept of these sources join them
    void replay(Instant instant, std::vector<LiveSourceState> sources, std::vector<Datastream> streams,
                const LiveListener& show, const CancellationToken& cancel);
    [[nodiscard]] std::vector<TimeRange> keptTimes(const TimeRange& range, int parts, const CancellationToken& cancel);

private:
    struct Replay;
    /// One of the two stores.
    struct Shelf {
        QString path;
        std::unique_ptr<HistoryStore> store;
    };
    [[nodiscard]] Shelf& shelfOf(const Datastream& stream);
    [[nodiscard]] std::vector<Shelf*> usedShelves();
    Result<void> keep(Shelf& shelf, std::span<const Datastream> streams, std::span<const Observation> values);
    /// Locks m_mutex: the action has the store for itself.
    template <class Action> auto with(Shelf& shelf, Action action) -> decltype(action(*shelf.store));
    [[nodiscard]] LiveCurve kept(const Datastream& stream, const TimeRange& range, int columns);
    [[nodiscard]] std::vector<TimeRange> gapsOf(const Datastream& stream, const TimeRange& range);
    [[nodiscard]] Result<void> fetch(ObservationSource& source, const Datastream& stream, const TimeRange& range,
                                     const CancellationToken& cancel);
    /// Fills what is missing from the source's history, newest first. @param filled  called after each part
    [[nodiscard]] Result<void> fill(const Datastream& stream, const TimeRange& range,
                                    const std::function<void()>& filled, const CancellationToken& cancel);
    void joinKept(Replay& replay);
    void replayFrom(Replay& replay, LiveSourceState& state);
    [[nodiscard]] bool replayAtOnce(Replay& replay, ObservationSource& source);
    void replayOneByOne(Replay& replay, ObservationSource& source);

    const bool m_keepDemo;
    const SourceOf m_sourceOf;
    QTemporaryDir m_folder;
    std::mutex m_mutex;
    Shelf m_region;
    Shelf m_session;                         ///< of what must not go into the region
    QHash<QString, TimeCoverage> m_asked;    ///< by Datastream::id
    QHash<QString, TimeCoverage> m_instants; ///< asked of a whole source, by its id

    /// A source that has just begun names its streams bit by bit: what the last answer said of the others.
    struct Unclaimed {
        Instant instant;
        std::vector<Observation> values;
    };
    QHash<QString, Unclaimed> m_unclaimed; ///< by source
};

/// @returns how far apart values of a series may be before a curve breaks: three times their usual distance.
[[nodiscard]] Milliseconds gapOf(const Datastream& stream, const std::vector<HistoryBucket>& columns);

} // namespace twin::services

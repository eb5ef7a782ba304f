// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AlarmWatch.h"
#include "app/services/sources/ConfiguredSource.h"
#include "model/observe/HistoryStore.h"
#include "model/observe/ObservationSource.h"
#include "model/Position.h"

#include <memory>

namespace twin::services {

/// The last value of one series. An unset one: the source knows the series, but no value yet.
struct LiveReading {
    Datastream stream;
    std::optional<Observation> last;
};

/// Something that is observed, with all its series. Immutable once it is in a snapshot.
struct LiveThing {
    QString id;     ///< unique in the program: source and the thing's id there
    QString title;  ///< as shown
    QString source; ///< LiveSourceState::id
    ActionField field = ActionField::DataAndPlatforms;
    bool demo = false;
    std::optional<ProjectedPosition> place; ///< on the ground, its height is not known (0); empty: no position stated
    std::vector<std::vector<ProjectedPosition>> area; ///< open exterior rings where it is an area; heights 0
    std::vector<LiveReading> readings;                ///< in the order the source named them
};

/// What is known of one source.
struct LiveSourceState {
    QString id;
    QString title; ///< as shown
    SourceHealth health;
    bool demo = false;
};

/// All sources and the latest value of each series at one moment; a value that any thread may hold.
struct LiveSnapshot {
    std::vector<LiveSourceState> sources;
    std::vector<std::shared_ptr<const LiveThing>> things; ///< by id
    AlarmListPointer alarms;                              ///< null: nobody watches
    std::optional<Error>
        limitsProblem;            ///< why the person's own limits do not hold, and the program's do; empty: all is well
    std::optional<Error> notKept; ///< why values are not written to the region's history; empty: they are, or need not
    std::optional<Instant> replayed; ///< all values are as they were then; empty: as they are now
    bool isComplete = true;          ///< of a replay: nothing is being fetched any more

    /// @returns the instant from which ages count.
    [[nodiscard]] Instant reference() const { return replayed.value_or(systemNow()); }
};

/// A series over a stretch of time, as a chart draws it.
struct LiveCurve {
    TimeRange range;
    std::vector<HistoryBucket> columns; ///< ascending, one a pixel column that has values
    Milliseconds gap{0};                ///< values further apart are not joined
    bool isComplete = true;             ///< nothing is being fetched any more
    std::optional<Error> trouble;       ///< why the source could not be asked: what was kept is shown
};

using LiveSnapshotPointer = std::shared_ptr<const LiveSnapshot>;
/// Gets snapshots, on a thread of the service's own.
using LiveListener = std::function<void(LiveSnapshotPointer)>;
using LiveCurveListener = std::function<void(LiveCurve)>;

/// What the window wants to listen to.
struct LiveRequest {
    QStringList sources; ///< as on the command line: "ngsi:https://…"; "demo" is the program's own demo platform
    std::vector<ConfiguredSource> configured = {}; ///< of the source manager; their secrets are asked for when needed
    QString history;       ///< where values are kept: a file or "postgresql://…"; empty: nowhere
    bool keepDemo = false; ///< keep generated values, too: in the history of a region that is generated itself
    QString limits = {};   ///< a person's own table of limits (limits.csv); need not exist
    QString alarms = {};   ///< file that keeps alarms from session to session; empty: none does

    [[nodiscard]] bool isEmpty() const { return sources.isEmpty() && configured.empty(); }
};

/// Listens to sources. Implementations: LiveService. Made and destroyed on any thread; destruction ends all connections
/// and may take up to a second.
class LiveFeed {
public:
    virtual ~LiveFeed() = default;
    /// @name What was. Blocking, worker threads only, several at a time. What the sources' own histories add to what
    /// was
    ///       kept is kept as well. @{
    /// @brief The values of one series in a stretch of time, ascending, at most a million.
    /// @returns NoData when neither the source nor what was kept has any; Cancelled.
    [[nodiscard]] virtual Result<std::vector<Observation>> history(const Datastream& stream, const TimeRange& range,
                                                                   const CancellationToken& cancel) = 0;
    /// @brief Somebody has seen these alarms (Alarm::id). Any thread, at once.
    virtual void acknowledge(const QStringList& alarms) { Q_UNUSED(alarms) }
    /// @brief Shows a series over a stretch of time: what is kept at once, then again as the source's history fills its
    ///        gaps, newest first. The last one shown is complete, unless cancelled.
    virtual void curve(const Datastream& stream, const TimeRange& range, int columns, const LiveCurveListener& show,
                       const CancellationToken& cancel) = 0;
    /// @brief Shows everything as it was at an instant, in the same way. What had not begun or was over by then is left
    ///        out.
    virtual void replay(Instant instant, const LiveListener& show, const CancellationToken& cancel) = 0;
    /// @returns where in a stretch of time values are kept, in steps of a part of it, ascending.
    [[nodiscard]] virtual std::vector<TimeRange> keptTimes(const TimeRange& range, int parts,
                                                           const CancellationToken& cancel) = 0;
    /// @}
};

/// @returns a feed that has begun to listen. @param listener  called until the feed is destroyed
using LiveFeedMaker = std::function<std::unique_ptr<LiveFeed>(const LiveRequest& request, LiveListener listener)>;

} // namespace twin::services

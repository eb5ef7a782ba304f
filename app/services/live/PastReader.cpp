// SPDX-License-Identifier: GPL-3.0-or-later
#include "PastReader.h"

#include "HistoryPlace.h"
#include "LiveBoard.h"
#include "model/observe/PastValues.h"

#include <algorithm>

#include <QCoreApplication>
#include <QSet>

namespace twin::services {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t mostValues = 1'000'000;
constexpr int parts = 240;                     ///< in which gaps of a stretch are looked for
constexpr Milliseconds leastPiece = hours(24); ///< of a stretch that is fetched and shown in steps
constexpr Milliseconds settling = minutes(2);  ///< until then late values may still arrive at a platform
constexpr Milliseconds reach = hours(24 * 31); ///< values older than that are not those of an instant any more
constexpr int mostUnanswered = 3;              ///< series in a row until a platform is left alone
constexpr int showEvery = 64;                  ///< series asked one by one between two pictures
constexpr std::size_t mostInstants = 2000;     ///< remembered as asked, of a source

QString say(const char* text)
{
    return QCoreApplication::translate("twin::Live", text);
}

Error cancelled()
{
    return {ErrorCode::Cancelled, {}, {}, {}, {}};
}

} // namespace

Milliseconds gapOf(const Datastream& stream, const std::vector<HistoryBucket>& columns)
{
    std::vector<qint64> distances;
    const HistoryBucket* before = nullptr;
    for (const HistoryBucket& column : columns) {
        if (column.count > 1)
            distances.push_back((column.lastAt - column.firstAt).count() / (column.count - 1));
        else if (before != nullptr)
            distances.push_back((column.firstAt - before->lastAt).count());
        before = &column;
    }
    qint64 usual = stream.staleness.interval.count();
    if (!distances.empty()) {
        const auto middle = distances.begin() + std::ptrdiff_t(distances.size() / 2);
        std::nth_element(distances.begin(), middle, distances.end());
        usual = *middle;
    }
    return Milliseconds(usual > 0 ? 3 * usual : stream.staleness.staleAfter().count());
}

PastReader::PastReader(QString history, bool keepDemo, SourceOf sourceOf)
    : m_keepDemo(keepDemo),
      m_sourceOf(std::move(sourceOf)),
      m_region{std::move(history), nullptr},
      m_session{m_folder.filePath(QStringLiteral("history.sqlite")), nullptr}
{
}

PastReader::~PastReader() = default;

PastReader::Shelf& PastReader::shelfOf(const Datastream& stream)
{
    return m_region.path.isEmpty() || (stream.demo && !m_keepDemo) ? m_session : m_region;
}

std::vector<PastReader::Shelf*> PastReader::usedShelves()
{
    std::vector<Shelf*> used;
    for (Shelf* shelf : {&m_region, &m_session})
        if (!shelf->path.isEmpty() && isHistory(shelf->path))
            used.push_back(shelf);
    return used;
}

template <class Action> auto PastReader::with(Shelf& shelf, Action action) -> decltype(action(*shelf.store))
{
    const std::scoped_lock lock(m_mutex);
    if (!shelf.store) {
        auto opened = openHistory(shelf.path);
        if (!opened)
            return failure(std::move(opened).error());
        shelf.store = std::move(opened->store);
    }
    return action(*shelf.store);
}

LiveCurve PastReader::kept(const Datastream& stream, const TimeRange& range, int columns)
{
    LiveCurve curve{range, {}, {}, true, {}};
    auto read = with(shelfOf(stream), [&](HistoryStore& store) { return store.columns(stream.id, range, columns); });
    if (read)
        curve.columns = *std::move(read);
    else
        curve.trouble = read.error();
    curve.gap = gapOf(stream, curve.columns);
    return curve;
}

/// @returns what is neither kept without gaps nor was asked before.
std::vector<TimeRange> PastReader::gapsOf(const Datastream& stream, const TimeRange& range)
{
    const LiveCurve curve = kept(stream, range, parts);
    const Milliseconds gap = std::max(curve.gap, (range.to - range.from) / parts);
    TimeCoverage covered;
    {
        const std::scoped_lock lock(m_mutex);
        covered = m_asked.value(stream.id);
    }
    const HistoryBucket* before = nullptr;
    for (const HistoryBucket& column : curve.columns) {
        const bool joined = before != nullptr && column.firstAt - before->lastAt <= gap;
        covered.add({joined ? before->lastAt : column.firstAt, column.lastAt});
        before = &column;
    }
    return covered.missing(range);
}

/// What the region keeps is described there already, by those who listen.
Result<void> PastReader::keep(Shelf& shelf, std::span<const Datastream> streams, std::span<const Observation> values)
{
    return with(shelf, [&](HistoryStore& store) -> Result<void> {
        if (&shelf == &m_session)
            TWIN_CHECK(store.remember(streams));
        return store.append(values);
    });
}

Result<void> PastReader::fetch(ObservationSource& source, const Datastream& stream, const TimeRange& range,
                               const CancellationToken& cancel)
{
    Result<void> kept;
    std::size_t count = 0;
    const auto page = [&](std::vector<Observation>&& values) {
        count += values.size();
        kept = keep(shelfOf(stream), {&stream, 1}, values);
        return kept && count < mostValues && !cancel.isCancelled();
    };
    TWIN_CHECK(source.history(stream, range, page, cancel));
    if (cancel.isCancelled())
        return failure(cancelled());
    return kept;
}

Result<void> PastReader::fill(const Datastream& stream, const TimeRange& range, const std::function<void()>& filled,
                              const CancellationToken& cancel)
{
    const auto source = m_sourceOf(stream.source);
    if (!source || !source->description().hasHistory)
        return {};
    const Instant now = systemNow();
    const TimeRange past{range.from, std::min(range.to, now)};
    if (past.to <= past.from)
        return {};
    const Milliseconds piece = std::max(leastPiece, (past.to - past.from) / 12);
    std::vector<TimeRange> gaps = gapsOf(stream, past);
    for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) {
        for (Instant to = gap->to; to >= gap->from; to -= piece) {
            const TimeRange part{std::max(gap->from, to - piece + Milliseconds(1)), to};
            TWIN_CHECK(fetch(*source, stream, part, cancel));
            {
                const std::scoped_lock lock(m_mutex);
                m_asked[stream.id].add({part.from, std::min(part.to, now - settling)});
            }
            filled();
        }
    }
    return {};
}

Result<std::vector<Observation>> PastReader::history(const Datastream& stream, const TimeRange& range,
                                                     const CancellationToken& cancel)
{
    const Result<void> filled = fill(
        stream, range, [] {}, cancel);
    if (cancel.isCancelled())
        return failure(cancelled());
    TWIN_TRY(std::vector<Observation> values,
             with(shelfOf(stream), [&](HistoryStore& store) { return store.range(stream.id, range, mostValues); }));
    if (values.empty())
        return filled ? failure(ErrorCode::NoData,
                                say(QT_TRANSLATE_NOOP("twin::Live", "Aus dieser Zeit sind keine Werte bekannt.")))
                      : failure(filled.error());
    return values;
}

void PastReader::curve(const Datastream& stream, const TimeRange& range, int columns, const LiveCurveListener& show,
                       const CancellationToken& cancel)
{
    const auto showKept = [&](bool isComplete, const Result<void>& outcome) {
        LiveCurve curve = kept(stream, range, columns);
        curve.isComplete = isComplete;
        if (!outcome && outcome.error().code != ErrorCode::NoData)
            curve.trouble = outcome.error();
        if (!cancel.isCancelled())
            show(std::move(curve));
    };
    showKept(false, {});
    const Result<void> outcome = fill(
        stream, range, [&] { showKept(false, {}); }, cancel);
    showKept(true, outcome);
}

std::vector<TimeRange> PastReader::keptTimes(const TimeRange& range, int wanted, const CancellationToken& cancel)
{
    TimeCoverage kept;
    const Milliseconds length = (range.to - range.from) / std::max(1, wanted);
    if (length.count() <= 0)
        return {};
    std::vector<bool> has(std::size_t(wanted) + 1, false);
    std::size_t left = std::size_t(wanted);
    for (Shelf* shelf : usedShelves()) {
        const auto streams = with(*shelf, [](HistoryStore& store) { return store.remembered(); });
        for (const Datastream& stream : streams ? *streams : std::vector<Datastream>()) {
            if (cancel.isCancelled() || left == 0)
                break;
            const auto columns =
                with(*shelf, [&](HistoryStore& store) { return store.columns(stream.id, range, wanted); });
            for (const HistoryBucket& column : columns ? *columns : std::vector<HistoryBucket>()) {
                const auto part = std::size_t((column.firstAt - range.from) / length);
                if (part >= has.size() || has[part])
                    continue;
                has[part] = true;
                left -= left > 0 ? 1 : 0;
            }
        }
    }
    for (std::size_t part = 0; part < has.size(); ++part)
        if (has[part])
            kept.add({range.from + length * qint64(part), range.from + length * qint64(part + 1)});
    return kept.ranges();
}

// --- As it was -------------------------------------------------------------------------------------------------------

/// The values at one instant while they come together.
struct PastReader::Replay {
    Instant instant;
    std::vector<LiveSourceState> sources;
    QHash<QString, Datastream> streams;
    QHash<QString, Observation> values;
    const LiveListener& listener;
    const CancellationToken& cancel;

    void take(std::vector<Observation>&& observations)
    {
        for (Observation& observation : observations) {
            if (observation.observedAt > instant || !streams.contains(observation.datastream))
                continue;
            const auto known = values.constFind(observation.datastream);
            if (known == values.constEnd() || known->observedAt <= observation.observedAt)
                values.insert(observation.datastream, std::move(observation));
        }
    }
    [[nodiscard]] bool isStale(const Datastream& stream) const
    {
        const auto known = values.constFind(stream.id);
        return known == values.constEnd() || stream.staleness.freshness(known->observedAt, instant) != Freshness::Fresh;
    }
    void show(bool isComplete) const;
};

void PastReader::Replay::show(bool isComplete) const
{
    if (cancel.isCancelled())
        return;
    // What moves is nowhere without a position of then; a warning that was not out, or over, is none.
    QSet<QString> absent;
    std::vector<Datastream> known;
    for (const Datastream& stream : streams) {
        const bool comesAndGoes = stream.kind == ValueKind::Position || !stream.area.empty();
        if (comesAndGoes && isStale(stream))
            absent.insert(stream.source + QLatin1Char('/') + stream.thing);
        known.push_back(stream);
    }
    std::sort(known.begin(), known.end(), [](const Datastream& a, const Datastream& b) { return a.id < b.id; });
    LiveBoard board;
    board.take(known);
    board.take(std::vector<Observation>(values.begin(), values.end()));
    auto snapshot = std::make_shared<LiveSnapshot>();
    if (const auto all = board.takeSnapshot())
        for (const auto& thing : all->things)
            if (!absent.contains(thing->id))
                snapshot->things.push_back(thing);
    snapshot->sources = sources;
    snapshot->replayed = instant;
    snapshot->isComplete = isComplete;
    listener(std::move(snapshot));
}

void PastReader::joinKept(Replay& replay)
{
    QSet<QString> wanted;
    for (const LiveSourceState& source : replay.sources)
        wanted.insert(source.id);
    for (Shelf* shelf : usedShelves()) {
        if (const auto streams = with(*shelf, [](HistoryStore& store) { return store.remembered(); }))
            for (const Datastream& stream : *streams)
                if (wanted.contains(stream.source) && !replay.streams.contains(stream.id))
                    replay.streams.insert(stream.id, stream);
        auto values =
            with(*shelf, [&](HistoryStore& store) { return store.valuesAt(replay.instant, replay.instant - reach); });
        if (values)
            replay.take(*std::move(values));
    }
}

bool PastReader::replayAtOnce(Replay& replay, ObservationSource& source)
{
    auto* const past = dynamic_cast<PastValues*>(&source);
    if (past == nullptr)
        return false;
    auto values = past->valuesAt(replay.instant, replay.cancel);
    if (!values)
        return false;
    {
        std::vector<Observation> unclaimed;
        std::copy_if(values->begin(), values->end(), std::back_inserter(unclaimed),
                     [&](const Observation& value) { return !replay.streams.contains(value.datastream); });
        const std::scoped_lock lock(m_mutex);
        m_unclaimed[source.settings().id] = {replay.instant, std::move(unclaimed)};
    }
    for (Shelf* shelf : {&m_region, &m_session}) {
        std::vector<Datastream> streams;
        std::vector<Observation> own;
        for (const Observation& value : *values) {
            const auto stream = replay.streams.constFind(value.datastream);
            if (stream == replay.streams.constEnd() || &shelfOf(*stream) != shelf)
                continue;
            streams.push_back(*stream);
            own.push_back(value);
        }
        if (!own.empty())
            (void)keep(*shelf, streams, own); // what cannot be kept is shown all the same
    }
    replay.take(*std::move(values));
    return true;
}

void PastReader::replayOneByOne(Replay& replay, ObservationSource& source)
{
    int asked = 0;
    int unanswered = 0; // in a row
    const QList<Datastream> streams = replay.streams.values();
    for (const Datastream& stream : streams) {
        if (replay.cancel.isCancelled() || unanswered >= mostUnanswered)
            return;
        if (stream.source != source.settings().id || !replay.isStale(stream))
            continue;
        const Milliseconds back = std::max<Milliseconds>(hours(1), 3 * stream.staleness.staleAfter());
        const TimeRange range{replay.instant - back, replay.instant};
        const Result<void> filled = fill(
            stream, range, [] {}, replay.cancel);
        unanswered = filled || filled.error().code == ErrorCode::NoData ? 0 : unanswered + 1;
        auto values =
            with(shelfOf(stream), [&](HistoryStore& store) { return store.range(stream.id, range, mostValues); });
        if (values && !values->empty())
            replay.take({values->back()});
        if (++asked % showEvery == 0)
            replay.show(false);
    }
}

void PastReader::replayFrom(Replay& replay, LiveSourceState& state)
{
    const auto source = m_sourceOf(state.id);
    if (!source || !source->description().hasHistory || replay.instant > systemNow())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_instants[state.id].covers(replay.instant)) {
            if (const auto left = m_unclaimed.constFind(state.id);
                left != m_unclaimed.constEnd() && left->instant == replay.instant)
                replay.take(std::vector<Observation>(left->values));
            return;
        }
    }
    // What was not answered is asked again another time; who is asked one by one has a memory for each series.
    if (!replayAtOnce(replay, *source)) {
        replayOneByOne(replay, *source);
        return;
    }
    if (replay.cancel.isCancelled() || replay.instant > systemNow() - settling)
        return;
    const std::scoped_lock lock(m_mutex);
    TimeCoverage& asked = m_instants[state.id];
    if (asked.ranges().size() > mostInstants)
        asked = {};
    asked.add({replay.instant, replay.instant});
}

void PastReader::replay(Instant instant, std::vector<LiveSourceState> sources, std::vector<Datastream> streams,
                        const LiveListener& show, const CancellationToken& cancel)
{
    Replay replay{instant, std::move(sources), {}, {}, show, cancel};
    replay.streams.reserve(qsizetype(streams.size()));
    for (Datastream& stream : streams)
        replay.streams.insert(stream.id, std::move(stream));
    joinKept(replay);
    replay.show(false);
    for (LiveSourceState& source : replay.sources)
        replayFrom(replay, source);
    replay.show(true);
}

} // namespace twin::services

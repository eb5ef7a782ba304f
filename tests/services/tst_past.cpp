// SPDX-License-Identifier: GPL-3.0-or-later
// The past of live sources: kept where it was kept, asked for once where it was not, and shown as it was.
#include "app/services/live/PastReader.h"
#include "model/observe/PastValues.h"
#include "package/history/ObservationStore.h"
#include "support/FakeLive.h"

#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::test;
using namespace twin::services;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Instant noon = toInstant(QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC));

Datastream streamOf(const QString& thing, ValueKind kind = ValueKind::Number)
{
    Datastream stream = liveStream(thing, QStringLiteral("x"), ActionField::Mobility);
    stream.kind = kind;
    stream.demo = false;
    return stream;
}

/// A platform whose every series has a value each ten minutes: the minutes since noon.
class FakeSource : public ObservationSource {
public:
    FakeSource()
    {
        m_description.hasHistory = true;
        m_settings.id = QStringLiteral("demo");
    }
    const SourceDescription& description() const override { return m_description; }
    const SourceSettings& settings() const override { return m_settings; }
    Result<SourceSnapshot> snapshot(const CancellationToken&, const ProgressSink&) override { return SourceSnapshot(); }
    Result<void> subscribe(ObservationSink&, const CancellationToken&) override { return {}; }
    SourceHealth health() const override { return {}; }
    Result<void> history(const Datastream& stream, const TimeRange& range, const HistorySink& page,
                         const CancellationToken&) override
    {
        asked.push_back(range);
        if (fails)
            return failure(ErrorCode::Timeout, QStringLiteral("stumm"));
        std::vector<Observation> values;
        for (Instant at = noon - hours(48); at <= noon + hours(48); at += minutes(10))
            if (range.contains(at) && !(at > gapFrom && at < gapTo))
                values.push_back(valueAt(stream.id, at));
        (void)page(std::move(values));
        return {};
    }
    static Observation valueAt(const QString& stream, Instant at)
    {
        return {stream, double(std::chrono::duration_cast<minutes>(at - noon).count()), at, at, Quality::Good};
    }

    std::vector<TimeRange> asked;
    bool fails = false;
    Instant gapFrom{}, gapTo{};

private:
    SourceDescription m_description;
    SourceSettings m_settings;
};

/// One that tells everything of an instant at once.
class BulkSource final : public FakeSource, public PastValues {
public:
    Result<std::vector<Observation>> valuesAt(Instant instant, const CancellationToken&) override
    {
        ++bulk;
        std::vector<Observation> values;
        for (const QString& stream : streams)
            values.push_back(valueAt(stream, instant - minutes(3)));
        return values;
    }
    QStringList streams;
    int bulk = 0;
};

} // namespace

class PastTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(QStringLiteral("h%1.sqlite").arg(++m_files)); }

    static LiveCurve lastCurve(PastReader& past, const Datastream& stream, const TimeRange& range, int* shown = nullptr)
    {
        LiveCurve last;
        past.curve(stream, range, 100,
                   [&](LiveCurve curve) {
                       last = std::move(curve);
                       if (shown)
                           ++*shown;
                   },
                   {});
        return last;
    }
    static LiveSnapshotPointer replayOf(PastReader& past, Instant instant, std::vector<Datastream> streams,
                                        std::vector<LiveSnapshotPointer>* all = nullptr)
    {
        LiveSnapshotPointer last;
        past.replay(instant, {{QStringLiteral("demo"), QStringLiteral("Quelle"), {}, false}}, std::move(streams),
                    [&](LiveSnapshotPointer snapshot) {
                        last = snapshot;
                        if (all)
                            all->push_back(snapshot);
                    },
                    {});
        return last;
    }
    static double valueOf(const LiveSnapshotPointer& snapshot, const QString& thing)
    {
        for (const auto& each : snapshot->things)
            if (each->id == QStringLiteral("demo/") + thing && each->readings[0].last)
                return *each->readings[0].last->number();
        return -9999;
    }
    static bool hasThing(const LiveSnapshotPointer& snapshot, const QString& thing)
    {
        return std::any_of(snapshot->things.begin(), snapshot->things.end(),
                           [&](const auto& each) { return each->id == QStringLiteral("demo/") + thing; });
    }

private Q_SLOTS:
    void coverageJoinsAndFindsGaps()
    {
        TimeCoverage coverage;
        const auto at = [](int minute) { return noon + minutes(minute); };
        coverage.add({at(10), at(20)});
        coverage.add({at(40), at(50)});
        coverage.add({at(5), at(4)}); // runs backwards
        QCOMPARE(coverage.missing({at(0), at(60)}).size(), 3U);
        QCOMPARE(coverage.missing({at(0), at(60)})[1], (TimeRange{at(20) + Milliseconds(1), at(40) - Milliseconds(1)}));
        QVERIFY(coverage.missing({at(12), at(18)}).empty());
        QVERIFY(coverage.covers(at(45)) && !coverage.covers(at(30)));
        coverage.add({at(15), at(45)});
        QCOMPARE(coverage.ranges(), (std::vector{TimeRange{at(10), at(50)}}));
        coverage.add({at(50) + Milliseconds(1), at(55)}); // touches
        QCOMPARE(coverage.ranges().size(), 1U);
        QCOMPARE(coverage.missing({at(0), at(5)}), (std::vector{TimeRange{at(0), at(5)}}));
    }

    void gapsAreFilledFromThePlatformOnceAndKept()
    {
        const QString file = newFile();
        const Datastream stream = streamOf(QStringLiteral("a"));
        auto source = std::make_shared<FakeSource>();
        {
            const auto store = *package::ObservationStore::open(file);
            std::vector<Observation> known; // the last six hours are kept already
            for (Instant at = noon - hours(6); at <= noon; at += minutes(10))
                known.push_back(FakeSource::valueAt(stream.id, at));
            QVERIFY(store->append(known));
        }
        PastReader past(file, true, [&](const QString&) { return source; });
        const TimeRange day{noon - hours(24), noon};
        int shown = 0;
        const LiveCurve curve = lastCurve(past, stream, day, &shown);
        QVERIFY(shown >= 2); // what was kept came first
        QVERIFY(curve.isComplete && !curve.trouble);
        qint64 count = 0;
        for (const HistoryBucket& column : curve.columns)
            count += column.count;
        QCOMPARE(count, 145);
        QCOMPARE(curve.gap, Milliseconds(minutes(30)));
        for (const TimeRange& range : source->asked)
            QVERIFY2(range.to <= noon - hours(6), "what is kept was asked for again");
        const std::size_t asked = source->asked.size();
        (void)lastCurve(past, stream, day);
        QCOMPARE(source->asked.size(), asked);
        // Another program finds it in the region.
        const auto store = *package::ObservationStore::open(file);
        QCOMPARE(store->range(stream.id, day, 1000)->size(), 145U);
    }

    void whatThePlatformLacksStaysAGapAndIsNotAskedAgain()
    {
        const Datastream stream = streamOf(QStringLiteral("a"));
        auto source = std::make_shared<FakeSource>();
        source->gapFrom = noon - hours(10);
        source->gapTo = noon - hours(5);
        PastReader past(newFile(), true, [&](const QString&) { return source; });
        const LiveCurve curve = lastCurve(past, stream, {noon - hours(24), noon});
        Milliseconds widest{0};
        for (std::size_t i = 1; i < curve.columns.size(); ++i)
            widest = std::max(widest, Milliseconds(curve.columns[i].firstAt - curve.columns[i - 1].lastAt));
        QCOMPARE(widest, Milliseconds(hours(5)));
        QVERIFY(widest > curve.gap);
        const std::size_t asked = source->asked.size();
        (void)lastCurve(past, stream, {noon - hours(24), noon});
        QCOMPARE(source->asked.size(), asked);
    }

    void aSilentPlatformLeavesWhatWasKept()
    {
        const QString file = newFile();
        const Datastream stream = streamOf(QStringLiteral("a"));
        QVERIFY((*package::ObservationStore::open(file))->append(std::vector{FakeSource::valueAt(stream.id, noon)}));
        auto source = std::make_shared<FakeSource>();
        source->fails = true;
        PastReader past(file, true, [&](const QString&) { return source; });
        const LiveCurve curve = lastCurve(past, stream, {noon - hours(1), noon + hours(1)});
        QCOMPARE(curve.columns.size(), 1U);
        QVERIFY(curve.trouble && curve.trouble->summary == QStringLiteral("stumm"));
        const auto values = past.history(stream, {noon - hours(1), noon + hours(1)}, {});
        QCOMPARE(values->size(), 1U);
        QCOMPARE(past.history(stream, {noon - hours(9), noon - hours(8)}, {}).error().code, ErrorCode::Timeout);
    }

    void demoValuesStayOutOfARealRegion()
    {
        const QString file = newFile();
        Datastream stream = streamOf(QStringLiteral("a"));
        stream.demo = true;
        auto source = std::make_shared<FakeSource>();
        PastReader past(file, false, [&](const QString&) { return source; });
        QVERIFY(!lastCurve(past, stream, {noon - hours(2), noon}).columns.empty());
        QVERIFY(!QFile::exists(file));
        QCOMPARE(past.keptTimes({noon - hours(4), noon}, 4, {}).size(), 1U); // known for this session
    }

    void everythingIsAsItWas()
    {
        const QString file = newFile();
        const Datastream heat = streamOf(QStringLiteral("heat"));
        const Datastream tram = streamOf(QStringLiteral("tram"), ValueKind::Position);
        Datastream warning = streamOf(QStringLiteral("warning"), ValueKind::Text);
        warning.area = {{{51.5, 7.4}, {51.6, 7.4}, {51.6, 7.5}}};
        warning.staleness.ttl = hours(2);
        {
            const auto store = *package::ObservationStore::open(file);
            QVERIFY(store->append(std::vector{
                FakeSource::valueAt(heat.id, noon - minutes(4)), FakeSource::valueAt(heat.id, noon + minutes(4)),
                Observation{tram.id, positionText({51.52, 7.46}), noon - minutes(1), noon, Quality::Good},
                Observation{warning.id, QStringLiteral("Sturm"), noon - hours(1), noon, Quality::Good}}));
        }
        PastReader past(file, true, [](const QString&) { return nullptr; });
        const std::vector streams{heat, tram, warning};
        const auto then = replayOf(past, noon, streams);
        QCOMPARE(then->replayed, std::optional(noon));
        QVERIFY(then->isComplete);
        QCOMPARE(valueOf(then, QStringLiteral("heat")), -4.0); // not the one four minutes later
        QVERIFY(hasThing(then, QStringLiteral("tram")) && hasThing(then, QStringLiteral("warning")));
        const auto later = replayOf(past, noon + hours(3), streams);
        QVERIFY(!hasThing(later, QStringLiteral("tram")));    // it ran then, not now
        QVERIFY(!hasThing(later, QStringLiteral("warning"))); // over
        QCOMPARE(valueOf(later, QStringLiteral("heat")), 4.0);
        const auto before = replayOf(past, noon - hours(5), streams);
        QVERIFY(hasThing(before, QStringLiteral("heat")));
        QCOMPARE(valueOf(before, QStringLiteral("heat")), -9999.0);
        QVERIFY(!hasThing(before, QStringLiteral("warning")));
    }

    void aReplayAsksThePlatformForWhatWasNotKept_data()
    {
        QTest::addColumn<bool>("bulk");
        QTest::newRow("all at once") << true;
        QTest::newRow("one by one") << false;
    }
    void aReplayAsksThePlatformForWhatWasNotKept()
    {
        QFETCH(bool, bulk);
        const QString file = newFile();
        const std::vector streams{streamOf(QStringLiteral("a")), streamOf(QStringLiteral("b"))};
        auto all = std::make_shared<BulkSource>();
        all->streams = {streams[0].id, streams[1].id, QStringLiteral("fremd")};
        auto single = std::make_shared<FakeSource>();
        PastReader past(file, true, [&](const QString&) -> std::shared_ptr<ObservationSource> {
            return bulk ? std::shared_ptr<ObservationSource>(all) : single;
        });
        std::vector<LiveSnapshotPointer> shown;
        const auto then = replayOf(past, noon, streams, &shown);
        QVERIFY(shown.size() >= 2 && !shown.front()->isComplete);
        QCOMPARE(valueOf(shown.front(), QStringLiteral("a")), -9999.0); // nothing was kept
        QCOMPARE(valueOf(then, QStringLiteral("a")), bulk ? -3.0 : 0.0);
        QCOMPARE(valueOf(then, QStringLiteral("b")), bulk ? -3.0 : 0.0);
        const auto asked = single->asked.size();
        const auto again = replayOf(past, noon, streams);
        QCOMPARE(valueOf(again, QStringLiteral("b")), bulk ? -3.0 : 0.0); // kept now
        QCOMPARE(single->asked.size(), asked);
        QCOMPARE(all->bulk, bulk ? 1 : 0);
    }

    void aStreamThatIsNamedLaterHasItsValueToo()
    {
        const std::vector streams{streamOf(QStringLiteral("a")), streamOf(QStringLiteral("b"))};
        auto source = std::make_shared<BulkSource>();
        source->streams = {streams[0].id, streams[1].id};
        PastReader past(newFile(), true, [&](const QString&) { return source; });
        QVERIFY(!hasThing(replayOf(past, noon, {streams[0]}), QStringLiteral("b")));
        QCOMPARE(valueOf(replayOf(past, noon, streams), QStringLiteral("b")), -3.0);
        QCOMPARE(source->bulk, 1);
    }

    void aSilentPlatformIsAskedAgainLaterNotForEachSeries()
    {
        std::vector<Datastream> streams;
        for (int i = 0; i < 40; ++i)
            streams.push_back(streamOf(QString::number(i)));
        auto source = std::make_shared<FakeSource>();
        source->fails = true;
        PastReader past(newFile(), true, [&](const QString&) { return source; });
        const auto silent = replayOf(past, noon, streams);
        QVERIFY(silent->isComplete);
        QVERIFY(source->asked.size() < 10);
        source->fails = false;
        const auto then = replayOf(past, noon, streams);
        QCOMPARE(valueOf(then, QStringLiteral("0")), 0.0);
        QCOMPARE(valueOf(then, QStringLiteral("39")), 0.0);
        const std::size_t asked = source->asked.size();
        streams.push_back(streamOf(QStringLiteral("named later")));
        QCOMPARE(valueOf(replayOf(past, noon, streams), QStringLiteral("named later")), 0.0);
        QVERIFY(source->asked.size() > asked);
    }

    void theFutureIsNotAsked()
    {
        auto source = std::make_shared<BulkSource>();
        PastReader past(newFile(), true, [&](const QString&) { return source; });
        const Datastream stream = streamOf(QStringLiteral("a"));
        source->streams = {stream.id};
        const auto snapshot = replayOf(past, systemNow() + hours(24), {stream});
        QCOMPARE(source->bulk, 0);
        QCOMPARE(valueOf(snapshot, QStringLiteral("a")), -9999.0);
    }

    void cancelledWorkShowsNothingMore()
    {
        auto source = std::make_shared<FakeSource>();
        PastReader past(newFile(), true, [&](const QString&) { return source; });
        const CancellationToken cancel;
        cancel.cancel();
        int shown = 0;
        past.curve(
            streamOf(QStringLiteral("a")), {noon - hours(1), noon}, 10, [&](const LiveCurve&) { ++shown; }, cancel);
        past.replay(
            noon, {}, {streamOf(QStringLiteral("a"))}, [&](const LiveSnapshotPointer&) { ++shown; }, cancel);
        QCOMPARE(shown, 0);
    }
};

QTEST_GUILESS_MAIN(PastTest)
#include "tst_past.moc"

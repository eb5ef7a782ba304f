// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/HistoryRecorder.h"
#include "package/history/ObservationStore.h"

#include <csignal>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace twin;
using namespace twin::observe;

namespace {

/// A store on a full disk.
class FullStore final : public HistoryStore {
public:
    Result<void> remember(std::span<const Datastream>) override { return refusal(); }
    Result<std::vector<Datastream>> remembered() override { return std::vector<Datastream>(); }
    Result<void> append(std::span<const Observation>) override { return refusal(); }
    Result<std::vector<Observation>> range(const QString&, const TimeRange&, std::size_t) override
    {
        return std::vector<Observation>();
    }
    Result<std::vector<HistoryBucket>> columns(const QString&, const TimeRange&, int) override
    {
        return std::vector<HistoryBucket>();
    }
    Result<std::vector<Observation>> valuesAt(Instant, Instant) override { return std::vector<Observation>(); }
    Result<void> forgetBefore(Instant, const CancellationToken&) override { return {}; }
    Result<HistoryExtent> extent() override { return HistoryExtent(); }

private:
    static tl::unexpected<Error> refusal() { return failure(ErrorCode::ResourceExhausted, QStringLiteral("voll")); }
};

#ifdef Q_OS_UNIX
/// While it is there, no file of this process grows beyond so many bytes.
class SmallDisk {
public:
    explicit SmallDisk(qint64 bytes)
    {
        m_before = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        rlimit small = m_limit;
        small.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_limit{};
    void (*m_before)(int) = SIG_DFL;
};
#endif

struct CountingSink final : ObservationSink {
    void datastreams(std::vector<Datastream>&& fresh) override { streams += fresh.size(); }
    void observations(std::vector<Observation>&& batch) override { values += batch.size(); }
    void health(const SourceHealth&) override { ++healths; }
    std::size_t streams = 0, values = 0, healths = 0;
};

std::vector<Observation> batchOf(int from, int count)
{
    std::vector<Observation> batch;
    for (int i = from; i < from + count; ++i)
        batch.push_back({QStringLiteral("s%1").arg(i % 10), double(i), Instant(std::chrono::seconds(1'773'000'000 + i)),
                         Instant(std::chrono::seconds(1'773'000'001 + i)), Quality::Good});
    return batch;
}

} // namespace

/// What passes is kept, and keeping never stands in the way of passing.
class RecorderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatPassesIsKept()
    {
        QTemporaryDir folder;
        const auto store = *package::ObservationStore::open(folder.filePath(QStringLiteral("history.sqlite")));
        CountingSink sink;
        {
            HistoryRecorder recorder(*store, sink);
            Datastream stream;
            stream.id = QStringLiteral("s3");
            stream.title = QStringLiteral("drei");
            recorder.datastreams({stream});
            for (int i = 0; i < 200; ++i)
                recorder.observations(batchOf(i * 1000, 1000));
            recorder.health({});
        }
        QCOMPARE(sink.streams, std::size_t(1));
        QCOMPARE(sink.values, std::size_t(200'000));
        QCOMPARE(sink.healths, std::size_t(1));
        std::size_t kept = 0;
        for (int s = 0; s < 10; ++s)
            kept += store
                        ->range(QStringLiteral("s%1").arg(s), {Instant(), Instant(std::chrono::hours(24 * 365 * 100))},
                                1'000'000)
                        ->size();
        QCOMPARE(kept, std::size_t(200'000));
        QCOMPARE(store->remembered()->front().title, QStringLiteral("drei"));
    }

    void aFullDiskIsSaidAndHidesNothing()
    {
        FullStore store;
        CountingSink sink;
        HistoryRecorder recorder(store, sink);
        recorder.observations(batchOf(0, 500));
        QTRY_VERIFY(recorder.state().trouble);
        QCOMPARE(sink.values, std::size_t(500));
        QCOMPARE(recorder.state().trouble->code, ErrorCode::ResourceExhausted);
        recorder.finish();
        QCOMPARE(recorder.state().kept, qint64(0));
        QCOMPARE(recorder.state().notKept, qint64(500));
    }

    void whatNobodyCanKeepIsCounted()
    {
        FullStore store;
        CountingSink sink;
        HistoryRecorder recorder(store, sink);
        const int most = int(HistoryRecorder::mostRefused);
        for (int i = 0; i < 4; ++i) // more than is held: the source waits for the next attempt, not for ever
            recorder.observations(batchOf(i * most, most));
        recorder.finish();
        QCOMPARE(sink.values, std::size_t(4) * HistoryRecorder::mostRefused);
        QCOMPARE(recorder.state().notKept, qint64(4) * most);
    }

#ifdef Q_OS_UNIX
    /// R10, as a full disk is: the file cannot grow any further.
    void r10_aDiskThatHasRoomAgainGetsWhatItMissed()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("history.sqlite"));
        const TimeRange ever{Instant(), Instant(std::chrono::hours(24 * 365 * 100))};
        const auto count = [&](HistoryStore& store) {
            std::size_t kept = 0;
            for (int s = 0; s < 10; ++s)
                kept += store.range(QStringLiteral("s%1").arg(s), ever, 1'000'000)->size();
            return kept;
        };
        CountingSink sink;
        {
            const auto store = *package::ObservationStore::open(file);
            QVERIFY(store->append(batchOf(0, 5000))); // committed
            HistoryRecorder recorder(*store, sink);
            {
                const SmallDisk disk(QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size() / 2);
                recorder.observations(batchOf(5000, 40'000));
                QTRY_VERIFY(recorder.state().trouble);
                const Error trouble = *recorder.state().trouble;
                QCOMPARE(trouble.code, ErrorCode::ResourceExhausted);
                QVERIFY(!trouble.summary.isEmpty() && !trouble.effectiveRemedy().isEmpty());
                recorder.observations(batchOf(45'000, 1000));
                QCOMPARE(sink.values, std::size_t(41'000)); // shown all the same
            }
            QTRY_VERIFY(!recorder.state().trouble);
            QTRY_COMPARE(recorder.state().kept, qint64(41'000));
            QCOMPARE(recorder.state().notKept, qint64(0));
        }
        const auto store = *package::ObservationStore::open(file);
        QCOMPARE(count(*store), std::size_t(46'000));
        QVERIFY(store->issues().empty());
    }

    void r10_whatWasCommittedOutlivesAFullDisk()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("history.sqlite"));
        CountingSink sink;
        {
            const auto store = *package::ObservationStore::open(file);
            QVERIFY(store->append(batchOf(0, 5000)));
            const SmallDisk disk(QFileInfo(file).size());
            HistoryRecorder recorder(*store, sink);
            recorder.observations(batchOf(5000, 40'000));
            recorder.finish();
            QCOMPARE(recorder.state().notKept, qint64(40'000));
        }
        const auto store = *package::ObservationStore::open(file);
        QVERIFY(store->issues().empty()); // nothing was torn
        QCOMPARE(
            store->range(QStringLiteral("s3"), {Instant(), Instant(std::chrono::hours(24 * 365 * 100))}, 9999)->size(),
            std::size_t(500));
    }
#endif
};

QTEST_GUILESS_MAIN(RecorderTest)
#include "tst_recorder.moc"

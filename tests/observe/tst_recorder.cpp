// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/HistoryRecorder.h"
#include "package/history/ObservationStore.h"

#include <QTemporaryDir>
#include <QTest>

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
        QTRY_COMPARE(recorder.state().notKept, qint64(500));
        QCOMPARE(sink.values, std::size_t(500));
        QCOMPARE(recorder.state().trouble->code, ErrorCode::ResourceExhausted);
        QCOMPARE(recorder.state().kept, qint64(0));
    }
};

QTEST_GUILESS_MAIN(RecorderTest)
#include "tst_recorder.moc"

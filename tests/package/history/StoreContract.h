// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/HistoryStore.h"

#include <cmath>
#include <memory>
#include <numeric>
#include <random>

#include <QTest>

namespace twin::test {

using namespace std::chrono_literals;

inline const Instant start = *instantFromIso(u"2026-03-14T00:00:00Z");

inline Observation numberAt(const QString& series, Instant at, double value, Quality quality = Quality::Good)
{
    return {series, value, at, at + 700ms, quality};
}

inline std::vector<Observation> minutes(const QString& series, int count, Instant from = start)
{
    std::vector<Observation> list;
    for (int i = 0; i < count; ++i)
        list.push_back(numberAt(series, from + std::chrono::minutes(i), std::round(100 * std::sin(i / 60.0)) / 10));
    return list;
}

/// What every HistoryStore must do: what goes in comes out again. A store's own test inherits it and says how one is
/// opened.
class StoreContract : public QObject {
    Q_OBJECT

protected:
    /// @returns a store that keeps its values under a name of the test's; the same values for the same name.
    virtual std::unique_ptr<HistoryStore> opened(const QString& name) = 0;
    const QString m_a = QStringLiteral("demo/a:temperature");
    const TimeRange m_always{start - 24h * 10000, start + 24h * 10000};

private Q_SLOTS:
    void valuesComeBackInOrderAndOnce()
    {
        const auto store = opened(QStringLiteral("order"));
        QVERIFY(store);
        const std::vector<Observation> sorted = minutes(m_a, 3000);
        std::vector<std::size_t> order(sorted.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::shuffle(order.begin(), order.end(), std::mt19937(3));
        std::vector<Observation> list;
        for (const std::size_t i : order)
            list.push_back(sorted[i]);
        for (std::size_t i = 0; i < list.size(); i += 170) // each twice, in pieces
            for (int twice = 0; twice < 2; ++twice)
                QVERIFY(store->append(std::span(list).subspan(i, std::min<std::size_t>(170, list.size() - i))));
        const auto all = store->range(m_a, m_always, 1'000'000);
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), sorted.size());
        QVERIFY(*all == sorted);
        const TimeRange some{start + 100min, start + 200min};
        QCOMPARE(store->range(m_a, some, 1000)->size(), std::size_t(101)); // both ends
        QCOMPARE(store->range(m_a, some, 7)->size(), std::size_t(7));
        QVERIFY(store->range(QStringLiteral("unknown"), some, 7)->empty());
    }

    void allKindsOfValuesAreKept()
    {
        const QString file = QStringLiteral("kinds");
        std::vector<Observation> list = {
            {m_a, QStringLiteral("an"), start, start, Quality::Good},
            {m_a, std::monostate(), start + 1s, start + 2s, Quality::Bad},
            {m_a, -273.15, start + 2s, start + 2s, Quality::Estimated},
            {m_a, positionText({51.5, 7.5}), start + 3s, start + 9s, Quality::AssumedTime},
            {QStringLiteral("ä/ö"), 1e17, Instant(Milliseconds(-4'000'000'000'000)), start, Quality::Unstated}};
        QVERIFY(opened(file)->append(list));
        const auto store = opened(file);
        auto back = *store->range(m_a, m_always, 100);
        const auto other =
            *store->range(QStringLiteral("ä/ö"), {Instant(Milliseconds(-5'000'000'000'000)), start}, 100);
        back.insert(back.end(), other.begin(), other.end());
        QVERIFY(back == list);
    }

    void aCorrectionReplacesARepetitionDoesNot()
    {
        const auto store = opened(QStringLiteral("correct"));
        const Observation first = numberAt(m_a, start, 20);
        Observation repeated = first;
        repeated.receivedAt += 1h;
        Observation corrected = repeated;
        corrected.value = 21.0;
        QVERIFY(store->append(std::vector{first}));
        QVERIFY(store->append(std::vector{repeated}));
        QVERIFY((*store->range(m_a, m_always, 9) == std::vector{first}));
        QVERIFY(store->append(std::vector{corrected}));
        QVERIFY((*store->range(m_a, m_always, 9) == std::vector{corrected}));
        QCOMPARE(store->columns(m_a, {start, start + 1min}, 10)->front().most, 21.0);
    }

    void columnsAreTheTruth_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("fromMinute");
        QTest::addColumn<int>("toMinute");
        QTest::newRow("all, few") << 20 << 0 << 39'999;
        QTest::newRow("all, many") << 1000 << 0 << 39'999;
        QTest::newRow("odd piece") << 137 << 1237 << 31'777;
        QTest::newRow("raw") << 400 << 5000 << 5300;
        QTest::newRow("beyond the ends") << 100 << -50'000 << 90'000;
        QTest::newRow("one column") << 1 << 17 << 20'011;
    }

    void columnsAreTheTruth()
    {
        QFETCH(int, columns);
        QFETCH(int, fromMinute);
        QFETCH(int, toMinute);
        const auto store = opened(QStringLiteral("columns"));
        std::vector<Observation> list;
        std::mt19937 random(5);
        for (int i = 0; i < 40'000; ++i) {
            if (i > 20'000 && i < 24'000)
                continue; // a gap
            list.push_back(numberAt(m_a, start + std::chrono::minutes(i), double(random() % 1000) / 10,
                                    i % 97 == 0 ? Quality::Bad : Quality::Good));
        }
        QVERIFY(store->append(list));
        const TimeRange range{start + std::chrono::minutes(fromMinute), start + std::chrono::minutes(toMinute)};
        const auto buckets = store->columns(m_a, range, columns);
        QVERIFY(buckets.has_value());
        QVERIFY(int(buckets->size()) <= columns);
        qint64 count = 0, wanted = 0;
        double least = 1e9, most = -1e9, wantedLeast = 1e9, wantedMost = -1e9;
        const double width = double((range.to - range.from).count() + 1) / columns;
        for (std::size_t b = 0; b < buckets->size(); ++b) {
            const HistoryBucket& bucket = (*buckets)[b];
            count += bucket.count;
            least = std::min(least, bucket.least);
            most = std::max(most, bucket.most);
            QVERIFY(bucket.firstAt <= bucket.lastAt && bucket.firstAt >= range.from && bucket.lastAt <= range.to);
            QVERIFY(b == 0 || (*buckets)[b - 1].lastAt < bucket.firstAt);
            QVERIFY(double((bucket.firstAt - bucket.from).count()) < width + 1 && bucket.firstAt >= bucket.from);
            QVERIFY2(double((bucket.lastAt - bucket.from).count()) < 1.5 * width + 1,
                     "half a column beside its place at most");
        }
        for (const Observation& o : list)
            if (range.contains(o.observedAt) && o.quality != Quality::Bad) {
                ++wanted;
                wantedLeast = std::min(wantedLeast, *o.number());
                wantedMost = std::max(wantedMost, *o.number());
            }
        QCOMPARE(count, wanted);
        QCOMPARE(least, wantedLeast);
        QCOMPARE(most, wantedMost);
        if (columns == 1000) // a gap of a tenth of the range is a tenth of the columns
            QVERIFY2(buckets->size() > 880 && buckets->size() < 920, qPrintable(QString::number(buckets->size())));
    }

    void anInstantShowsTheLastOfEach()
    {
        const auto store = opened(QStringLiteral("instant"));
        std::vector<Observation> list = minutes(m_a, 5000);
        const auto other = minutes(QStringLiteral("b"), 10, start + 1000min);
        list.insert(list.end(), other.begin(), other.end());
        QVERIFY(store->append(list));
        auto values = *store->valuesAt(start + 872min + 30s, start - 24h); // 14:32:30
        QCOMPARE(values.size(), std::size_t(1));
        QCOMPARE(values[0].observedAt, start + 872min);
        values = *store->valuesAt(start + 4000min, start);
        QCOMPARE(values.size(), std::size_t(2));
        QCOMPARE(values[1].observedAt, start + 1009min);
        QCOMPARE(store->valuesAt(start + 4000min, start + 1010min)->size(), std::size_t(1)); // b is too old
        QCOMPARE(store->valuesAt(start - 1ms, start - 24h)->size(), std::size_t(0));
        QCOMPARE(store->valuesAt(start, start)->size(), std::size_t(1));
    }

    void oldValuesAreForgotten()
    {
        const auto store = opened(QStringLiteral("forget"));
        QVERIFY(store->append(minutes(m_a, 100'000)));
        const qint64 before = store->extent()->bytes;
        QVERIFY(store->forgetBefore(start + 90'000min, {}));
        const auto left = *store->range(m_a, m_always, 1'000'000);
        QVERIFY2(left.size() >= 10'000 && left.size() < 10'400, qPrintable(QString::number(left.size())));
        QCOMPARE(left.back().observedAt, start + 99'999min);
        qint64 count = 0;
        const auto buckets = store->columns(m_a, m_always, 50);
        for (const HistoryBucket& bucket : *buckets)
            count += bucket.count;
        QCOMPARE(count, qint64(left.size()));
        QVERIFY(before > 0);
        CancellationToken cancelled;
        cancelled.cancel();
        QCOMPARE(store->forgetBefore(start, cancelled).error().code, ErrorCode::Cancelled);
        QVERIFY(store->append(minutes(m_a, 100))); // what comes again is taken again
    }

    void seriesAreRemembered()
    {
        const QString file = QStringLiteral("about");
        Datastream stream;
        stream.id = m_a;
        stream.title = QStringLiteral("Lufttemperatur");
        stream.unit = {QStringLiteral("Cel")};
        stream.position = GeoPoint{51.5, 7.5};
        stream.area = {{{51, 7}, {52, 7}, {52, 8}}};
        stream.field = ActionField::EnergyAndEnvironment;
        stream.staleness.interval = 5min;
        stream.least = -40;
        stream.feature = {QStringLiteral("buildings"), QStringLiteral("DENW1")};
        stream.demo = true;
        QVERIFY(opened(file)->remember(std::vector{stream}));
        const auto store = opened(file);
        QVERIFY((*store->remembered() == std::vector{stream}));
        stream.title = QStringLiteral("Temperatur");
        QVERIFY(store->remember(std::vector{stream}));
        QVERIFY((*store->remembered() == std::vector{stream}));
    }

    void aReaderSeesWhatAWriterAdds()
    {
        const auto writer = opened(QStringLiteral("two"));
        QVERIFY(writer->append(minutes(m_a, 10)));
        const auto reader = opened(QStringLiteral("two"));
        QCOMPARE(reader->range(m_a, m_always, 100)->size(), std::size_t(10));
        QVERIFY(writer->append(minutes(m_a, 20)));
        QCOMPARE(reader->range(m_a, m_always, 100)->size(), std::size_t(20));
        QVERIFY(writer->append(minutes(QStringLiteral("new"), 5)));
        QCOMPARE(reader->range(QStringLiteral("new"), m_always, 100)->size(), std::size_t(5));
    }
};

} // namespace twin::test

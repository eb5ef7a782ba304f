// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/HistoryFile.h"
#include "package/history/ObservationStore.h"

#include <numeric>
#include <random>
#include <set>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::package;
using namespace std::chrono_literals;

namespace {

const Instant start = *instantFromIso(u"2026-03-14T00:00:00Z");

Observation numberAt(const QString& series, Instant at, double value, Quality quality = Quality::Good)
{
    return {series, value, at, at + 700ms, quality};
}

std::vector<Observation> minutes(const QString& series, int count, Instant from = start)
{
    std::vector<Observation> list;
    for (int i = 0; i < count; ++i)
        list.push_back(numberAt(series, from + std::chrono::minutes(i), std::round(100 * std::sin(i / 60.0)) / 10));
    return list;
}

} // namespace

/// What goes into the store comes out again, whatever happens meanwhile.
class StoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    const QString m_a = QStringLiteral("demo/a:temperature");
    const TimeRange m_always{start - 24h * 10000, start + 24h * 10000};

    static std::unique_ptr<ObservationStore> opened(const QString& path)
    {
        auto store = ObservationStore::open(path);
        if (!store)
            qWarning().noquote() << store.error().toText() << store.error().detail;
        return store ? std::move(*store) : nullptr;
    }

private Q_SLOTS:
    void pagesComeBackAsTheyWere()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 300; ++round) {
            std::vector<Sample> samples;
            std::int64_t time = std::int64_t(random() % 4'000'000'000'000ULL) - 1'000'000'000'000LL;
            const int digits = int(random() % 8);
            for (int i = 0, n = int(random() % 300); i < n; ++i) {
                time += 1 + std::int64_t(random() % (round % 2 == 0 ? 5 : 10'000'000));
                Sample sample{time, time + std::int64_t(random() % 5000) - 1000, {}, Quality(random() % 6)};
                switch (random() % 10) {
                case 0:
                    break;
                case 1:
                    sample.value = QStringLiteral("wört%1").arg(random() % 5);
                    break;
                default:
                    sample.value = std::round((double(random() % 2'000'000) - 1e6) / 7 * std::pow(10, digits)) /
                                   std::pow(10, digits);
                }
                samples.push_back(sample);
            }
            const auto back = decodePage(encodePage(samples));
            QVERIFY(back.has_value());
            QVERIFY(*back == samples);
        }
        for (const double value : {0.0, -0.0, 1e300, -1e-300, 0.1 + 0.2, 12.3, 4e15, 9007199254740993.0}) {
            const auto back = decodePage(encodePage({{1, 2, value, Quality::Good}}));
            QCOMPARE(std::get<double>((*back)[0].value), value);
            QCOMPARE(std::signbit(std::get<double>((*back)[0].value)), std::signbit(value));
        }
    }

    void pagesAreSmall()
    {
        std::vector<Sample> samples;
        for (int i = 0; i < 128; ++i)
            samples.push_back({1'773'446'400'000 + i * 60'000, 1'773'446'400'000 + i * 60'000 + 850,
                               std::round(10 * (20 + 5 * std::sin(i / 30.0))) / 10, Quality::Good});
        QVERIFY2(encodePage(samples).size() < 128 * 4, qPrintable(QString::number(encodePage(samples).size())));
    }

    void brokenPagesAreRefused()
    {
        std::vector<Sample> samples;
        for (int i = 0; i < 40; ++i)
            samples.push_back({i * 1000, i * 1000 + 5,
                               i % 3 == 0 ? ObservedValue(QStringLiteral("an")) : ObservedValue(i * 0.1),
                               Quality::Good});
        const std::string whole = encodePage(samples);
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY(!decodePage(std::string_view(whole).substr(0, length)));
        std::mt19937 random(11);
        for (int i = 0; i < 20'000; ++i) { // must neither crash nor take for ever
            std::string spoilt = whole;
            for (int flips = 0; flips < 3; ++flips)
                spoilt[random() % spoilt.size()] = char(random());
            (void)decodePage(spoilt);
        }
        QVERIFY(!decodePage(std::string("\x01\xff\xff\xff\xff\xff\xff\xff\x7f", 9)));
    }

    void valuesComeBackInOrderAndOnce()
    {
        const auto store = opened(path("order.sqlite"));
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
        const QString file = path("kinds.sqlite");
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
        const auto store = opened(path("correct.sqlite"));
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
        const auto store = opened(path("columns.sqlite"));
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
        const auto store = opened(path("instant.sqlite"));
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

    void pagesThatGrowTooFullAreCut()
    {
        const QString file = path("full.sqlite");
        const auto store = opened(file);
        std::vector<Observation> list = minutes(m_a, 20); // settles the span for one a minute
        for (int i = 0; i < 60'000; ++i)
            list.push_back(numberAt(m_a, start + 1h + i * 100ms, i % 50));
        QVERIFY(store->append(std::span(list).first(20)));
        QVERIFY(store->append(std::span(list).subspan(20)));
        QVERIFY(*store->range(m_a, m_always, 1'000'000) == list);
        qint64 count = 0;
        const auto buckets = store->columns(m_a, m_always, 500);
        for (const HistoryBucket& bucket : *buckets)
            count += bucket.count;
        QCOMPARE(count, qint64(list.size()));
        auto raw = HistoryFile::open(file);
        QVERIFY(raw.has_value());
        std::size_t fullest = 0;
        QVERIFY((*raw)->eachPage(*(*raw)->find(m_a), 0, 4'000'000'000'000, [&fullest](std::vector<Sample>&& page) {
            fullest = std::max(fullest, page.size());
            return true;
        }));
        QVERIFY2(fullest <= 6000, qPrintable(QString::number(fullest)));
    }

    void oldValuesAreForgotten()
    {
        const auto store = opened(path("forget.sqlite"));
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
        const QString file = path("about.sqlite");
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
        const auto writer = opened(path("two.sqlite"));
        QVERIFY(writer->append(minutes(m_a, 10)));
        const auto reader = opened(path("two.sqlite"));
        QCOMPARE(reader->range(m_a, m_always, 100)->size(), std::size_t(10));
        QVERIFY(writer->append(minutes(m_a, 20)));
        QCOMPARE(reader->range(m_a, m_always, 100)->size(), std::size_t(20));
        QVERIFY(writer->append(minutes(QStringLiteral("new"), 5)));
        QCOMPARE(reader->range(QStringLiteral("new"), m_always, 100)->size(), std::size_t(5));
    }

    void aLaterVersionIsLeftAlone()
    {
        const QString file = path("later.sqlite");
        QVERIFY(opened(file)->append(minutes(m_a, 10)));
        {
            auto database = SqliteDatabase::create(file);
            QVERIFY(database->execute("PRAGMA user_version = 2"));
        }
        const auto refused = ObservationStore::open(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::UnsupportedVersion);
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("later.sqlite.*beschaedigt*")}).size(), 0);
    }

    void aDamagedFileIsLaidAside_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 24; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    void aDamagedFileIsLaidAside()
    {
        QFETCH(int, seed);
        const QString file = path("damage.sqlite");
        for (const QString& name : QDir(m_folder.path()).entryList({QStringLiteral("damage.sqlite*")}))
            QFile::remove(m_folder.filePath(name));
        {
            const auto store = opened(file);
            QVERIFY(store->append(minutes(m_a, 20'000)));
        }
        std::mt19937 random(static_cast<unsigned>(seed));
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        if (seed == 0) {
            bytes.resize(0);
            bytes.write("this is no database");
        } else if (seed % 3 == 0) {
            bytes.resize(qint64(random() % quint64(bytes.size())));
        } else {
            for (int i = 0; i < 40; ++i) {
                bytes.seek(seed % 3 == 1 ? qint64(random() % 200) : qint64(random() % quint64(bytes.size())));
                const char spoilt = char(random());
                bytes.write(&spoilt, 1);
            }
        }
        bytes.close();
        const auto store = ObservationStore::open(file);
        if (!store) { // only what looks like a later version may be refused
            QCOMPARE(store.error().code, ErrorCode::UnsupportedVersion);
            return;
        }
        // Whatever is read is either right or the file is laid aside: never a crash, never a lasting failure.
        (void)(*store)->range(m_a, m_always, 1'000'000);
        (void)(*store)->columns(m_a, m_always, 100);
        (void)(*store)->valuesAt(start + 24h, start);
        const auto fresh = minutes(QStringLiteral("fresh"), 500, start + 24h * 400);
        const auto appended = (*store)->append(fresh);
        QVERIFY2(appended.has_value(), appended ? "" : qPrintable(appended.error().toText() + appended.error().detail));
        QVERIFY(*(*store)->range(QStringLiteral("fresh"), m_always, 1000) == fresh);
        for (const Issue& issue : (*store)->issues()) {
            QCOMPARE(issue.reason, QStringLiteral("history.quarantined"));
            QVERIFY(QFile::exists(issue.where.source));
        }
        if (seed == 0)
            QCOMPARE((*store)->issues().size(), std::size_t(1));
    }

    void aFullOrForbiddenDiskChangesNothing()
    {
        QVERIFY(!ObservationStore::open(m_folder.filePath(QStringLiteral("no/such/folder/history.sqlite"))));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"

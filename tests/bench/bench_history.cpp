// SPDX-License-Identifier: GPL-3.0-or-later
//
// The observation store against the plain table that one would write first: a row a value. One thread; a batch is one
// transaction. docs/decisions/0023 has the figures.
#include "package/database/Sqlite.h"
#include "package/history/ObservationStore.h"

#include <benchmark/benchmark.h>
#include <random>

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace twin;
using namespace twin::package;

namespace {

const Instant start = *instantFromIso(u"2025-01-01T00:00:00Z");

QString seriesName(int s)
{
    return QStringLiteral("demo/urn:ngsi-ld:WeatherObserved:%1:temperature").arg(s);
}

double valueOf(int s, int minute)
{
    return std::round(10 * (10 + 8 * std::sin(minute / 1440.0 * 6.28 + s) + 2 * std::sin(minute / 37.0))) / 10;
}

/// Minute by minute for all series: the order in which a platform delivers.
std::vector<Observation> batchOf(int series, int fromMinute, int minutes)
{
    std::vector<Observation> list;
    list.reserve(std::size_t(series) * std::size_t(minutes));
    std::vector<QString> names;
    for (int s = 0; s < series; ++s)
        names.push_back(seriesName(s));
    for (int m = fromMinute; m < fromMinute + minutes; ++m)
        for (int s = 0; s < series; ++s) {
            const Instant at = start + std::chrono::minutes(m) + Milliseconds(s);
            list.push_back({names[std::size_t(s)], valueOf(s, m), at, at + Milliseconds(700 + (m * 31 + s * 17) % 300),
                            Quality::Good});
        }
    return list;
}

/// A row a value, clustered by series and time.
class RowTable {
public:
    explicit RowTable(const QString& path) : m_database(*SqliteDatabase::create(path))
    {
        (void)m_database.execute(
            "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768;"
            "CREATE TABLE value (series INTEGER, at INTEGER, number REAL, received INTEGER, quality INTEGER, "
            "PRIMARY KEY (series, at)) WITHOUT ROWID");
        m_insert = *m_database.prepare("INSERT OR REPLACE INTO value VALUES (?1, ?2, ?3, ?4, ?5)");
    }

    void append(const std::vector<Observation>& list, int series)
    {
        (void)m_database.execute("BEGIN");
        for (std::size_t i = 0; i < list.size(); ++i) {
            m_insert.bind(1, std::int64_t(i % std::size_t(series)));
            m_insert.bind(2, std::int64_t(list[i].observedAt.time_since_epoch().count()));
            m_insert.bind(3, *list[i].number());
            m_insert.bind(4, std::int64_t(list[i].receivedAt.time_since_epoch().count()));
            m_insert.bind(5, std::int64_t(list[i].quality));
            (void)m_insert.run();
        }
        (void)m_database.execute("COMMIT");
    }

private:
    SqliteDatabase m_database;
    SqliteStatement m_insert;
};

void report(benchmark::State& state, const QString& path, double values)
{
    state.SetItemsProcessed(std::int64_t(values));
    state.counters["bytesPerValue"] = double(QFileInfo(path).size()) / values;
}

/// 100 series × minutes in batches of one million.
void insertRows(benchmark::State& state)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.sqlite"));
    RowTable table(path);
    int minute = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto batch = batchOf(100, minute, 10'000);
        minute += 10'000;
        state.ResumeTiming();
        table.append(batch, 100);
    }
    report(state, path, double(state.iterations()) * 1e6);
}
BENCHMARK(insertRows)->Iterations(3)->Unit(benchmark::kMillisecond);

void insertPages(benchmark::State& state)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pages.sqlite"));
    const auto store = *ObservationStore::open(path);
    int minute = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto batch = batchOf(100, minute, 10'000);
        minute += 10'000;
        state.ResumeTiming();
        if (!store->append(batch))
            state.SkipWithError("append failed");
    }
    report(state, path, double(state.iterations()) * 1e6);
}
BENCHMARK(insertPages)->Iterations(10)->Unit(benchmark::kMillisecond);

/// As it is live: a transaction a second with one value of each of 2000 series.
void trickle(benchmark::State& state)
{
    const QTemporaryDir folder;
    const auto store = *ObservationStore::open(folder.filePath(QStringLiteral("live.sqlite")));
    int minute = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto batch = batchOf(2000, minute++, 1);
        state.ResumeTiming();
        if (!store->append(batch))
            state.SkipWithError("append failed");
    }
    state.SetItemsProcessed(state.iterations() * 2000);
}
BENCHMARK(trickle)->Iterations(200)->Unit(benchmark::kMillisecond);

/// A year of 1-minute data of 100 sensors, made once.
struct Year {
    static constexpr int minutes = 525'600;
    QTemporaryDir folder;
    std::unique_ptr<ObservationStore> store;

    Year()
    {
        store = *ObservationStore::open(folder.filePath(QStringLiteral("year.sqlite")));
        for (int m = 0; m < minutes; m += 8760)
            if (!store->append(batchOf(100, m, 8760)))
                std::abort();
    }
};

const Year& theYear()
{
    static const Year year;
    return year;
}

/// Charts of all 100 sensors, 1000 pixels wide.
void drawYear(benchmark::State& state)
{
    const Year& year = theYear();
    const TimeRange range{start, start + std::chrono::minutes(Year::minutes * state.range(0) / 1000)};
    for (auto _ : state)
        for (int s = 0; s < 100; ++s)
            benchmark::DoNotOptimize(year.store->columns(seriesName(s), range, 1000));
    state.counters["GB"] = double(year.store->extent()->bytes) / 1e9;
}
BENCHMARK(drawYear)->Arg(1000)->Arg(83)->Arg(3)->Unit(benchmark::kMillisecond);

/// The clock is dragged through the year: the values of all sensors at one instant after the other.
void scrubYear(benchmark::State& state)
{
    const Year& year = theYear();
    std::mt19937 random(1);
    for (auto _ : state) {
        const Instant at = start + std::chrono::minutes(random() % Year::minutes);
        benchmark::DoNotOptimize(year.store->valuesAt(at, at - std::chrono::hours(24)));
    }
}
BENCHMARK(scrubYear)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();

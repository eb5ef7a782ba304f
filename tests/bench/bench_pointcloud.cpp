// SPDX-License-Identifier: GPL-3.0-or-later
// How fast point clouds are decoded, points a second. The file is TWIN_BENCH_LAZ (scripts/make-pointcloud writes one of
// any size), else the small ones of the tests.
#include "pointcloud/PointCloudReader.h"

#include <atomic>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

using namespace twin;

namespace {

class CountingSink : public PointSink {
public:
    Result<void> accept(PointBatch&& batch) override
    {
        points += std::int64_t(batch.positions.size());
        return {};
    }
    std::atomic<std::int64_t> points = 0;
};

void readPoints(benchmark::State& state, const QString& path)
{
    std::int64_t points = 0;
    for (auto _ : state) {
        CountingSink sink;
        std::vector<Issue> issues;
        const auto source =
            pointcloud::read(path, {QStringLiteral("EPSG:25832+7837"), int(state.range(0))}, sink, issues, {}, {});
        if (!source) {
            state.SkipWithError(qPrintable(source.error().toText()));
            return;
        }
        points += sink.points;
    }
    state.SetItemsProcessed(points);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["peakMiB"] = double(usage.ru_maxrss) / 1024;
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    QStringList files{qEnvironmentVariable("TWIN_BENCH_LAZ")};
    if (files.constFirst().isEmpty())
        files = {QStringLiteral(TWIN_TEST_DATA "/pointcloud/format3.laz"),
                 QStringLiteral(TWIN_TEST_DATA "/pointcloud/format7.laz"),
                 QStringLiteral(TWIN_TEST_DATA "/pointcloud/format7.las")};
    for (const QString& file : files)
        benchmark::RegisterBenchmark(qPrintable(QStringLiteral("read/") + file.section(QLatin1Char('/'), -1)),
                                     readPoints, file)
            ->Arg(1)
            ->Arg(2)
            ->MeasureProcessCPUTime()
            ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

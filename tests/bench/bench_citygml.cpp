// SPDX-License-Identifier: GPL-3.0-or-later
// How fast city models are read, in bytes a second, and how much memory that takes. The file is TWIN_BENCH_CITYGML,
// else a generated one of TWIN_BENCH_MEGABYTES (100).
#include "citygml/CityGmlReader.h"
#include "support/CityGmlGenerator.h"

#include <atomic>
#include <cstring>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>
#include <pugixml.hpp>
#include <sys/resource.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace twin;

namespace {

class CountingSink : public CityObjectSink {
public:
    Result<void> accept(CityObjectBatch&& batch) override
    {
        objects += qint64(batch.objects.size());
        return {};
    }
    std::atomic<qint64> objects = 0;
};

QString benchFile()
{
    if (qEnvironmentVariableIsSet("TWIN_BENCH_CITYGML"))
        return qEnvironmentVariable("TWIN_BENCH_CITYGML");
    const int megabytes =
        qEnvironmentVariableIsSet("TWIN_BENCH_MEGABYTES") ? qEnvironmentVariableIntValue("TWIN_BENCH_MEGABYTES") : 100;
    const QString path = QDir::temp().filePath(QStringLiteral("stadtzwilling-bench-%1.gml").arg(megabytes));
    if (QFileInfo(path).size() < qint64(megabytes) * 1'000'000 && bench::writeLargeCityGml(path, megabytes) == 0)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// Of the process so far, in MiB (the kernel keeps the peak).
double peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void readCityGml(benchmark::State& state)
{
    const QString path = benchFile();
    qint64 objects = 0;
    for (auto _ : state) {
        CountingSink sink;
        citygml::ReadOptions options;
        options.threads = static_cast<int>(state.range(0));
        const auto summary = citygml::read({path}, options, sink, CancellationToken(), {});
        if (!summary)
            state.SkipWithError(qPrintable(summary.error().toText()));
        objects = sink.objects;
    }
    state.SetBytesProcessed(state.iterations() * QFileInfo(path).size());
    state.counters["objects"] = double(objects);
    state.counters["peakMiB"] = peakMemory();
}
BENCHMARK(readCityGml)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The parser alone on the whole file in memory: what the reader can reach at best with one thread.
void parseOnly(benchmark::State& state)
{
    QFile file(benchFile());
    if (!file.open(QIODevice::ReadOnly) || file.size() > (qint64(1) << 30)) {
        state.SkipWithError("no file, or too large to be parsed as a whole");
        return;
    }
    const QByteArray bytes = file.readAll();
    std::string copy(std::size_t(bytes.size()), '\0');
    for (auto _ : state) {
        std::memcpy(copy.data(), bytes.data(), copy.size());
        pugi::xml_document document;
        benchmark::DoNotOptimize(
            document.load_buffer_inplace(copy.data(), copy.size(), pugi::parse_minimal, pugi::encoding_utf8));
    }
    state.SetBytesProcessed(state.iterations() * bytes.size());
}
BENCHMARK(parseOnly)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();

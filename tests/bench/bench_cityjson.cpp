// SPDX-License-Identifier: GPL-3.0-or-later
// How fast CityJSON is read, in bytes a second, beside a parse of the same bytes that makes nothing of them. The file
// is TWIN_BENCH_CITYJSON, else a generated document and a generated sequence of TWIN_BENCH_MEGABYTES (100).
#include "cityjson/CityJsonReader.h"

#include <atomic>
#include <string>

#include <benchmark/benchmark.h>
#include <simdjson.h>
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

constexpr const char* head =
    R"({"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[390000,5700000,100]},"metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/5555"},)";

/// A house with two levels of detail, semantics and the attributes of a Dutch one; corners from vertex `first`.
QByteArray house(int number, int first)
{
    const auto v = [first](int i) { return QByteArray::number(first + i); };
    const auto quad = [&v](int a, int b, int c, int d) {
        return "[[" + v(a) + "," + v(b) + "," + v(c) + "," + v(d) + "]]";
    };
    const QByteArray walls =
        quad(0, 1, 5, 4) + "," + quad(1, 2, 6, 5) + "," + quad(2, 3, 7, 6) + "," + quad(3, 0, 4, 7);
    const QByteArray shell = "[" + quad(3, 2, 1, 0) + "," + quad(4, 5, 6, 7) + "," + walls + "]";
    const QByteArray roof = "[" + quad(3, 2, 1, 0) + "," + walls + "," + quad(4, 5, 9, 8) + "," + quad(6, 7, 8, 9) +
                            ",[[" + v(5) + "," + v(6) + "," + v(9) + "]],[[" + v(7) + "," + v(4) + "," + v(8) + "]]]";
    const QByteArray id = "NL.IMBAG.Pand." + QByteArray::number(1000000 + number);
    return "\"" + id +
           R"(":{"type":"Building","attributes":{"roofType":"1000","measuredHeight":9.25,"year":1974,"status":"Pand in gebruik","area":81.5},"children":[")" +
           id + R"(-0"]},")" + id + R"(-0":{"type":"BuildingPart","parents":[")" + id +
           R"("],"geometry":[{"type":"Solid","lod":"1.2","boundaries":[)" + shell +
           R"(],"semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface"},{"type":"WallSurface"}],"values":[[0,1,2,2,2,2]]}},{"type":"Solid","lod":"2.2","boundaries":[)" +
           roof +
           R"(],"semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface"},{"type":"WallSurface"}],"values":[[0,2,2,2,2,1,1,2,2]]}}]})";
}

QByteArray corners(int number)
{
    const int x = number % 1000 * 20000;
    const int y = number / 1000 * 20000;
    QByteArray text;
    const int at[10][3]{{0, 0, 0},       {9000, 0, 0},        {9000, 12000, 0}, {0, 12000, 0},   {0, 0, 6100},
                        {9000, 0, 6100}, {9000, 12000, 6100}, {0, 12000, 6100}, {4500, 1, 9250}, {4500, 11999, 9250}};
    for (const auto& p : at)
        text += (text.isEmpty() ? "[" : ",[") + QByteArray::number(x + p[0]) + "," + QByteArray::number(y + p[1]) +
                "," + QByteArray::number(p[2]) + "]";
    return text;
}

QString benchFile(bool sequence)
{
    if (qEnvironmentVariableIsSet("TWIN_BENCH_CITYJSON"))
        return qEnvironmentVariable("TWIN_BENCH_CITYJSON");
    const int megabytes =
        qEnvironmentVariableIsSet("TWIN_BENCH_MEGABYTES") ? qEnvironmentVariableIntValue("TWIN_BENCH_MEGABYTES") : 100;
    const QString path = QDir::temp().filePath(QStringLiteral("stadtzwilling-bench-%1.city.%2")
                                                   .arg(megabytes)
                                                   .arg(QLatin1String(sequence ? "jsonl" : "json")));
    if (QFileInfo(path).size() >= qint64(megabytes) * 900'000)
        return path;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    const int houses = megabytes * 1'000'000 / 1320;
    file.write(head);
    file.write(sequence ? "\"CityObjects\":{},\"vertices\":[]}\n" : "\"CityObjects\":{");
    for (int i = 0; i < houses; ++i) {
        if (sequence)
            file.write("{\"type\":\"CityJSONFeature\",\"id\":\"x\",\"CityObjects\":{" + house(i, 0) +
                       "},\"vertices\":[" + corners(i) + "]}\n");
        else
            file.write((i > 0 ? "," : "") + house(i, i * 10));
    }
    if (!sequence) {
        file.write("},\"vertices\":[");
        for (int i = 0; i < houses; ++i)
            file.write((i > 0 ? "," : "") + corners(i));
        file.write("]}");
    }
    return path;
}

/// Of the process so far, in MiB (the kernel keeps the peak).
double peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void readCityJson(benchmark::State& state)
{
    const QString path = benchFile(state.range(0) == 1);
    cityjson::ReadOptions options;
    options.threads = int(state.range(1));
    qint64 objects = 0;
    for (auto _ : state) {
        CountingSink sink;
        const auto summary = cityjson::read({path}, options, sink, CancellationToken(), {});
        if (!summary)
            state.SkipWithError(qPrintable(summary.error().toText()));
        objects = sink.objects;
    }
    state.SetBytesProcessed(state.iterations() * QFileInfo(path).size());
    state.counters["objects"] = double(objects);
    state.counters["peakMiB"] = peakMemory();
}
BENCHMARK(readCityJson)
    ->ArgNames({"sequence", "threads"})
    ->Args({1, 1}) // sequences first: the peak of memory is the process's
    ->Args({1, 2})
    ->Args({0, 1})
    ->Args({0, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// simdjson alone on the whole document in memory, with a tape of all values.
void parseOnly(benchmark::State& state)
{
    QFile file(benchFile(false));
    if (!file.open(QIODevice::ReadOnly) || file.size() > (qint64(1) << 30)) {
        state.SkipWithError("no file, or too large to be parsed as a whole");
        return;
    }
    const QByteArray bytes = file.readAll();
    const simdjson::padded_string text(bytes.constData(), std::size_t(bytes.size()));
    simdjson::dom::parser parser;
    for (auto _ : state)
        benchmark::DoNotOptimize(parser.parse(text).error());
    state.SetBytesProcessed(state.iterations() * bytes.size());
}
BENCHMARK(parseOnly)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

} // namespace

BENCHMARK_MAIN();

// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_package [BUILDINGS] [THREADS] [FOLDER]: writes a made-up city as a region package and reports objects per
// second of CPU and wall time, peak memory, and how long a search takes. The input is made before the clock starts,
// batch by batch, so that only the package lane is measured.
#include "package/PackageWriter.h"
#include "package/RegionPackage.h"
#include "package/SyntheticCity.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <sys/resource.h>

using namespace twin;

namespace {

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    test::SyntheticCityOptions city;
    city.buildings = argc > 1 ? std::atoi(argv[1]) : 20000;
    const int threads = argc > 2 ? std::atoi(argv[2]) : 2;
    QTemporaryDir temporary;
    const QString folder = argc > 3 ? QString::fromLocal8Bit(argv[3]) : temporary.filePath(QStringLiteral("region"));

    package::WriterOptions options;
    options.threads = threads;
    auto writer = package::PackageWriter::create(folder, options);
    if (!writer) {
        std::fprintf(stderr, "%s\n", qPrintable(writer.error().toText()));
        return 1;
    }
    constexpr int batchSize = 64;
    std::atomic<int> next{0};
    std::atomic<double> makingCpu{0};
    const double wall0 = wallSeconds();
    const double cpu0 = cpuSeconds();
    std::vector<std::thread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&] {
            const auto threadCpu = [] {
                timespec time{};
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
                return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
            };
            for (int first = next.fetch_add(batchSize); first < city.buildings; first = next.fetch_add(batchSize)) {
                const double before = threadCpu();
                CityObjectBatch batch;
                for (int n = first; n < std::min(first + batchSize, city.buildings); ++n)
                    batch.objects.push_back(test::makeBuilding(n, city));
                makingCpu = makingCpu + (threadCpu() - before);
                if (auto accepted = (*writer)->accept(std::move(batch)); !accepted)
                    std::fprintf(stderr, "%s\n", qPrintable(accepted.error().toText()));
            }
        });
    for (std::thread& worker : workers)
        worker.join();
    const double wall1 = wallSeconds();
    const double cpu1 = cpuSeconds();
    SourceInfo source;
    source.path = QStringLiteral("made-up.gml");
    const auto summary = (*writer)->finish({source}, {}, {}, {});
    const double wall2 = wallSeconds();
    const double cpu2 = cpuSeconds();
    if (!summary) {
        std::fprintf(stderr, "%s\n", qPrintable(summary.error().toText()));
        return 1;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double making = makingCpu;
    std::printf("%d buildings, %lld surfaces, %lld triangles, %d threads\n", city.buildings,
                static_cast<long long>(summary->surfaces), static_cast<long long>(summary->triangles), threads);
    std::printf("accept  %6.2f s wall  %6.2f s CPU (making the input took %.2f s more)\n", wall1 - wall0,
                cpu1 - cpu0 - making, making);
    std::printf("finish  %6.2f s wall  %6.2f s CPU\n", wall2 - wall1, cpu2 - cpu1);
    std::printf("in all  %8.0f buildings per CPU second, peak memory %ld MiB\n",
                city.buildings / (cpu2 - cpu0 - making), usage.ru_maxrss / 1024);

    const auto region = package::RegionPackage::open(folder);
    if (!region)
        return 1;
    for (const char* text : {"m", "mühlen", "mühlen1str 1", "schule", "muhlen", "mülhen2strasse 7", "DENW00000007"}) {
        const double before = wallSeconds();
        const auto hits = (*region)->search(QString::fromUtf8(text));
        std::printf("search %-20s %6.2f ms, %zu hits\n", text, (wallSeconds() - before) * 1000,
                    hits ? hits->size() : 0);
    }
    return 0;
}

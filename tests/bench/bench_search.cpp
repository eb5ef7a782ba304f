// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_search REGION [ADDRESSES] [--benchmark_…]: types addresses of a region package letter by letter as people do:
// street first, place first, with a typing error, with a letter too many. An iteration is one keystroke: the whole
// search of the window (coordinates, package, layers). Milliseconds of processor time; "wall" is what a clock says. A
// package of 250 000 addresses: bench_package 250000 2 REGION
#include "app/services/PlaceFinder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QStringList>

using namespace twin;

namespace {

QStringList streetFirst(const QString& street, const QString& place)
{
    return {street + QLatin1Char(' ') + place};
}
QStringList placeFirst(const QString& street, const QString& place)
{
    return {place + QLatin1Char(' ') + street, place.section(QLatin1Char(' '), 1) + QLatin1Char(' ') + street};
}
QStringList letterMissing(const QString& street, const QString& place)
{
    return {QString(street).remove(2, 1) + QLatin1Char(' ') + place};
}
QStringList twoErrors(const QString& street, const QString& place)
{
    return {QString(street).remove(2, 1).insert(5, QLatin1Char('x')) + QLatin1Char(' ') + place};
}

using Spelling = QStringList (*)(const QString& street, const QString& place);

void type(benchmark::State& state, const services::PlaceFinder& finder, const std::vector<services::Place>& sample,
          Spelling spelling)
{
    QStringList keystrokes;
    for (const services::Place& address : sample)
        for (const QString& text : spelling(address.title.section(QStringLiteral(", "), 0, 0),
                                            address.title.section(QStringLiteral(", "), 1)))
            for (qsizetype length = 1; length <= text.size(); ++length)
                keystrokes += text.left(length);
    std::vector<std::pair<double, qsizetype>> took; // milliseconds of processor time and which
    std::vector<double> wall;
    qsizetype next = 0;
    for (auto _ : state) {
        const std::clock_t cpu = std::clock();
        const auto start = std::chrono::steady_clock::now();
        const auto places = finder.find(keystrokes[next], 20);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
        if (!places) {
            state.SkipWithError(qPrintable(places.error().toText()));
            return;
        }
        took.emplace_back(1e3 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC, next);
        wall.push_back(time.count());
        next = (next + 1) % keystrokes.size();
    }
    std::sort(took.begin(), took.end());
    std::sort(wall.begin(), wall.end());
    const auto at = [&took](double share) {
        return took[static_cast<std::size_t>(share * static_cast<double>(took.size() - 1))];
    };
    state.counters["p50_ms"] = at(0.5).first;
    state.counters["p99_ms"] = at(0.99).first;
    state.counters["max_ms"] = at(1).first;
    state.counters["p99_wall_ms"] = wall[static_cast<std::size_t>(0.99 * static_cast<double>(wall.size() - 1))];
    state.SetLabel("slowest: " + keystrokes[at(1).second].toStdString());
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_search REGION [ADDRESSES] [--benchmark_…]\n");
        return 2;
    }
    const int addresses = argc > 2 ? std::atoi(argv[2]) : 50;
    const auto region = package::RegionPackage::open(QString::fromLocal8Bit(argv[1]));
    if (!region) {
        std::fprintf(stderr, "%s\n", qPrintable(region.error().toText()));
        return 1;
    }
    const services::PlaceFinder finder(*region);
    auto sample = finder.find(QStringLiteral("str 1"), 20 * addresses);
    if (sample)
        std::erase_if(*sample, [](const services::Place& p) { return p.kind != QLatin1String("address"); });
    if (!sample || sample->empty()) {
        std::fprintf(stderr, "The region has no addresses.\n");
        return 1;
    }
    if (sample->size() > static_cast<std::size_t>(addresses))
        sample->resize(static_cast<std::size_t>(addresses));
    const std::pair<const char*, Spelling> spellings[] = {{"street_first", streetFirst},
                                                          {"place_first", placeFirst},
                                                          {"letter_missing", letterMissing},
                                                          {"two_errors", twoErrors}};
    for (const auto& [name, spelling] : spellings)
        benchmark::RegisterBenchmark((std::string("keystroke/") + name).c_str(), type, std::cref(finder),
                                     std::cref(*sample), spelling)
            ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

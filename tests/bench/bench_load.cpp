// SPDX-License-Identifier: GPL-3.0-or-later
// A flood of values with the window open: bench_load REGION [--rate N] [--seconds S] [--series N] [--size WxH]
//   N values a second from a mosquitto of its own, kept in a history and shown as marks: how long the GUI thread was
//   silent, what memory did, and where every value that was sent is: shown, repeated, dropped with a count, or lost.
#include "app/services/live/HistoryPlace.h"
#include "app/services/live/LiveService.h"
#include "bench/support/BenchCity.h"
#include "bench/support/BenchWindow.h"
#include "bench/support/Pulse.h"
#include "net/MosquittoBroker.h"
#include "support/MemoryGrowth.h"

#include <cstdio>
#include <limits>
#include <memory>

#include <QGuiApplication>
#include <QProcess>
#include <QTest>

using namespace twin;
using namespace twin::test;

namespace {

constexpr int longestWait = 120'000; // milliseconds
constexpr int warmUpSeconds = 10;    // caches fill, before memory counts
constexpr int settlingSeconds = 30;  // for the last values to arrive

struct Load {
    int rate = 2000;
    int seconds = 60;
    int series = 400;
};

SourceHealth healthOf(const services::LiveSnapshotPointer& snapshot)
{
    return snapshot && !snapshot->sources.empty() ? snapshot->sources.front().health : SourceHealth();
}

qint64 accountedFor(const SourceHealth& health)
{
    return health.received + health.repeated + health.dropped + health.malformed + health.missed;
}

/// @returns how many series show the last value that was sent to them.
int seriesUpToDate(const services::LiveSnapshot& snapshot, const Load& load)
{
    const qint64 sent = qint64(load.rate) * load.seconds;
    int upToDate = 0;
    for (const auto& thing : snapshot.things)
        for (const services::LiveReading& reading : thing->readings)
            if (reading.last && reading.last->number() &&
                *reading.last->number() >= static_cast<double>((sent - load.series) / load.series))
                ++upToDate;
    return upToDate;
}

qint64 keptIn(const QString& history, const services::LiveSnapshot& snapshot)
{
    auto opened = services::openHistory(history);
    if (!opened)
        return -1;
    qint64 kept = 0;
    for (const auto& thing : snapshot.things)
        for (const services::LiveReading& reading : thing->readings) {
            const auto values = opened->store->range(reading.stream.id, {Instant::min(), Instant::max()},
                                                     std::numeric_limits<std::int32_t>::max());
            kept += values ? static_cast<qint64>(values->size()) : 0;
        }
    return kept;
}

/// @returns growth in MiB a minute over the second half of the samples (one a second), by least squares.
double growthAMinute(const std::vector<double>& mebibytes)
{
    const std::size_t from = mebibytes.size() / 2;
    const auto n = static_cast<double>(mebibytes.size() - from);
    double sumX = 0, sumY = 0, sumXY = 0, sumXX = 0;
    for (std::size_t i = from; i < mebibytes.size(); ++i) {
        const auto x = static_cast<double>(i);
        sumX += x;
        sumY += mebibytes[i];
        sumXY += x * mebibytes[i];
        sumXX += x * x;
    }
    const double spread = n * sumXX - sumX * sumX;
    return spread > 0 ? 60 * (n * sumXY - sumX * sumY) / spread : 0;
}

int flood(AppModel& app, quint16 port, const Load& load, const QString& history)
{
    const MemoryGrowth atStart;
    auto service = std::make_unique<services::LiveService>(
        services::LiveRequest{.sources = {QStringLiteral("mqtt:mqtt://127.0.0.1:%1#load/#").arg(port)},
                              .history = history},
        [&app](services::LiveSnapshotPointer snapshot) {
            QMetaObject::invokeMethod(
                app.live(), [&app, snapshot = std::move(snapshot)] { app.live()->show(snapshot); },
                Qt::QueuedConnection);
        },
        QString());
    QTest::qWait(3000); // subscribed
    QProcess sender;
    sender.start(QStringLiteral(TWIN_LOAD), {QString::number(port), QString::number(load.rate),
                                             QString::number(load.seconds), QString::number(load.series)});
    std::vector<double> memory;
    const Pulse pulse;
    for (int second = 0; second < load.seconds; ++second) {
        Pulse::wait([] { return false; }, 1000);
        if (second >= warmUpSeconds)
            memory.push_back(atStart.mebibytes());
    }
    const std::vector<double> gaps = pulse.gaps();
    static_cast<void>(QTest::qWaitFor([&] { return sender.state() == QProcess::NotRunning; }, longestWait));
    qint64 sent = sender.readAllStandardOutput().trimmed().toLongLong();
    // What a broker dropped last shows in what comes behind it.
    sent += publish(port, QStringLiteral("load/0"), QByteArray("{\"value\":") + QByteArray::number(sent) + '}');
    static_cast<void>(QTest::qWaitFor([&] { return accountedFor(healthOf(app.live()->snapshot())) >= sent; },
                                      settlingSeconds * 1000));
    const services::LiveSnapshotPointer shown = app.live()->snapshot();
    if (!shown || sent == 0) {
        std::fprintf(stderr, "nothing arrived\n");
        return 1;
    }
    service.reset(); // which writes what it still holds
    const SourceHealth health = healthOf(shown);
    std::printf("%-46s %5s %8s %8s %8s %8s\n", "milliseconds", "n", "p50", "p95", "p99", "most");
    printRow("GUI silent under load", gaps);
    std::printf("sent %lld: shown %lld, repeated %lld, dropped and counted %lld, malformed %lld, dropped by the broker "
                "and counted "
                "%lld, lost %lld\n",
                static_cast<long long>(sent), static_cast<long long>(health.received),
                static_cast<long long>(health.repeated), static_cast<long long>(health.dropped),
                static_cast<long long>(health.malformed), static_cast<long long>(health.missed),
                static_cast<long long>(sent - accountedFor(health)));
    std::printf("kept in the history: %lld; series that show their last value: %d of %d\n",
                static_cast<long long>(keptIn(history, *shown)), seriesUpToDate(*shown, load), load.series);
    if (!memory.empty())
        std::printf("memory: %+.0f MiB after %d s, %+.0f MiB at the end; %+.2f MiB a minute over the second half\n",
                    memory.front(), warmUpSeconds, memory.back(), growthAMinute(memory));
    return accountedFor(health) == sent ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    viewport::requestOpenGl();
    QGuiApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    Load load;
    load.rate = takeOption(arguments, QStringLiteral("--rate"), QStringLiteral("2000")).toInt();
    load.seconds = takeOption(arguments, QStringLiteral("--seconds"), QStringLiteral("60")).toInt();
    load.series = takeOption(arguments, QStringLiteral("--series"), QStringLiteral("400")).toInt();
    const QSize size = sizeFrom(takeOption(arguments, QStringLiteral("--size"), QStringLiteral("1280x800")));
    if (arguments.size() != 1 || load.rate < 1 || load.seconds < 1 || load.series < 1 || size.isEmpty()) {
        std::fprintf(stderr, "usage: bench_load REGION [--rate N] [--seconds S] [--series N] [--size WxH]\n");
        return 2;
    }
    MosquittoBroker broker;
    if (!MosquittoBroker::isInstalled() || !broker.start()) {
        std::fprintf(stderr, "no mosquitto is installed\n");
        return 1;
    }
    BenchWindow window;
    if (!window.show(size))
        return 1;
    window.app.region()->open(arguments.constFirst());
    if (!QTest::qWaitFor([&] { return window.main.view().isSettled(); }, longestWait))
        return 1;
    return flood(window.app, broker.port(), load, window.folder.filePath(QStringLiteral("history.sqlite")));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Live values in the program's own window: bench_live REGION [--things N] [--seconds S] [--size WxH] [--messages N]
//   marks of N things drawn one by one and clustered, still camera: frames a second while nothing changes and while
//   values arrive ten times a second; what one pass over all marks costs the GUI thread;
//   message to pixel: from publishing on a mosquitto of its own until the frame that shows the value is on the screen.
#include "app/services/live/LiveBoard.h"
#include "app/services/live/LiveService.h"
#include "bench/support/BenchCity.h"
#include "bench/support/BenchWindow.h"
#include "net/MosquittoBroker.h"

#include <atomic>
#include <cstdio>
#include <ctime>
#include <functional>

#include <mosquitto.h>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

using namespace twin;
using namespace twin::test;

namespace {

constexpr int longestWait = 120'000; // milliseconds
const char* const topic = "bench/station";

/// N things in a square round Dortmund's market, each a temperature with a value that changes.
class Things {
public:
    explicit Things(int count)
    {
        PeerRandom random;
        for (int i = 0; i < count; ++i) {
            Datastream stream;
            stream.source = QStringLiteral("bench");
            stream.thing = QStringLiteral("thing-%1").arg(i, 6, 10, QLatin1Char('0'));
            stream.thingType = QStringLiteral("WeatherObserved");
            stream.thingTitle = stream.thing;
            stream.property = stream.title = QStringLiteral("temperature");
            stream.id = stream.thing;
            stream.unit.ucum = QStringLiteral("Cel");
            stream.position = GeoPoint{51.5136 + 0.02 * (random.next() - 0.5), 7.4653 + 0.03 * (random.next() - 0.5)};
            stream.field = ActionField::EnergyAndEnvironment;
            m_streams.push_back(std::move(stream));
        }
        m_board.setSource({QStringLiteral("bench"), QStringLiteral("bench"), {SourceState::Live, {}, {}}, true});
        m_board.take(m_streams);
        change(1);
    }
    /// Gives one thing of `every` a new value.
    void change(std::size_t every)
    {
        ++m_round;
        std::vector<Observation> values;
        const Instant now = systemNow();
        for (std::size_t i = static_cast<std::size_t>(m_round) % every; i < m_streams.size(); i += every)
            values.push_back({m_streams[i].id, static_cast<double>((static_cast<int>(i) * 7 + m_round * 3) % 40 - 5),
                              now, now, Quality::Good});
        m_board.take(values);
    }
    [[nodiscard]] services::LiveSnapshotPointer snapshot() { return m_board.takeSnapshot(); }

private:
    std::vector<Datastream> m_streams;
    services::LiveBoard m_board;
    int m_round = 0;
};

/// Publishes single values; the time of each counts from the call.
class Publisher {
public:
    explicit Publisher(quint16 port)
    {
        mosquitto_lib_init();
        m_client = mosquitto_new(nullptr, true, nullptr);
        m_ok = mosquitto_connect(m_client, "127.0.0.1", port, 60) == MOSQ_ERR_SUCCESS &&
               mosquitto_loop_start(m_client) == MOSQ_ERR_SUCCESS;
    }
    ~Publisher()
    {
        mosquitto_disconnect(m_client);
        mosquitto_loop_stop(m_client, true);
        mosquitto_destroy(m_client);
        mosquitto_lib_cleanup();
    }
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    [[nodiscard]] bool publish(int value)
    {
        const QByteArray payload = "{\"temperature\":" + QByteArray::number(value) + ",\"observedAt\":\"" +
                                   isoText(systemNow()).toUtf8() +
                                   "\",\"location\":{\"type\":\"Point\",\"coordinates\":[7.4653,51.5136]}}";
        return m_ok && mosquitto_publish(m_client, nullptr, topic, static_cast<int>(payload.size()),
                                         payload.constData(), 1, true) == MOSQ_ERR_SUCCESS;
    }

private:
    mosquitto* m_client = nullptr;
    bool m_ok = false;
};

double cpuMilliseconds()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

class Bench {
public:
    Bench(AppModel& app, MainWindow& main) : m_app(app), m_window(main.window()), m_view(main.view()) {}

    bool open(const QString& path)
    {
        m_app.region()->open(path);
        return QTest::qWaitFor([this] { return m_view.isSettled(); }, longestWait);
    }

    void marks(int count, int seconds)
    {
        settle();
        frames("frame without marks", seconds, {});
        Things things(count);
        m_app.live()->show(things.snapshot());
        for (const double crowded : {0.0, viewport::LiveMarks::usualCrowd}) {
            m_view.liveMarks()->setCrowd(crowded);
            settle();
            const viewport::MarkShapes& shapes = m_view.liveMarks()->shapes();
            std::printf("\n%d things, %s: %zu heads, %zu blocks, %zu labels\n", count,
                        crowded > 0 ? "clustered" : "one by one", shapes.heads.size(), shapes.blocks.size(),
                        shapes.labels.size());
            frames("frame, nothing changes", seconds, {});
            frames("frame, 1000 values ten times a second", seconds, [&] {
                things.change(static_cast<std::size_t>(std::max(1, count / 1000)));
                m_app.live()->show(things.snapshot());
            });
            std::vector<double> passes;
            for (int i = 0; i < 20; ++i) {
                things.change(10);
                const auto snapshot = things.snapshot();
                const double before = cpuMilliseconds();
                m_app.live()->show(snapshot);
                passes.push_back(cpuMilliseconds() - before);
                QTest::qWait(30);
            }
            printRow("GUI thread, a tenth of the values new (CPU)", passes);
        }
        m_app.live()->show(nullptr);
    }

    void pipeline(quint16 port, int messages)
    {
        Publisher publisher(port);
        bool said = publisher.publish(-1);
        services::LiveService service(
            {.sources = {QStringLiteral("mqtt:mqtt://127.0.0.1:%1#%2").arg(port).arg(QLatin1String(topic))},
             .history = {}},
            [this](services::LiveSnapshotPointer snapshot) {
                QMetaObject::invokeMethod(
                    m_app.live(), [this, snapshot = std::move(snapshot)] { m_app.live()->show(snapshot); },
                    Qt::QueuedConnection);
            },
            {});
        said = said && QTest::qWaitFor([this] { return shows(-1); }, 20'000);
        std::vector<double> times;
        for (int i = 0; said && i < messages; ++i) {
            settle();
            QTest::qWait(120 + i * 37 % 150);
            times.push_back(untilPixel([&] { said = publisher.publish(i); }, i));
        }
        printRow("message published, value on the screen", times);
    }

private:
    /// Milliseconds from the action until the first frame that was begun after the value had reached the marks.
    double untilPixel(const std::function<void()>& action, int value)
    {
        struct Way {
            std::atomic<bool> isMade = false;
            std::atomic<bool> isTaken = false; // by a frame that was begun later
            std::atomic<bool> isShown = false;
        };
        const auto way = std::make_shared<Way>(); // the render thread may look at it a moment longer
        QObject context;                          // what is still queued ends with it
        QObject::connect(m_view.liveMarks(), &viewport::LiveMarks::changed, &context,
                         [&] { way->isMade = way->isMade || shows(value); });
        const auto begun = QObject::connect(
            &m_window, &QQuickWindow::beforeSynchronizing, &m_window,
            [way] { way->isTaken = way->isTaken || way->isMade; }, Qt::DirectConnection);
        const auto swapped = QObject::connect(
            &m_window, &QQuickWindow::frameSwapped, &m_window, [way] { way->isShown = way->isShown || way->isTaken; },
            Qt::DirectConnection);
        QElapsedTimer timer;
        timer.start();
        action();
        while (!way->isShown && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        QObject::disconnect(begun);
        QObject::disconnect(swapped);
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    [[nodiscard]] bool shows(int value) const
    {
        const auto& snapshot = m_app.live()->snapshot();
        if (!snapshot)
            return false;
        for (const auto& thing : snapshot->things)
            for (const services::LiveReading& reading : thing->readings)
                if (reading.last && reading.last->number() && *reading.last->number() == value)
                    return true;
        return false;
    }

    void frames(const char* what, int seconds, const std::function<void()>& tenTimesASecond)
    {
        std::vector<double> times;
        QElapsedTimer since;
        QElapsedTimer beat;
        beat.start();
        auto context = std::make_unique<QObject>(); // what is still queued ends with it
        QObject::connect(&m_window, &QQuickWindow::frameSwapped, context.get(), [&] {
            if (since.isValid())
                times.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6);
            since.start();
            if (tenTimesASecond && beat.elapsed() >= 100) {
                beat.start();
                tenTimesASecond();
            }
            m_window.update();
        });
        const double cpu = cpuMilliseconds();
        m_window.update();
        QTest::qWait(seconds * 1000);
        context.reset();
        printRow(what, times);
        if (!times.empty())
            std::printf("%-46s %5s %8.1f\n", "  CPU a frame, all threads", "",
                        (cpuMilliseconds() - cpu) / static_cast<double>(times.size()));
    }
    void settle()
    {
        static_cast<void>(QTest::qWaitFor([this] { return m_view.isSettled(); }, longestWait));
    }

    AppModel& m_app;
    QQuickWindow& m_window;
    viewport::CityViewport& m_view;
};

} // namespace

int main(int argc, char** argv)
{
    viewport::requestOpenGl();
    QGuiApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const int things = takeOption(arguments, QStringLiteral("--things"), QStringLiteral("10000")).toInt();
    const int seconds = takeOption(arguments, QStringLiteral("--seconds"), QStringLiteral("5")).toInt();
    const int messages = takeOption(arguments, QStringLiteral("--messages"), QStringLiteral("30")).toInt();
    const QSize size = sizeFrom(takeOption(arguments, QStringLiteral("--size"), QStringLiteral("1280x800")));
    if (arguments.size() != 1 || things < 1 || seconds < 1 || size.isEmpty()) {
        std::fprintf(stderr, "usage: bench_live REGION [--things N] [--seconds S] [--size WxH] [--messages N]\n");
        return 2;
    }
    BenchWindow window;
    if (!window.show(size))
        return 1;
    Bench bench(window.app, window.main);
    if (!bench.open(arguments.constFirst()))
        return 1;
    std::printf("%-46s %5s %8s %8s %8s %8s\n", "milliseconds", "n", "p50", "p95", "p99", "most");
    bench.marks(things, seconds);
    MosquittoBroker broker;
    if (messages > 0 && MosquittoBroker::isInstalled() && broker.start())
        bench.pipeline(broker.port(), messages);
    else
        std::printf("message to pixel: no mosquitto is installed\n");
    return 0;
}

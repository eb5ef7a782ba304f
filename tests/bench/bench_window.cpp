// SPDX-License-Identifier: GPL-3.0-or-later
// What a person at the window waits for: bench_window REGION|tileset.json [--clicks N] [--size WxH] [--names off]
//   click → inspector shows the object; pointer over another object → outline asked for;
//   longest time in which the GUI thread answered nothing, while tiles stream in and in flight.
#include "bench/support/BenchCity.h"
#include "bench/support/BenchWindow.h"
#include "bench/support/Pulse.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

using namespace twin;
using namespace twin::test;

namespace {

constexpr int longestWait = 120'000; // milliseconds

/// Pixels all over the part of the window that no panel covers, in an order that jumps about.
std::vector<QPoint> places(QSize size, int count)
{
    std::vector<QPoint> result;
    PeerRandom random;
    for (int i = 0; i < count; ++i)
        result.emplace_back(static_cast<int>(size.width() * (0.05 + 0.5 * random.next())),
                            static_cast<int>(size.height() * (0.25 + 0.55 * random.next())));
    return result;
}

class Bench {
public:
    Bench(AppModel& app, MainWindow& main) : m_app(app), m_window(main.window()), m_view(main.view()) {}

    bool stream(const QString& path)
    {
        const Pulse pulse;
        QElapsedTimer timer;
        timer.start();
        m_app.region()->open(path);
        if (!settle())
            return false;
        std::printf("complete picture after %lld ms\n", static_cast<long long>(timer.elapsed()));
        std::printf("%-46s %5s %8s %8s %8s %8s\n", "milliseconds", "n", "p50", "p95", "p99", "most");
        printRow("GUI silent while tiles stream in", pulse.gaps());
        return true;
    }

    void fly()
    {
        const Pulse pulse;
        int frames = 0;
        const auto counting = QObject::connect(&m_window, &QQuickWindow::afterAnimating, &m_window, [&] { ++frames; });
        const std::clock_t begin = std::clock();
        m_view.zoomIn();
        settle();
        m_view.flyTopDown();
        settle();
        m_view.flyHome();
        settle();
        const double milliseconds = 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        QObject::disconnect(counting);
        printRow("GUI silent in flight", pulse.gaps());
        std::printf("in flight %d frames, %.1f ms CPU each\n", frames, milliseconds / std::max(1, frames));
    }

    /// What the choice of names takes for each picture of a turn of the camera.
    void names()
    {
        std::vector<double> times;
        CameraState camera = m_view.camera();
        for (int i = 0; i < 360; ++i) {
            camera.headingDegrees += 1;
            QElapsedTimer timer;
            timer.start();
            m_view.names()->place(camera, m_window.size(), 1, {}, {});
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        printRow("names of one picture", times);
    }

    void hover(int count)
    {
        std::vector<double> times;
        for (const QPoint& place : places(m_window.size(), count)) {
            settle();
            const FeatureRef before = m_app.selection().hovered();
            const auto waited = wait([&] { QTest::mouseMove(&m_window, place); },
                                     [&] { return m_app.selection().hovered() != before; }, 1000);
            if (waited) // else it was the same object or the ground again
                times.push_back(*waited);
        }
        printRow("pointer moved, object known", times);
    }

    void click(int count)
    {
        std::vector<double> picks;
        std::vector<double> answers;
        QString shown;
        for (const QPoint& place : places(m_window.size(), count)) {
            settle();
            QElapsedTimer timer;
            timer.start();
            const auto picked = wait([&] { QTest::mouseClick(&m_window, Qt::LeftButton, {}, place); },
                                     [&] { return !m_app.selection().current().isNull(); }, 1000);
            if (!picked)
                continue; // the ground
            picks.push_back(*picked);
            const auto answered = [&] { return m_app.inspector()->shownId() == m_app.selection().current().id; };
            if (QTest::qWaitFor(answered, 5000))
                answers.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            m_app.selection().clear();
            QTest::qWait(450); // the next one is no double click
        }
        printRow("click, object selected", picks);
        printRow("click, inspector shows it", answers);
    }

private:
    bool settle()
    {
        return Pulse::wait([this] { return m_view.isSettled(); }, longestWait);
    }
    /// @returns milliseconds from the action until the condition holds; empty: it never did.
    static std::optional<double> wait(const std::function<void()>& action, const std::function<bool()>& condition,
                                      qint64 most)
    {
        QElapsedTimer timer;
        timer.start();
        action();
        while (!condition()) {
            if (timer.elapsed() > most)
                return std::nullopt;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        }
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
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
    const int clicks = takeOption(arguments, QStringLiteral("--clicks"), QStringLiteral("60")).toInt();
    const QSize size = sizeFrom(takeOption(arguments, QStringLiteral("--size"), QStringLiteral("1280x800")));
    const QString names = takeOption(arguments, QStringLiteral("--names"), QStringLiteral("on"));
    if (arguments.size() != 1 || clicks < 1 || size.isEmpty()) {
        std::fprintf(stderr, "usage: bench_window REGION|tileset.json [--clicks N] [--size WxH] [--names off]\n");
        return 2;
    }
    BenchWindow window;
    if (!window.show(size))
        return 1;
    QObject::connect(window.app.region(), &RegionModel::failed, [](const Error& error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.toText()));
        std::exit(1);
    });
    window.app.settings()->setNamesShown(names != QLatin1String("off"));
    window.app.clock()->setInstant(QDateTime({2026, 6, 21}, {9, 0}, Qt::UTC));
    Bench bench(window.app, window.main);
    if (!bench.stream(arguments.constFirst()))
        return 1;
    bench.fly();
    bench.names();
    bench.hover(clicks);
    bench.click(clicks);
    return 0;
}

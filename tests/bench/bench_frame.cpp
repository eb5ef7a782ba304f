// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times through EGL, a redraw and a read-back each frame: bench_frame [TILESET.json] [--frames N] [--png PREFIX]
// Without a tileset the peers' block city is made in memory (102 400 buildings, 10 x 10 leaves).
#include "bench/support/BenchCity.h"
#include "render/support/Canvas.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numbers>

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

struct Row {
    const char* name;
    double maximumScreenSpaceError;
    Quality quality;
    bool orbit;
};

double userSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measure(CityRenderer& renderer, const Row& row, const LocalPosition& centre, int frames, const QString& png)
{
    FrameRequest request = peerRequest(centre);
    request.quality = row.quality;
    request.maximumScreenSpaceError = row.maximumScreenSpaceError;
    FrameReport report = drawUntilComplete(renderer, request);
    std::vector<double> times;
    const double before = userSeconds();
    for (int i = 0; i < frames; ++i) {
        if (row.orbit)
            request.camera = peerCamera(centre, 0.6 + 2 * std::numbers::pi * i / frames);
        request.time = request.time.addSecs(1); // a Still picture that is final would not be drawn again
        QElapsedTimer timer;
        timer.start();
        report = renderer.draw(request);
        const auto pixels = renderer.readColour();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const double cpu = (userSeconds() - before) * 1000 / frames;
    std::printf("%-28s %8.1f %8.1f %8.1f %9.1f %9lld %6d %9.1f\n", row.name, percentile(times, 0.5),
                percentile(times, 0.95), percentile(times, 0.99), cpu, static_cast<long long>(report.trianglesDrawn),
                report.tilesDrawn, static_cast<double>(report.gpuBytes) / (1 << 20));
    if (png.isEmpty())
        return;
    drawUntilComplete(renderer, request);
    imageOf(renderer, request.size)
        .save(png + QString::fromLatin1(row.name).replace(QLatin1Char(' '), QLatin1Char('_')) + QStringLiteral(".png"));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto option = [&arguments](const QString& name) {
        const auto at = arguments.indexOf(name);
        if (at < 0 || at + 1 >= arguments.size())
            return QString();
        const QString value = arguments.takeAt(at + 1);
        arguments.removeAt(at);
        return value;
    };
    const int frames = std::max(option(QStringLiteral("--frames")).toInt(), 0);
    const QString png = option(QStringLiteral("--png"));
    auto context = OffscreenContext::create();
    if (!context) {
        std::fprintf(stderr, "%s\n", qPrintable(context.error().toText()));
        return 1;
    }
    const auto source = benchSource(arguments.value(0));
    auto renderer = CityRenderer::create({});
    if (!source || !renderer)
        return 1;
    std::printf("%s, %s\n", qPrintable((*context)->renderer()), qPrintable((*context)->version()));
    QElapsedTimer load;
    load.start();
    (*renderer)->setSources({source});
    const LocalPosition centre = groundCentre(*source);
    drawUntilComplete(**renderer, peerRequest(centre));
    std::printf("complete first picture after %.0f ms\n", static_cast<double>(load.nsecsElapsed()) / 1e6);
    std::printf("%-28s %8s %8s %8s %9s %9s %6s %9s\n", "frame", "p50 ms", "p95 ms", "p99 ms", "cpu ms", "triangles",
                "tiles", "GPU MiB");
    for (const Row& row :
         {Row{"full moving", 0, Quality::Moving, false}, Row{"16 px moving", 16, Quality::Moving, false},
          Row{"full moving orbit", 0, Quality::Moving, true}, Row{"full still", 0, Quality::Still, false},
          Row{"16 px still", 16, Quality::Still, false}})
        measure(**renderer, row, centre, frames > 0 ? frames : 60, png);
    return 0;
}

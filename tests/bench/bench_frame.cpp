// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times through EGL, a redraw and a read-back each frame: bench_frame [TILESET.json] [--frames N] [--png PREFIX]
// Without a tileset the peers' block city is made in memory (102 400 buildings, 10 x 10 leaves).
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"
#include "tiles3d/Tileset.h"

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

double percentile(std::vector<double> times, double p)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, static_cast<std::size_t>(p * static_cast<double>(times.size())))];
}

void measure(CityRenderer& renderer, const Row& row, const LocalPosition& centre, int frames, const QString& png)
{
    FrameRequest request;
    request.camera = peerCamera(centre);
    request.size = {1280, 800};
    request.quality = row.quality;
    request.time = QDateTime({2026, 6, 21}, {9, 0}, Qt::UTC);
    request.place = {51.514, 7.466, 100};
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

std::shared_ptr<const TileSource> sourceOf(const QString& path)
{
    if (!path.isEmpty()) {
        auto tileset = tiles3d::openTileset(path, QStringLiteral("buildings"), std::nullopt);
        if (tileset)
            return *tileset;
        std::fprintf(stderr, "%s\n", qPrintable(tileset.error().toText()));
        return nullptr;
    }
    BlockCityOptions options;
    options.tilesPerSide = 10;
    options.blocksPerTileSide = 32;
    options.roof = options.wall = FaceClass::Generic;
    return std::make_shared<BlockCity>(options);
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
    const auto source = sourceOf(arguments.value(0));
    auto renderer = CityRenderer::create({});
    if (!source || !renderer)
        return 1;
    std::printf("%s, %s\n", qPrintable((*context)->renderer()), qPrintable((*context)->version()));
    QElapsedTimer load;
    load.start();
    (*renderer)->setSources({source});
    FrameRequest first;
    LocalPosition centre = source->tree().nodes.front().bounds.centre();
    centre.z = source->tree().nodes.front().bounds.min.z;
    first.camera = peerCamera(centre);
    first.size = {1280, 800};
    first.quality = Quality::Moving;
    first.maximumScreenSpaceError = 0;
    drawUntilComplete(**renderer, first);
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

// SPDX-License-Identifier: GPL-3.0-or-later
// Pick latency at the peers' 200 points (their generator, seed 12345): bench_pick [TILESET.json]
#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"
#include "tiles3d/Tileset.h"

#include <algorithm>
#include <cstdio>

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

namespace {

std::shared_ptr<const TileSource> sourceOf(const QString& path)
{
    if (path.isEmpty()) {
        BlockCityOptions options;
        options.tilesPerSide = 10;
        options.blocksPerTileSide = 32;
        return std::make_shared<BlockCity>(options);
    }
    auto tileset = tiles3d::openTileset(path, QStringLiteral("buildings"), std::nullopt);
    if (!tileset)
        std::fprintf(stderr, "%s\n", qPrintable(tileset.error().toText()));
    return tileset ? *tileset : nullptr;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    auto context = OffscreenContext::create();
    if (!context)
        return 1;
    const auto source = sourceOf(QCoreApplication::arguments().value(1));
    auto renderer = CityRenderer::create({});
    if (!source || !renderer)
        return 1;
    (*renderer)->setSources({source});
    FrameRequest request;
    LocalPosition centre = source->tree().nodes.front().bounds.centre();
    centre.z = source->tree().nodes.front().bounds.min.z;
    request.camera = peerCamera(centre);
    request.size = {1280, 800};
    request.quality = Quality::Moving;
    request.maximumScreenSpaceError = 0;
    drawUntilComplete(**renderer, request);

    std::uint32_t seed = 12345;
    const auto next = [&seed] {
        seed = (seed * 1103515245U + 12345U) & 0x7fffffffU;
        return static_cast<double>(seed) / 0x7fffffff;
    };
    std::vector<double> times;
    int features = 0;
    for (int i = 0; i < 200; ++i) {
        const int x = static_cast<int>(1280 * (0.03125 + next() * 0.9375));
        const int y = static_cast<int>(800 * (0.25 + next() * 0.70));
        QElapsedTimer timer;
        timer.start();
        const PickResult pick = (*renderer)->pick(x, y);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        features += !pick.feature.isNull();
    }
    std::sort(times.begin(), times.end());
    std::printf("%s\npicks 200, on features %d, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms\n",
                qPrintable((*context)->renderer()), features, times[100], times[190], times[198]);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Pick latency at the peers' 200 points (their generator, seed 12345): bench_pick [TILESET.json]
#include "bench/support/BenchCity.h"
#include "render/support/Canvas.h"

#include <cstdio>

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace twin;
using namespace twin::render;
using namespace twin::test;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    auto context = OffscreenContext::create();
    if (!context)
        return 1;
    const auto source = benchSource(QCoreApplication::arguments().value(1));
    auto renderer = CityRenderer::create({});
    if (!source || !renderer)
        return 1;
    (*renderer)->setSources({source});
    const FrameRequest request = peerRequest(groundCentre(*source));
    drawUntilComplete(**renderer, request);

    PeerRandom random;
    std::vector<double> times;
    int features = 0;
    for (int i = 0; i < 200; ++i) {
        const int x = static_cast<int>(1280 * (0.03125 + random.next() * 0.9375));
        const int y = static_cast<int>(800 * (0.25 + random.next() * 0.70));
        QElapsedTimer timer;
        timer.start();
        const PickResult pick = (*renderer)->pick(x, y);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        features += !pick.feature.isNull();
    }
    std::printf("%s\npicks 200, on features %d, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms\n",
                qPrintable((*context)->renderer()), features, percentile(times, 0.5), percentile(times, 0.95),
                percentile(times, 0.99));
    return 0;
}

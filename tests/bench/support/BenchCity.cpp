// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/support/BenchCity.h"

#include "render/support/BlockCity.h"
#include "render/support/Canvas.h"
#include "tiles3d/Tileset.h"

#include <algorithm>
#include <cstdio>

namespace twin::test {

std::shared_ptr<const TileSource> benchSource(const QString& path)
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

LocalPosition groundCentre(const TileSource& source)
{
    const Box& bounds = source.tree().nodes.front().bounds;
    LocalPosition centre = bounds.centre();
    centre.z = bounds.min.z;
    return centre;
}

render::FrameRequest peerRequest(const LocalPosition& centre)
{
    render::FrameRequest request;
    request.camera = peerCamera(centre);
    request.size = {1280, 800};
    request.quality = render::Quality::Moving;
    request.time = QDateTime({2026, 6, 21}, {9, 0}, Qt::UTC);
    request.place = {51.514, 7.466, 100};
    request.maximumScreenSpaceError = 0;
    return request;
}

double percentile(std::vector<double> values, double p)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(p * static_cast<double>(values.size())))];
}

void printRow(const char* what, const std::vector<double>& values)
{
    std::printf("%-46s %5zu %8.1f %8.1f %8.1f %8.1f\n", what, values.size(), percentile(values, 0.5),
                percentile(values, 0.95), percentile(values, 0.99), percentile(values, 1));
}

QString takeOption(QStringList& arguments, const QString& name, const QString& otherwise)
{
    const auto at = arguments.indexOf(name);
    if (at < 0 || at + 1 >= arguments.size())
        return otherwise;
    arguments.removeAt(at);
    return arguments.takeAt(at);
}

} // namespace twin::test

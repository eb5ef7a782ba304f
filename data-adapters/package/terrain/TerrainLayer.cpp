// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/TerrainLayer.h"

#include "geo/Heights.h"
#include "package/io/Files.h"
#include "package/LayerSources.h"
#include "package/terrain/HeightTiler.h"

#include <algorithm>

#include <QDir>

namespace twin::package {
namespace {

constexpr double mosaicShare = 0.5;

} // namespace

Result<WrittenLayer> writeTerrainLayer(const LayerRequest& request, const CancellationToken& cancel,
                                       const ProgressSink& progress)
{
    QDir().mkpath(request.scratch());
    geo::HeightMosaicOptions reading;
    reading.raster.crs = request.crs;
    reading.raster.use = geo::RasterUse::Heights;
    reading.threads = request.threads;
    reading.breaklines = request.breaklines;
    const QString heights = request.path(terrainHeightsFile);
    TWIN_TRY(const geo::HeightMosaic mosaic, geo::mosaicHeights(request.files, heights, request.scratch(), reading,
                                                                cancel, partOf(progress, 0, mosaicShare)));
    TWIN_CHECK(syncToDisk(heights));
    HeightTilerOptions tiling;
    tiling.threads = request.threads;
    tiling.undulation = request.undulation;
    TWIN_CHECK(
        writeHeightTiles(heights, request.folder, request.scratch(), tiling, cancel, partOf(progress, mosaicShare, 1)));
    WrittenLayer layer = describeLayer(request, LayerKind::Terrain, mosaic.sources, mosaic.extent);
    layer.issues = mosaic.issues;
    layer.info.count = mosaic.nodes;
    layer.info.image = QLatin1String(terrainHeightsFile);
    layer.info.tilesets = {{0, QLatin1String(terrainTilesetFile)}};
    TWIN_CHECK(writeLayerJson(request, layer.info));
    return layer;
}

} // namespace twin::package

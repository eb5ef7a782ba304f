// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/terrain/EstimatedTerrain.h"

#include "geo/Gdal.h"
#include "package/io/Files.h"
#include "package/terrain/GroundEstimate.h"
#include "package/terrain/HeightTiler.h"

#include <QCoreApplication>
#include <QDir>

namespace twin::package {

Result<double> writeEstimatedTerrain(const std::vector<Block>& blocks, const Extent& extent, const SceneFrame& frame,
                                     const EstimatedTerrainOptions& options, const CancellationToken& cancel)
{
    const GroundModel ground = estimateGround(blocks, extent, frame);
    if (!(ground.spacingMetres > 0))
        return 0.0;
    for (const QString& folder : {options.folder, options.scratch})
        if (!QDir().mkpath(folder))
            return failure(
                ErrorCode::AccessDenied,
                QCoreApplication::translate("twin::package", "Der Ordner der Kacheln ließ sich nicht anlegen."), {}, {},
                {folder, -1, {}});
    const QString heights = options.folder + QStringLiteral("/ground.tif");
    TWIN_CHECK(geo::writeGroundModel(heights, ground, frame));
    TWIN_CHECK(syncToDisk(heights));
    HeightTilerOptions tiling;
    tiling.threads = 1; // one of the tasks that share the cores
    tiling.undulation = options.undulation;
    TWIN_CHECK(writeHeightTiles(heights, options.folder, options.scratch, tiling, cancel, {}));
    return ground.spacingMetres;
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/GroundModel.h"
#include "model/TileSource.h"
#include "package/RegionPackage.h"

namespace twin::services {

/// What a window or an off-screen picture needs to show a place: a region package or a bare tileset.
struct OpenedRegion {
    std::shared_ptr<const package::RegionPackage> package; ///< null for a bare tileset
    std::vector<std::shared_ptr<const TileSource>> sources;///< terrain first
    std::shared_ptr<const GroundModel> ground;             ///< may be null
    SceneFrame frame;
    Box extent;                        ///< scene frame
    GeodeticPosition centre;
    double meridianConvergenceDegrees = 0;
    QString title;
    bool demo = false;
};

/// @param path  a region folder or a 3D Tiles 1.1 tileset.json
[[nodiscard]] Result<OpenedRegion> openRegion(const QString& path);

} // namespace twin::services

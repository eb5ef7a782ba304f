// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/RegionLayers.h"
#include "model/CameraState.h"
#include "model/GroundModel.h"
#include "model/TileSource.h"
#include "package/RegionPackage.h"

#include <map>

namespace twin::services {

/// What a window or an off-screen picture needs to show a place: a region package or a bare tileset.
struct OpenedRegion {
    std::shared_ptr<const package::RegionPackage> package; ///< null for a bare tileset
    std::vector<OpenedLayer> layers;                       ///< terrain first, upper ones last; with those of `problems`
    std::vector<std::shared_ptr<const TileSource>>
        sources;                               ///< of the layers as they show by default; without problems'
    std::map<QString, Error> problems;         ///< by layer: why a part of the package cannot be shown
    std::shared_ptr<const GroundModel> ground; ///< may be null
    SceneFrame frame;
    Box extent;                         ///< scene frame
    std::optional<LocalPosition> focus; ///< where the town is densest, scene frame
    CameraState home;                   ///< the view its makers chose, else one that finds the town (HomeView.h)
    GeodeticPosition centre;
    double meridianConvergenceDegrees = 0;
    QString title;
    bool demo = false;
};

/// @returns whether a path names something that openRegion takes (by its name and the files in it; of other .json
///          files the beginning is read) rather than raw sources for an import. Any thread.
[[nodiscard]] bool isRegion(const QString& path);

/// Layer ids of a region package.
inline const QString buildingsLayer = QStringLiteral("buildings");
inline const QString terrainLayer = QStringLiteral("terrain");

/// @brief Opens what a path names. Cheap: tiles are read when they are drawn. Any thread.
/// @param path  a region folder (or its region.json), a 3D Tiles 1.1 tileset.json or a folder with one
/// @returns NotFound, MalformedData, UnsupportedVersion. A package whose region.json is whole opens: a damaged tileset
///          or ground becomes a problem of that layer, search and inspector go on.
[[nodiscard]] Result<OpenedRegion> openRegion(const QString& path);

/// @brief The same region with its layers as they stand on the disk now. What draws a layer that stayed is the same as
///        before, so nothing of it is loaded again. A bare tileset comes back as it is. Any thread.
[[nodiscard]] Result<OpenedRegion> refreshRegion(const OpenedRegion& open);

} // namespace twin::services

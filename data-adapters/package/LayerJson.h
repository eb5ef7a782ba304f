// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Layer.h"
#include "model/Result.h"
#include "model/SceneFrame.h"

#include <QByteArray>

namespace twin::package {

/// Version of a layer folder's layout. A reader refuses a newer one.
constexpr int layerFormatVersion = 1;

/// @brief Writes layer.json.
[[nodiscard]] QByteArray layerJson(const LayerInfo& layer, const SceneFrame& frame);

/// @brief Reads `folder`/layer.json. Paths in it that leave the folder are refused: packages come from other people.
/// @returns NotFound, MalformedData, UnsupportedVersion.
[[nodiscard]] Result<LayerInfo> readLayer(const QString& folder, const SceneFrame& frame);

/// @brief The layers below `regionFolder`/layers, by id. @param issues  gets one "layer.unreadable" for each that
/// cannot
///        be read; the others are returned.
[[nodiscard]] std::vector<LayerInfo> readLayers(const QString& regionFolder, const SceneFrame& frame,
                                                std::vector<Issue>& issues);

/// @returns whether a text may be a layer's id: 1–64 letters a–z, digits, "-", "_"; and none of the region's own
///          ("buildings", "terrain", …).
[[nodiscard]] bool isLayerId(QStringView id);

/// @returns `regionFolder`/layers/`id`: the target of a StagingFolder with the marker "layer.json".
[[nodiscard]] QString layerFolder(const QString& regionFolder, const QString& id);

/// @brief An id for a new layer made from a file's name or title ("Bäume 2020.shp" → "baeume-2020"), with a number when
///        the region has it already.
[[nodiscard]] QString newLayerId(const QString& regionFolder, const QString& name);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/DrapeSource.h"
#include "model/Layer.h"
#include "model/SceneFrame.h"

#include <memory>

namespace twin::package {

/// How features are painted: calm colours that leave the ground to be seen. Colours are RGBA, straight alpha.
struct VectorStyle {
    std::uint32_t area = 0; ///< 0xRRGGBBAA
    std::uint32_t outline = 0;
    std::uint32_t line = 0;
    std::uint32_t point = 0;
    double outlineMetres = 0.6;
    double lineMetres = 3;
    double pointMetres = 4; ///< diameter
};

/// @returns the look of a table that nobody gave one: the same name has the same colour everywhere.
[[nodiscard]] VectorStyle defaultStyle(const QString& tableName);

/// @brief The features of a vector layer as a picture on the ground. Widths are metres, but never thinner than a pixel
///        or so: far away a path must not vanish. Found through the GeoPackage's R-tree; areas lie under lines, lines
///        under points. Where there are none `paint` gives an empty picture.
/// @param layer  of kind Vector with a GeoPackage
/// @returns NotFound, MalformedData.
[[nodiscard]] Result<std::shared_ptr<const DrapeSource>> openVectorDrape(const LayerInfo& layer,
                                                                         const SceneFrame& frame);

} // namespace twin::package

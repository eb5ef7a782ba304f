// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Feature.h"
#include "model/Layer.h"
#include "package/vector/VectorDrape.h"

namespace twin::package {

/// A kind of feature of a vector layer and how it is painted.
struct VectorLegendRow {
    QString table;
    ShapeKind shape = ShapeKind::None; ///< of its first feature
    VectorStyle style;
};

/// @returns the tables of a vector layer in the order of their names; empty for a layer without features or one that
///          cannot be read. Reads one feature of each. Any thread.
[[nodiscard]] std::vector<VectorLegendRow> vectorLegend(const LayerInfo& layer);

} // namespace twin::package

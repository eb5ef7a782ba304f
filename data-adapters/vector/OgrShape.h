// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Feature.h"

class OGRGeometry;

namespace twin::vector {

/// @brief Takes an OGR geometry apart; curves are drawn as lines of at most 4° an arc step. Coordinates stay as they
/// are.
/// @param mixed  set when a collection holds several kinds: those of the highest dimension are taken
/// @returns a shape of kind None for an empty geometry or one without two different points a line, three a ring.
[[nodiscard]] FeatureShape shapeOf(const OGRGeometry& geometry, bool& mixed);

} // namespace twin::vector

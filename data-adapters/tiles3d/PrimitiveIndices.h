// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"
#include "tiles3d/GltfDocument.h"

namespace twin::tiles3d {

/// @returns what a primitive's mode makes (glTF 2.0 §3.7.2.1); empty for an unknown mode.
[[nodiscard]] std::optional<PrimitiveKind> kindOf(JsonValue primitive);

/// @brief The indices of a primitive as plain triangles, pairs of a line's ends, or points; strips, fans and loops are
///        taken apart. All are below `vertexCount`.
/// @returns MalformedData.
[[nodiscard]] Result<std::vector<std::uint32_t>> readIndices(GltfDocument& document, JsonValue primitive,
                                                             std::size_t vertexCount);

} // namespace twin::tiles3d

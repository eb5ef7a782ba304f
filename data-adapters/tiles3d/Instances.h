// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/GltfDocument.h"
#include "tiles3d/MatrixMath.h"

namespace twin::tiles3d {

/// @brief The places of EXT_mesh_gpu_instancing, to be applied before the node's own transformation.
/// @returns MalformedData, ResourceExhausted.
[[nodiscard]] Result<std::vector<Matrix4>> readInstances(GltfDocument& document, JsonValue instancing);

} // namespace twin::tiles3d

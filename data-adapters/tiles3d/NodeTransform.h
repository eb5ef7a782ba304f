// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/Json.h"
#include "tiles3d/MatrixMath.h"

namespace twin::tiles3d {

/// @returns translation · rotation · scale (glTF 2.0 §3.5.3). @param rotation  a unit quaternion x, y, z, w
[[nodiscard]] Matrix4 composed(const std::array<double, 3>& translation, const std::array<double, 4>& rotation,
                               const std::array<double, 3>& scale);

/// @returns the local transformation of a node; empty when it is malformed.
[[nodiscard]] std::optional<Matrix4> transformOf(JsonValue node);

} // namespace twin::tiles3d

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"

#include <array>
#include <cstdint>
#include <vector>

#include <QString>

namespace twin {

/// Column-major 4×4 matrix as in glTF and 3D Tiles: element (row r, column c) is m[c*4 + r].
using Matrix4 = std::array<double, 16>;

enum class Refine : std::uint8_t { Replace, Add };

/// One tile of a 3D Tiles tileset (OGC 22-025r4), already in the scene frame.
struct TileNode {
    Box bounds;                ///< of content and children, scene frame, metres
    double geometricError = 0; ///< metres; 0: finest
    Refine refine = Refine::Replace;
    std::int32_t parent = -1;
    std::vector<std::int32_t> children;
    QString uri; ///< content relative to the tileset; empty: no content; several contents of one tile: one a line
    /// Maps content coordinates (after the glTF y-up to z-up turn) to the scene frame, metres.
    Matrix4 sceneFromContent{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
};

/// The whole tree; node 0 is the root. Immutable once built, shared between threads.
struct TileTree {
    std::vector<TileNode> nodes;
};

} // namespace twin

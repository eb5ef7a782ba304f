// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"

#include <array>
#include <vector>

namespace twin::render {

/// What shaders/facade.glsl needs of a wall's vertex to draw windows. Both packed into two floats:
/// x = bays along the wall + 256 × storeys that have windows; y = storeys above the foot + 128 × kind of house.
/// Bays and storeys are whole at a wall's ends, so no window is cut. Kind: 0 … 127 tells houses apart, + 128 for those
/// with wide windows, + 256 × BuildingUse, by which they are lit.
struct FacadePlace {
    static constexpr float bayLimit = 256;
    static constexpr float storeyLimit = 128;
    static constexpr int wideWindows = 128;
    static constexpr int useStep = 256;
};

/// @brief Lays storeys and bays out on the walls of a tile: storeys from the height up to the eaves (about 3.1 m each),
///        bays from each wall's width. Sheds, narrow walls and what is no plain wall get none.
/// @returns of each vertex; empty when no wall has windows. Pure; worker threads.
[[nodiscard]] std::vector<std::array<float, 2>> facadesOf(const TileContent& content);

} // namespace twin::render

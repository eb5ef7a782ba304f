// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"

#include <array>
#include <span>

namespace twin::render {

/// Triangles of one tile that look in about the same direction. From most places a whole group is seen from behind,
/// and need not be handed to the GPU at all: half of a city's triangles at once, which in software is half of the work
/// before rasterisation.
struct FacingGroup {
    std::uint32_t first = 0; ///< of the indices
    std::uint32_t count = 0;
    std::array<float, 3> low{}, high{};             ///< of the corners, in the frame of the tile's vertices
    std::array<float, 3> normalLow{}, normalHigh{}; ///< of the unit normals

    /// @param eye  in the frame of the tile's vertices
    /// @returns true only when every triangle is seen from behind.
    [[nodiscard]] bool isAverted(const std::array<double, 3>& eye) const;
};

/// Reorders triangles so that groups are contiguous; neighbours in direction are neighbours in the list. Pure.
struct FacingOrder {
    std::vector<std::uint32_t> indices;
    std::vector<FacingGroup> groups; ///< none empty
};
[[nodiscard]] FacingOrder orderByFacing(const TileContent& content, std::span<const std::uint32_t> indices);

} // namespace twin::render

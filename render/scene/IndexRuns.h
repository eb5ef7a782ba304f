// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"
#include "render/selection/Frustum.h"

#include <span>

namespace twin::render {

/// A run of what a tile's drawing commands count: indices, or instances.
struct DrawRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Neighbouring triangles (or lines) with the box around them, so that what lies beside a pixel need not be handed to
/// the GPU. In the frame of the tile's vertices.
struct IndexRun {
    DrawRange range;
    std::array<float, 3> low{}, high{};
};

/// The ball around one instance of a tile's content. In the frame of the tile's vertices.
struct InstanceBall {
    std::array<float, 3> centre{};
    float radius = 0;
};

/// @brief Cuts indices into runs. Pure.
/// @param first, count  of the indices
/// @param corners       of each primitive
/// @param lift          metres by which drawing may raise them
[[nodiscard]] std::vector<IndexRun> runsOf(const std::vector<TileVertex>& vertices,
                                           std::span<const std::uint32_t> indices, DrawRange part,
                                           std::uint32_t corners, float lift);
/// @returns one for each instance. Pure.
[[nodiscard]] std::vector<InstanceBall> ballsOf(const TileContent& content);

/// @param origin  of the tile, scene frame
/// @returns ranges that may show in the frustum, neighbours joined.
[[nodiscard]] std::vector<DrawRange> within(const Frustum& frustum, const LocalPosition& origin,
                                            std::span<const IndexRun> runs);
[[nodiscard]] std::vector<DrawRange> within(const Frustum& frustum, const LocalPosition& origin,
                                            std::span<const InstanceBall> balls);

} // namespace twin::render

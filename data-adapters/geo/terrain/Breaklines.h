// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <span>
#include <vector>

namespace twin::geo {

/// A line on which the ground bends: region CRS with heights.
using Breakline = std::vector<ProjectedPosition>;

/// Nodes of a grid of heights; node (0, 0) is in the north-west.
struct BreaklineGrid {
    double west = 0; ///< of the first column's nodes
    double north = 0;
    double spacing = 0;
    int columns = 0;
    int rows = 0;
};

/// A node that a line passes, with the line's height there.
struct BreaklineNode {
    int row = 0;
    int column = 0;
    float height = 0;
};

/// @brief The nodes that lines pass at no more than half a grid step, so that every line leaves a chain of them. Each
///        gets the height of the nearest line at its nearest place.
/// @returns them by row and column, each once. Segments that are no longer than a step or lie outside count as well.
[[nodiscard]] std::vector<BreaklineNode> nodesOn(std::span<const Breakline> lines, const BreaklineGrid& grid);

} // namespace twin::geo

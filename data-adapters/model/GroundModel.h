// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <optional>
#include <vector>

namespace twin {

/// A regular grid of ground heights in the scene frame. Row 0 is the southernmost row, column 0 the westernmost.
struct GroundModel {
    LocalPosition southWest;  ///< centre of node (0,0); z unused
    double spacingMetres = 0; ///< between nodes, both axes; 0: no model
    int columns = 0;
    int rows = 0;
    std::vector<float> heights; ///< scene z of the nodes, row-major [row*columns + column]; NaN: no data

    /// @returns the bilinear scene z at a place; empty outside the grid or next to a node without data.
    [[nodiscard]] std::optional<double> heightAt(double x, double y) const;
};

} // namespace twin

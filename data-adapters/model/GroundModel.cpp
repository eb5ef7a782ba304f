// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/GroundModel.h"

#include <algorithm>
#include <cmath>

namespace twin {

std::optional<double> GroundModel::heightAt(double x, double y) const
{
    if (spacingMetres <= 0 || columns < 2 || rows < 2)
        return std::nullopt;
    const double u = (x - southWest.x) / spacingMetres;
    const double v = (y - southWest.y) / spacingMetres;
    if (!(u >= 0 && v >= 0 && u <= columns - 1 && v <= rows - 1))
        return std::nullopt;
    const int column = std::min(static_cast<int>(u), columns - 2);
    const int row = std::min(static_cast<int>(v), rows - 2);
    const double s = u - column;
    const double t = v - row;
    const auto node = [&](int r, int c) {
        return static_cast<double>(
            heights[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c)]);
    };
    const double height = (node(row, column) * (1 - s) + node(row, column + 1) * s) * (1 - t) +
                          (node(row + 1, column) * (1 - s) + node(row + 1, column + 1) * s) * t;
    if (std::isnan(height))
        return std::nullopt;
    return height;
}

} // namespace twin

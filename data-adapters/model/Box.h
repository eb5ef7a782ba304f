// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <algorithm>
#include <limits>

namespace twin {

/// Axis-aligned box in the scene frame, metres. Default-constructed: empty.
struct Box {
    LocalPosition min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
                      std::numeric_limits<double>::infinity()};
    LocalPosition max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                      -std::numeric_limits<double>::infinity()};

    [[nodiscard]] bool isEmpty() const { return min.x > max.x; }
    [[nodiscard]] LocalPosition centre() const { return (min + max) * 0.5; }
    [[nodiscard]] LocalPosition size() const { return isEmpty() ? LocalPosition{} : max - min; }

    void include(const LocalPosition& p)
    {
        min = {std::min(min.x, p.x), std::min(min.y, p.y), std::min(min.z, p.z)};
        max = {std::max(max.x, p.x), std::max(max.y, p.y), std::max(max.z, p.z)};
    }
    void include(const Box& b)
    {
        if (!b.isEmpty()) {
            include(b.min);
            include(b.max);
        }
    }
    /// @returns the distance in metres from a point to the box; 0 inside.
    [[nodiscard]] double distanceTo(const LocalPosition& p) const
    {
        const LocalPosition d{std::max({min.x - p.x, 0.0, p.x - max.x}), std::max({min.y - p.y, 0.0, p.y - max.y}),
                              std::max({min.z - p.z, 0.0, p.z - max.z})};
        return length(d);
    }
};

} // namespace twin

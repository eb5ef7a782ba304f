// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/GroundModel.h"

#include <memory>
#include <optional>

namespace twin::viewport {

/// The ground as navigation needs it: a height everywhere, also where the ground model ends.
class Terrain {
public:
    Terrain() = default;
    /// @param ground  may be null: the extent's lower face stands in
    Terrain(std::shared_ptr<const GroundModel> ground, const Box& extent);

    /// @returns the scene height of the ground; outside the data the lowest known height.
    [[nodiscard]] double heightAt(double x, double y) const;
    /// @returns where a ray meets the ground within `reach` metres; empty when it does not.
    /// @param direction  unit vector
    [[nodiscard]] std::optional<LocalPosition> hit(const LocalPosition& from, const LocalPosition& direction,
                                                   double reach) const;

private:
    std::shared_ptr<const GroundModel> m_ground;
    double m_base = 0; ///< scene height beyond the data
};

} // namespace twin::viewport

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/Skyline.h"
#include "app/viewport/navigation/Terrain.h"

#include <memory>

namespace twin::viewport {

/// Whether a place can be seen over ground and roofs: by the heights of the city's cells, without the picture. GUI
/// thread.
class NameSight {
public:
    NameSight() = default;
    /// @param skyline  null: nothing stands on the ground
    NameSight(Terrain terrain, std::shared_ptr<const services::Skyline> skyline);

    /// @param spared  metres from the place that hide nothing: what it stands on or between
    /// @param grace   metres that what stands in the way may be higher
    [[nodiscard]] bool sees(const LocalPosition& eye, const LocalPosition& place, double spared, double grace) const;
    /// Whether one sees the ground between the houses along a street: along it at any angle, across it from above only.
    /// @param along      unit vector, level
    /// @param halfWidth  metres from its middle to the houses
    /// @param grace      as above
    [[nodiscard]] bool seesInto(const LocalPosition& eye, const LocalPosition& place, const LocalPosition& along,
                                double halfWidth, double grace) const;
    /// @returns the height of what stands there, at least that of the ground.
    [[nodiscard]] double topAt(double x, double y) const;

private:
    Terrain m_terrain;
    std::shared_ptr<const services::Skyline> m_skyline;
};

} // namespace twin::viewport

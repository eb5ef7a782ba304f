// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/SceneFrame.h"

#include <array>
#include <span>
#include <vector>

namespace twin::services {

/// What the scene's grid metres are on the ground. The scene is a map projection (UTM) at height zero; a tape measure
/// lies on the ground. Made once for a region; copies are cheap. Any thread.
class GroundScale {
public:
    GroundScale() = default; ///< grid and ground are the same
    /// @brief Of the surroundings of a place: exact there, off by less than 0.01 ‰ within 30 km (2 cm in 2 km).
    /// @returns TransformFailed where PROJ cannot tell.
    static Result<GroundScale> around(const SceneFrame& frame, const LocalPosition& place);

    /// @returns ground metres of a grid metre at a place of the scene, e.g. 1.00036.
    [[nodiscard]] double groundPerGrid(const LocalPosition& place) const;

private:
    double m_gridScale = 1;     ///< grid / ellipsoid at m_easting
    double m_centralOffset = 0; ///< metres that the scene's zero lies east of the central meridian
    double m_zeroHeight = 0;    ///< above the ellipsoid, of the scene's zero
    bool m_known = false;
};

struct DistanceMeasure {
    double horizontalMetres = 0; ///< on the ground, at its height
    double slopeMetres = 0;      ///< along the line in space
    double gridMetres = 0;       ///< horizontal, as coordinates of the map projection differ
    double heightMetres = 0;     ///< end minus beginning
};

struct AreaMeasure {
    double squareMetres = 0; ///< horizontal, on the ground
    double gridSquareMetres = 0;
    double perimeterMetres = 0;                          ///< horizontal, on the ground
    bool crosses = false;                                ///< the outline crosses itself: the area is that of its parts
    std::vector<std::array<LocalPosition, 3>> triangles; ///< to draw it, scene frame
};

/// @brief The way along points of the scene frame. Fewer than two: zero.
[[nodiscard]] DistanceMeasure measureDistance(std::span<const LocalPosition> points, const GroundScale& scale);
/// @brief The area within points of the scene frame, seen from above. Fewer than three: zero.
[[nodiscard]] AreaMeasure measureArea(std::span<const LocalPosition> points, const GroundScale& scale);

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Crs.h"
#include "model/SceneFrame.h"

#include <optional>

namespace twin::tiles3d {

/// Where a tileset's coordinates lie in the scene. One object a thread (it holds PROJ objects).
///
/// Three kinds: geocentric tilesets in reach of the region CRS are projected; others (another continent), which are
/// only looked at on their own, get the tangent plane of their centre; tilesets that are not geocentric are local
/// metres.
class Placement {
public:
    /// @param centre      of the root tile in tileset coordinates
    /// @param geocentric  whether these are ECEF
    /// @param frame       where to; empty: a frame at the centre (its height is settled by `setGround`)
    /// @param undulation  of the writer; empty: this program's
    /// @returns OutOfRegion when the frame is given and the region CRS cannot map the place.
    static Result<Placement> create(const LocalPosition& centre, bool geocentric,
                                    const std::optional<SceneFrame>& frame,
                                    const std::optional<Undulation>& undulation);

    [[nodiscard]] const SceneFrame& frame() const { return m_frame; }

    /// @brief The tangent of the mapping at a place: exact there, off by d²/2R at distance d from it.
    /// @returns empty where the place cannot be mapped.
    [[nodiscard]] std::optional<Matrix4> sceneFromTileset(const LocalPosition& at) const;

    /// @returns the scene position of a place given by ETRS89/WGS84 coordinates; empty where it cannot be mapped.
    [[nodiscard]] std::optional<LocalPosition> fromGeodetic(const GeodeticPosition& place) const;

    /// @brief Lowers the frame's origin so that `z` becomes 0; only sensible before anything was placed.
    void setGround(double z);

private:
    Placement() = default;

    SceneFrame m_frame;
    std::optional<geo::Geocentric> m_geocentric; ///< set: projected
    std::optional<Matrix4> m_tangent;            ///< set: one tangent plane for all
    LocalPosition m_shift;                       ///< local metres: scene = tileset − shift
};

/// @returns ECEF of a place on the GRS80 ellipsoid (the same as WGS84's to 0.1 mm).
[[nodiscard]] LocalPosition ecefOf(const GeodeticPosition& place);

/// @returns whether a centre can be ECEF of something on or near the ground.
[[nodiscard]] bool isNearEarthSurface(const LocalPosition& p);

} // namespace twin::tiles3d

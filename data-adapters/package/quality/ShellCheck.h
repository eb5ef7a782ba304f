// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "package/geometry/SolidVolume.h"
#include "package/quality/FlatPolygon.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace twin::package {

/// What is wrong with a shell, and where.
struct ShellFault {
    int code = 0;             ///< of val3dity: 301 … 307, 405; 0: too many faces to look for 306
    std::size_t face = 0;     ///< index among the faces: the one to look at
    LocalPosition place;      ///< relative to the origin given
    qint64 count = 1;         ///< edges (302, 303) or faces (307) or parts (305) concerned
    bool cornersOnly = false; ///< 302: it closes where corners may lie on the edges of others
};

/// Tells whether valid polygons bound a solid (ISO 19107 GM_Solid), as val3dity does: whether they close, how they meet
/// at edges and corners, whether they pass through each other and which way they face. Corners within a millimetre are
/// one. Faces that only touch do not count as passing through each other. One object a thread.
class ShellCheck {
public:
    /// @param faces  of one shell, each valid by itself
    /// @param isCavity  an interior shell: its faces look into the cavity, away from the solid
    /// @returns the faults; valid until the next call.
    const std::vector<ShellFault>& check(std::span<const Polygon* const> faces, const ProjectedPosition& origin,
                                         bool isCavity = false);

private:
    using Corner = std::array<std::int64_t, 3>; ///< millimetres
    struct Side {                               ///< of a face, as its ring runs
        std::uint32_t low, high;                ///< corners
        std::uint32_t face;
        std::uint32_t atLow, atHigh; ///< the ring's places at these corners
        bool forward;                ///< from low to high
    };
    void takeSides(std::span<const Polygon* const> faces, const ProjectedPosition& origin);
    void checkEdges(std::span<const Polygon* const> faces, const ProjectedPosition& origin);
    void checkCorners();
    void checkDirections(bool isCavity);
    void checkCrossings();
    [[nodiscard]] static bool crosses(const FlatPolygon& a, const FlatPolygon& b, LocalPosition& place);
    [[nodiscard]] bool has(int code) const;
    [[nodiscard]] LocalPosition placeOf(std::uint32_t corner) const;

    std::vector<FlatPolygon> m_faces;
    std::size_t m_faceCount = 0;
    std::vector<Corner> m_corners;     ///< sorted, each once
    std::vector<std::uint32_t> m_ring; ///< corner of each place of each ring
    std::vector<Side> m_sides;         ///< sorted by edge
    std::vector<ShellFault> m_faults;
    SolidVolume m_volume;
};

} // namespace twin::package

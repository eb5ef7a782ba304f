// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "model/SceneFrame.h"
#include "package/geometry/EarClipper.h"

#include <array>
#include <memory>

namespace twin::package {

class GluTessellator;

/// What had to be done to a polygon, one bit each; `mendReason` gives the key.
enum class Mend : std::uint16_t {
    DuplicatePoints = 1,  ///< consecutive points at the same place were joined
    Spike = 2,            ///< a spike without area was cut off
    NonPlanar = 4,        ///< points lie further than Triangulator::planarityMetres from the plane; kept as they are
    SelfIntersecting = 8, ///< rings cross themselves or each other; new points were made at the crossings
    HoleTouches = 16,     ///< a hole touches another ring
    HoleDropped = 32,     ///< a hole without area was left out
    Degenerate = 64,      ///< no area: dropped as a whole
    NotFinite = 128,      ///< a coordinate is not a number or absurdly far away: dropped as a whole
};
inline constexpr std::array allMends{Mend::DuplicatePoints, Mend::Spike,       Mend::NonPlanar,  Mend::SelfIntersecting,
                                     Mend::HoleTouches,     Mend::HoleDropped, Mend::Degenerate, Mend::NotFinite};

/// @returns the stable key of Issue::reason, e.g. "polygon.duplicate-points".
[[nodiscard]] QString mendReason(Mend mend);

/// A polygon as triangles. Empty indices: dropped.
struct TriangulatedPolygon {
    std::vector<LocalPosition> points; ///< relative to the given origin, metres
    std::vector<std::uint32_t>
        indices;                 ///< triangles, counter-clockwise seen from where the rings run counter-clockwise
    LocalPosition normal;        ///< unit, Newell's, of the exterior ring
    double areaSquareMetres = 0; ///< of the triangles
    std::uint16_t mends = 0;     ///< of Mend bits

    [[nodiscard]] bool has(Mend mend) const { return (mends & static_cast<std::uint16_t>(mend)) != 0; }
};

/// Turns polygons with holes as they occur in real city models into triangles, mending what can be mended.
/// Coordinates are made relative to an origin first, so that nothing is lost at 5.7e6 m. One object a thread.
class Triangulator {
public:
    /// Points further than this from the polygon's plane are reported (twice the 5 cm that AdV LoD2 data keep).
    static constexpr double planarityMetres = 0.1;
    /// Points nearer than this are one point (1 mm is the resolution of AdV data).
    static constexpr double coincidenceMetres = 0.0005;
    /// A polygon smaller than this has no area.
    static constexpr double smallestAreaSquareMetres = 1e-5;

    Triangulator();
    ~Triangulator();

    /// @returns a result that is valid until the next call. Never fails: what cannot be kept comes back empty.
    const TriangulatedPolygon& triangulate(const Polygon& polygon, const ProjectedPosition& origin);
    [[nodiscard]] const TriangulatedPolygon& result() const { return m_result; }

private:
    struct Ring {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    bool takeRings(const Polygon& polygon, const ProjectedPosition& origin);
    Ring cleanRing(std::uint32_t first, std::uint32_t count);
    bool findPlane();
    void project();
    bool fillSimple();
    [[nodiscard]] bool ringsTouch() const;
    void fillWithTessellator();
    void measure();
    void mend(Mend mend) { m_result.mends |= static_cast<std::uint16_t>(mend); }

    TriangulatedPolygon m_result;
    std::vector<Ring> m_rings;
    std::vector<Point2> m_flat; ///< the points in the dominant plane, orientation kept
    double m_ringArea = 0;      ///< in the dominant plane, exterior minus holes
    EarClipper m_clipper;
    std::unique_ptr<GluTessellator> m_tessellator;
};

/// @returns Newell's vector of a ring: its direction is the normal, its length twice the area.
[[nodiscard]] LocalPosition newell(const LocalPosition* points, std::size_t count);

} // namespace twin::package

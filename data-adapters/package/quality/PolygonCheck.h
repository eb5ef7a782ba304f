// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/geometry/Triangulator.h"
#include "package/quality/FlatPolygon.h"

#include <vector>

namespace twin::package {

/// What is wrong with a ring or polygon, and where.
struct PolygonFault {
    int code = 0;        ///< of val3dity: 101 … 208; 0: could not be checked, too large or nowhere on earth
    LocalPosition place; ///< relative to the origin given
    double metres = -1;  ///< 203: how far that point lies off the plane; else −1
};

/// Tells whether a polygon with holes is valid by ISO 19107, as val3dity does: rings first, then how they lie to each
/// other, then whether it is even. One object a thread.
class PolygonCheck {
public:
    PolygonCheck();
    ~PolygonCheck();

    /// @returns the faults, one a code; valid until the next call. Coordinates in the CRS of `origin`, metres.
    const std::vector<PolygonFault>& check(const Polygon& polygon, const ProjectedPosition& origin);
    /// @returns the polygon that was checked last.
    [[nodiscard]] const FlatPolygon& flat() const { return m_flat; }

private:
    struct Segment {
        std::uint32_t from, to; ///< points
        std::uint32_t ring;
        double left, right;
    };
    void add(int code, const LocalPosition& place, double metres = -1);
    void giveUp(const LocalPosition& place);
    [[nodiscard]] bool has(int code) const;
    void checkRings();
    void checkEvenness(const Polygon& polygon, const ProjectedPosition& origin);
    void checkCrossings();
    void meet(const Segment& a, const Segment& b);
    void meetWithin(const Segment& a, const Segment& b);
    void meetAcross(const Segment& a, const Segment& b);
    void checkSpikes();
    void checkDirections();
    void checkPlaces();
    void checkConnection();
    [[nodiscard]] bool isSameRing(const FlatRing& a, const FlatRing& b) const;

    FlatPolygon m_flat;
    std::vector<PolygonFault> m_faults;
    std::vector<Segment> m_segments;
    struct Touch {
        Point2 place;
        std::uint32_t ring;
    };
    std::vector<Touch> m_touches; ///< places where rings meet without crossing
    Triangulator m_triangulator;
};

} // namespace twin::package

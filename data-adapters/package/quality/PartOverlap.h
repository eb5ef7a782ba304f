// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "package/geometry/SolidVolume.h"
#include "package/geometry/Triangulator.h"
#include "package/quality/GeometryCheck.h"

#include <vector>

namespace twin::package {

/// Two parts of a building that fill the same space.
struct PartOverlapFault {
    GeometryFault fault;              ///< 601 with a surface of `part`; 0: too large to be looked at
    const CityObject* part = nullptr; ///< one of the two, a BuildingPart
};

/// Tells whether the solids of a building and its parts overlap, as val3dity's 601 does: their interiors, not their
/// walls. Solids that do not close, or whose faces point inwards, are not looked at: their own faults say so. Solids
/// that get less than two centimetres into each other only touch. One object a thread.
class PartOverlap {
public:
    /// @returns one fault for each pair of solids of one level of detail; valid until the next call. Pointers into
    ///          `building`.
    const std::vector<PartOverlapFault>& check(const CityObject& building);

private:
    struct Face {
        LocalPosition a, b, c; ///< counter-clockwise seen from outside
        const Surface* surface = nullptr;
    };
    struct Body {
        const CityObject* object = nullptr;
        Lod lod = 0;
        std::vector<Face> faces;
        Box box;
    };
    void takeBodies(const CityObject& object);
    void compare(const Body& first, const Body& second);
    /// @returns a face of `from` near a place inside both; null: there is none.
    static const Face* facesInside(const Body& from, const Body& other, LocalPosition& place);
    static bool pierces(const LocalPosition& from, const LocalPosition& to, const Body& other, LocalPosition& place);
    static bool isInside(const Body& body, const LocalPosition& p);

    ProjectedPosition m_origin;
    Triangulator m_triangulator;
    SolidVolume m_volume;
    std::vector<Body> m_bodies;
    std::vector<PartOverlapFault> m_faults;
};

} // namespace twin::package

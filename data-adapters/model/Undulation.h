// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

namespace twin {

/// Ellipsoidal minus DHHN2016 height over a region, as somebody used it who wrote geocentric coordinates: the plane
/// that touches the quasigeoid at a place, which over a city is within some centimetres of it. A value; any thread.
struct Undulation {
    bool fromGrid = false;    ///< of the GCG2016 grid; else one constant stood in for it
    double metres = 0;        ///< at `at`
    double perMetreEast = 0;  ///< slopes of the plane
    double perMetreNorth = 0; ///< towards grid north
    ProjectedPosition at;     ///< its height does not matter

    [[nodiscard]] double metresAt(const ProjectedPosition& p) const
    {
        return metres + perMetreEast * (p.eastingMetres - at.eastingMetres) +
               perMetreNorth * (p.northingMetres - at.northingMetres);
    }
};

} // namespace twin

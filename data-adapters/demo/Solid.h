// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Plane.h"
#include "model/CityObject.h"

#include <cstdint>

namespace twin::demo {

/// A point in whole millimetres: equal corners are equal bits, so solids close exactly.
struct Corner {
    std::int64_t x = 0, y = 0, z = 0;
    friend bool operator==(const Corner&, const Corner&) = default;
};

/// A planar face seen from outside: the exterior ring counter-clockwise, holes clockwise; rings open.
struct Face {
    SurfaceType type = SurfaceType::None;
    std::vector<std::vector<Corner>> rings;
};

/// A closed solid: every edge belongs to two faces that run along it in opposite directions.
struct Solid {
    std::vector<Face> faces;

    [[nodiscard]] double top() const;    ///< highest z, metres
    [[nodiscard]] double bottom() const; ///< lowest z, metres
};

/// AdV roof forms (AX_Dachform) that the demo town has.
enum class RoofForm {
    Flat = 1000,
    Pent = 2100,
    Gabled = 3100,
    Hipped = 3200,
    Tented = 3500,
    Dome = 3700,
    Spire = 4000,
    Other = 9999
};

/// @brief A house on four walls whose first side is the front and whose third side is parallel to it.
/// @param eaves  height of the front's eaves; @param ridge  highest point; both absolute. Flat: eaves = ridge.
[[nodiscard]] Solid house(const Quad& footprint, double ground, double eaves, double ridge, RoofForm form);

/// @brief Walls straight up, flat on top. @param holes  courtyards, counter-clockwise as all rings here
[[nodiscard]] Solid prism(const Ring& footprint, double bottom, double top, const std::vector<Ring>& holes = {});

/// @brief From one ring to another of as many corners above it (towers that taper, domes, pods); sides must be
/// parallel.
[[nodiscard]] Solid frustum(const Ring& below, double bottom, const Ring& above, double top);

/// @brief A pointed roof over a ring.
[[nodiscard]] Solid pyramid(const Ring& footprint, double bottom, Vec2 apex, double top);

/// @brief A shape in an upright plane, given thickness: letters, boards.
/// @param outline  x along the plane, y up (absolute), counter-clockwise
[[nodiscard]] Solid upright(const Ring& outline, Vec2 origin, Vec2 along, double thickness);

} // namespace twin::demo

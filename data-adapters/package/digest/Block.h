// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/geometry/Footprint.h"

#include <cstdint>

namespace twin::package {

/// The shape of one feature in a few numbers, kept in memory for all features of an import (about 100 bytes each): what
/// the coarser levels of the tile tree and the ground estimate are made of. Absolute EPSG:25832 + DHHN2016, metres.
struct Block {
    /// Sloped: a pitched roof over an outline, which is drawn as a lid that still looks like a pitched roof.
    enum class Roof : std::uint8_t { Flat, GableAlong, GableAcross, Sloped };

    double easting = 0; ///< centre of the rectangle
    double northing = 0;
    float alongX = 1; ///< unit vector of the longer side
    float alongY = 0;
    float halfLength = 0;
    float halfWidth = 0;
    float base = 0;                 ///< lowest height
    float eaves = 0;                ///< where the walls end
    float ridge = 0;                ///< mean upper end of the roof faces; the height of flat roofs
    float top = 0;                  ///< highest height
    float footArea = 0;             ///< of the footprint, square metres
    float error = 0;                ///< how far the block is off the real shape, metres
    std::uint32_t triangles = 0;    ///< in full detail
    std::uint32_t outlineFirst = 0; ///< into the outlines, relative to the centre
    std::uint16_t outlineCount = 0; ///< 0: the rectangle says it well enough
    std::uint32_t feature = 0;      ///< ordinal of the feature within its drawable's geometry record
    std::uint32_t drawable = 0;     ///< ordinal of the drawable
    Roof roof = Roof::Flat;
};

struct OutlinePoint {
    float x = 0;
    float y = 0;
};

} // namespace twin::package

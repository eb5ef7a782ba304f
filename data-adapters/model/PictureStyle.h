// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace twin {

/// How a region is drawn, whatever the theme: light or dark come on top of it.
enum class PictureStyle : std::uint8_t {
    Standard, ///< a model in the light of the hour
    Map,      ///< a printed map that stands up: its own even light from the north-west, paper and ink
    Photo,    ///< pictures of the ground lead, what stands on it steps back
    Contrast, ///< flat faces and white lines on black, for people who see little
};

} // namespace twin

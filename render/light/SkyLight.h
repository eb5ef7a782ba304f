// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "model/use/BuildingUse.h"

namespace twin::render {

/// Linear-light colour.
struct LightColour {
    double r = 0, g = 0, b = 0;
};

/// The light of one moment, in the units of the shaders: a white surface facing a high sun comes out near 1.
struct SkyLight {
    LocalPosition towardsLight; ///< unit direction the key light comes from (sun; a soft moon-like light at night)
    LocalPosition towardsSun;   ///< true direction, may be below the horizon
    LightColour key;            ///< of the key light
    LightColour skyFill;        ///< ambient from above
    LightColour groundFill;     ///< ambient from below
    LightColour zenith, horizon, sunGlow; ///< of the sky
    double sunGlowStrength = 0;
    double night = 0; ///< 0 day … 1 night
};

/// @brief Chooses the light by the sun's height: day, golden hour, dusk, night. Continuous in the elevation. Pure.
/// @param darkTheme  a quieter, darker sky and ground for the dark theme by day
[[nodiscard]] SkyLight skyLight(const LocalPosition& towardsSun, bool darkTheme);

/// @returns how many of a building's windows are lit after dark, 0 … 1; Unknown as dwellings. @param hour  local, 0 …
/// 24
[[nodiscard]] double litWindowShare(double hour, BuildingUse use = BuildingUse::Dwelling);

} // namespace twin::render

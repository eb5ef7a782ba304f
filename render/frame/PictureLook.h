// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/PictureStyle.h"
#include "model/TileContent.h"
#include "render/light/SkyLight.h"

#include <array>

namespace twin::render {

/// A colour that stands in for a face's own; linear light. Strength 0: the face keeps its own, 1: it has this one.
struct FaceTone {
    LightColour colour;
    double strength = 0;
};

/// What becomes of the colours of pictures on the ground.
struct DrapeTone {
    double saturation = 0.9; ///< a little calmer than the picture itself
    LightColour paper;       ///< linear light …
    double paperShare = 0;   ///< … that much of which is mixed in
    /// Everything below `inkFrom` (least channel, linear) becomes the paper, everything above `inkTo` the ink.
    LightColour ink;
    double inkFrom = 2, inkTo = 3;
};

/// Everything in which one style of picture differs from another: values that the passes hand to their shaders.
struct PictureLook {
    bool toned = false; ///< the faces' tones count
    std::array<FaceTone, faceClassCount> faces{};
    DrapeTone drape;
    LightColour terrainTint{1, 1, 1}; ///< of what lies on the ground
    bool evenLight = false;           ///< the light is the style's own, at any hour: see lightOf()
    bool windows = true;              ///< walls show windows
    bool mirrors = true;              ///< water shows the sky
    double haze = 1;                  ///< factor on the distance at which half is haze
    double occlusion = 1;             ///< share of the ambient occlusion that shows
    LightColour edge;                 ///< sRGB-encoded
    double edgeStrength = 0.34;
    double edgeReachMetres = 1118; ///< where an edge has half of its strength
    bool boldEdges = false;        ///< two pixels wide
    bool edgesWhileMoving = false;
    LightColour selection; ///< sRGB-encoded
    double selectionShare = 0.25;
    double ghostOpacity = 0.16; ///< of what one sees through
};

/// @returns how a style draws. Pure. @param dark  the window's colours are dark
[[nodiscard]] PictureLook pictureLook(PictureStyle style, bool dark);

/// @returns the light that a style with even light has at any hour. Pure.
[[nodiscard]] SkyLight evenLight(PictureStyle style, bool dark);

} // namespace twin::render

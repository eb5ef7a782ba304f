// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame/PictureLook.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace twin::render {

namespace {

double linear(std::uint32_t byte)
{
    const double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

LightColour linearOf(std::uint32_t rgb)
{
    return {linear(rgb >> 16 & 0xFF), linear(rgb >> 8 & 0xFF), linear(rgb & 0xFF)};
}

LightColour encodedOf(std::uint32_t rgb)
{
    return {(rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0};
}

struct Ink {
    FaceClass face;
    std::uint32_t rgb;
    double strength;
};

void tone(PictureLook& look, std::initializer_list<Ink> inks)
{
    look.toned = true;
    for (const Ink& ink : inks)
        look.faces[static_cast<std::size_t>(ink.face)] = {linearOf(ink.rgb), ink.strength};
}

PictureLook standardLook(bool dark)
{
    PictureLook look;
    if (dark)
        look.terrainTint = {0.26, 0.29, 0.33};
    look.selection = encodedOf(dark ? 0xFFB04D : 0xE07A00);
    return look;
}

/// As the cities' printed maps: pale paper, houses in a light brick, what one looks for in a strong one.
PictureLook mapLook(bool dark)
{
    PictureLook look = standardLook(dark);
    look.evenLight = true;
    look.windows = look.mirrors = false;
    look.haze = 7;
    look.occlusion = 0.55;
    look.edgeStrength = 0.62;
    look.edgeReachMetres = 2200;
    look.edgesWhileMoving = true;
    if (dark) {
        look.terrainTint = {1, 1, 1};
        look.edge = encodedOf(0xA9B6BE);
        look.edgeStrength = 0.40;
        look.drape = {0.75, linearOf(0x1B2329), 0.80, {}, 2, 3};
        tone(look, {{FaceClass::Roof, 0x4B565E, 1},
                    {FaceClass::Wall, 0x353F46, 1},
                    {FaceClass::Closure, 0x353F46, 1},
                    {FaceClass::Ground, 0x2A3238, 1},
                    {FaceClass::Terrain, 0x20282D, 1},
                    {FaceClass::Generic, 0xA2563F, 0.55},
                    {FaceClass::Window, 0x2C3339, 1},
                    {FaceClass::Door, 0x2C3339, 1},
                    {FaceClass::Water, 0x1F4A66, 1},
                    {FaceClass::Vegetation, 0x2F4436, 0.90},
                    {FaceClass::Traffic, 0x59636A, 1},
                    {FaceClass::AuxiliaryTraffic, 0x3A4348, 1},
                    {FaceClass::Rail, 0x6C6A6A, 1},
                    {FaceClass::Furniture, 0x7A848A, 1},
                    {FaceClass::Construction, 0x5A646B, 1},
                    {FaceClass::LandUse, 0x242D2F, 1}});
        return look;
    }
    look.edge = encodedOf(0x5A4A42);
    look.drape = {1.12, linearOf(0xFBF8F1), 0.34, {}, 2, 3};
    tone(look, {{FaceClass::Roof, 0xE9D3C3, 1},
                {FaceClass::Wall, 0xD8BBA8, 1},
                {FaceClass::Closure, 0xD8BBA8, 1},
                {FaceClass::Ground, 0xE9E2D6, 1},
                {FaceClass::Terrain, 0xF3EFE5, 1},
                {FaceClass::Generic, 0xB9573F, 0.62},
                {FaceClass::Window, 0xB9AFA4, 1},
                {FaceClass::Door, 0xA08B7A, 1},
                {FaceClass::Water, 0xA6D2E8, 1},
                {FaceClass::Vegetation, 0xA9CC8E, 0.85},
                {FaceClass::Traffic, 0xFFFFFF, 1},
                {FaceClass::AuxiliaryTraffic, 0xEDEADF, 1},
                {FaceClass::Rail, 0x8E8A86, 1},
                {FaceClass::Furniture, 0x8D9399, 1},
                {FaceClass::Construction, 0xD9D2C8, 1},
                {FaceClass::LandUse, 0xE3E9CF, 1}});
    return look;
}

PictureLook photoLook(bool dark)
{
    PictureLook look = standardLook(dark);
    look.drape.saturation = 0.85;
    look.edgeStrength = 0.26;
    tone(look, {{FaceClass::Roof, 0xD5D0C7, 0.62},
                {FaceClass::Wall, 0xE9E6DF, 0.72},
                {FaceClass::Closure, 0xE9E6DF, 0.72},
                {FaceClass::Generic, 0xD8D2C8, 0.30},
                {FaceClass::Vegetation, 0x6E7E54, 0.55},
                {FaceClass::Construction, 0xCFCBC3, 0.6}});
    return look;
}

/// Black, white and yellow as the window's colours of the same name; faces are told apart by white lines.
PictureLook contrastLook()
{
    PictureLook look;
    look.evenLight = true;
    look.windows = look.mirrors = false;
    look.haze = 1000;
    look.occlusion = 0;
    look.edge = encodedOf(0xFFFFFF);
    look.edgeStrength = 1;
    look.edgeReachMetres = 2600;
    look.boldEdges = look.edgesWhileMoving = true;
    look.selection = encodedOf(0xFFE100);
    look.selectionShare = 0.85;
    look.ghostOpacity = 0.25;
    look.drape = {0, linearOf(0x000000), 1, linearOf(0xA0A0A0), 0.60, 0.70};
    tone(look, {{FaceClass::Roof, 0x5E5E5E, 1},
                {FaceClass::Wall, 0x202020, 1},
                {FaceClass::Closure, 0x202020, 1},
                {FaceClass::Ground, 0x000000, 1},
                {FaceClass::Terrain, 0x000000, 1},
                {FaceClass::Generic, 0xA6A6A6, 0.85},
                {FaceClass::Window, 0x000000, 1},
                {FaceClass::Door, 0x000000, 1},
                {FaceClass::Water, 0x0B3FA8, 1},
                {FaceClass::Vegetation, 0x0B3B0B, 1},
                {FaceClass::Traffic, 0xA0A0A0, 1},
                {FaceClass::AuxiliaryTraffic, 0x505050, 1},
                {FaceClass::Rail, 0xFFFFFF, 1},
                {FaceClass::Furniture, 0xFFFFFF, 1},
                {FaceClass::Construction, 0x8A8A8A, 1},
                {FaceClass::LandUse, 0x000000, 1},
                {FaceClass::Interior, 0x303030, 1}});
    return look;
}

} // namespace

PictureLook pictureLook(PictureStyle style, bool dark)
{
    switch (style) {
    case PictureStyle::Map:
        return mapLook(dark);
    case PictureStyle::Photo:
        return photoLook(dark);
    case PictureStyle::Contrast:
        return contrastLook();
    case PictureStyle::Standard:
        break;
    }
    return standardLook(dark);
}

SkyLight evenLight(PictureStyle style, bool dark)
{
    SkyLight light;
    light.towardsLight = {-0.5, 0.5, 0.7071067811865476}; // from the north-west, as relief on maps
    light.towardsSun = {0, 0, -1};                        // no shadows, no disc
    if (style == PictureStyle::Contrast) {
        light.skyFill = light.groundFill = {1.15, 1.15, 1.15};
        light.zenith = light.horizon = linearOf(0x2B2F33);
        return light;
    }
    light.key = {0.34, 0.33, 0.31};
    light.skyFill = {0.78, 0.79, 0.80};
    light.groundFill = {0.62, 0.62, 0.63};
    light.zenith = linearOf(dark ? 0x161D22 : 0xDCE9F0);
    light.horizon = linearOf(dark ? 0x20282D : 0xF2F1EA);
    return light;
}

} // namespace twin::render

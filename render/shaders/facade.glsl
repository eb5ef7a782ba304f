// SPDX-License-Identifier: GPL-3.0-or-later
// Windows on walls (Facades.h), filtered by the size of a pixel: nothing shimmers, far away a wall is a little darker.
uniform float windowsOn;   // 0 day … 1 night: how much lamps outshine the daylight
uniform float litWindows[6]; // share of windows that are lit, by BuildingUse
uniform float windowsReach; // metres

// How much of the pixel [x - w/2, x + w/2] lies in the pieces [a, b] of whole numbers.
float covered(float x, float w, float a, float b)
{
    float low = x - 0.5 * w;
    float high = x + 0.5 * w;
    float d = b - a;
    float below = floor(low) * d + clamp(fract(low) - a, 0.0, d);
    float above = floor(high) * d + clamp(fract(high) - a, 0.0, d);
    return (above - below) / w;
}

float chanceOf(vec2 cell, float house)
{
    return fract(sin(dot(cell, vec2(12.9898, 78.233)) + house * 3.717) * 43758.5453);
}

// sRGB-encoded wall colour with its windows. place: bays along, storeys up. house: storeys, kind.
vec3 withWindows(vec3 wall, vec2 place, vec2 house, float metres)
{
    vec2 pixel = clamp(fwidth(place), vec2(1e-3), vec2(64.0));
    float use = floor(house.y * (1.0 / 256.0));
    house.y -= use * 256.0;
    float wide = step(127.5, house.y);
    // Town houses have shops at the street, and so have shops.
    float shop = (1.0 - wide) * step(place.y, 1.0) * max(step(3.5, house.x) * step(use, 1.5), 1.0 - step(0.5, abs(use - 3.0)));
    float w = max(wide, shop);
    vec2 from = mix(vec2(0.27, 0.30), vec2(0.08, 0.22), w);
    vec2 to = mix(vec2(0.73, 0.80), vec2(0.92, 0.84), w);
    float across = covered(place.x, pixel.x, from.x, to.x);
    float upwards = covered(place.y, pixel.y, from.y, to.y);
    float below = clamp((house.x - place.y) / max(pixel.y, 0.02) + 0.5, 0.0, 1.0); // not in the gable
    float near = clamp(1.5 - 1.5 * metres / windowsReach, 0.0, 1.0);
    float glass = across * upwards * below * near;
    // Frames: a lighter rim that shows from a street's distance only.
    float rim = covered(place.x, pixel.x, from.x - 0.05, to.x + 0.05) * covered(place.y, pixel.y, from.y - 0.04, to.y + 0.03) * below;
    float close = clamp(1.6 - metres / 160.0, 0.0, 1.0);
    vec3 c = mix(wall, wall * 0.35 + 0.62, 0.55 * close * clamp(rim - across * upwards * below, 0.0, 1.0) * (1.0 - windowsOn * 0.8));
    c = mix(c, c * vec3(0.50, 0.56, 0.64) + vec3(0.0, 0.012, 0.03), glass * 0.85);
    // Lamps: whole rooms of two bays; from afar the share that is lit.
    vec2 cell = floor(vec2(place.x * 0.5 + fract(house.y * 0.37), place.y));
    float chance = chanceOf(cell, house.y);
    float share = min(litWindows[int(use)] * (1.0 + 0.35 * shop), 1.0);
    float lit = mix(step(chance, share), share, clamp(max(pixel.x * 0.5, pixel.y) - 0.4, 0.0, 1.0));
    vec3 lamp = mix(vec3(1.0, 0.78, 0.46), vec3(1.0, 0.90, 0.70), fract(chance * 17.3));
    lamp = mix(lamp, vec3(0.90, 0.95, 0.96), max(wide, step(1.5, use)) * 0.6); // where people work it is whiter
    c = mix(c, lamp, glass * lit * windowsOn);
    // Street lamps light the foot of the walls.
    float street = windowsOn * 0.22 * step(0.5, house.x) / (1.0 + place.y * place.y * 1.6);
    c += vec3(1.0, 0.72, 0.42) * street * (1.0 - c);
    return c;
}

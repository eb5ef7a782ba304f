// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on the ground at a place (DrapeStore.h). Lengths in metres.
uniform sampler2DArray drapePool; // premultiplied, sRGB-encoded, row by row from the north
uniform sampler2D drapeTable;     // by ring and cell: south-west corner of the patch, 1 / side, layer of the pool or -1
uniform float drapeSide;          // of the finest cell
uniform vec2 eyeInDrape;
uniform vec2 ringOrigins[14];

const int ringCells = 64;
const float inner = 248.0 / 256.0; // of a patch's picture; around it lies its rim
const float rim = 4.0 / 256.0;

vec4 drapeAt(vec2 fromEye)
{
    vec2 place = eyeInDrape + fromEye;
    vec2 dx = dFdx(fromEye);
    vec2 dy = dFdy(fromEye);
    float reach = max(abs(fromEye.x), abs(fromEye.y)) / (drapeSide * 31.0);
    int ring = (floatBitsToInt(reach) >> 23) - 126; // smallest with 2^ring > reach
    ring = max(ring, 0);
    if (ring >= 14)
        return vec4(0.0);
    ivec2 cell = ivec2((place - ringOrigins[ring]) / (drapeSide * float(1 << ring)));
    cell = clamp(cell, ivec2(0), ivec2(ringCells - 1));
    vec4 patchHere = texelFetch(drapeTable, cell + ivec2(0, ring * ringCells), 0);
    if (patchHere.w < 0.0)
        return vec4(0.0);
    float scale = patchHere.z * inner;
    vec2 at = (place - patchHere.xy) * scale + rim;
    return textureGrad(drapePool, vec3(at.x, 1.0 - at.y, patchHere.w), vec2(dx.x, -dx.y) * scale,
                       vec2(dy.x, -dy.y) * scale);
}

// Linear light from an sRGB-encoded colour, within 0.002.
vec3 decoded(vec3 c)
{
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}

uniform float drapeSaturation;
#ifdef TWIN_TONED
uniform vec4 drapePaper; // linear light, share
uniform vec3 drapeInk;   // linear light
uniform vec2 drapeInkAt; // least channel: below the first all is paper, above the second ink
#endif

// The ground's colour below what lies on it, a little calmer than the picture itself.
vec3 draped(vec3 albedo, vec2 fromEye, vec3 tint)
{
    vec4 drape = drapeAt(fromEye);
    if (drape.a <= 0.0)
        return albedo;
    vec3 c = drape.rgb / drape.a;
    c = decoded(mix(vec3(dot(c, vec3(0.2126, 0.7152, 0.0722))), c, drapeSaturation));
#ifdef TWIN_TONED
    float ink = smoothstep(drapeInkAt.x, drapeInkAt.y, min(c.r, min(c.g, c.b)));
    c = mix(mix(c, drapePaper.rgb, drapePaper.a), drapeInk, ink);
#endif
    return mix(albedo, c * sqrt(tint), drape.a);
}

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles. Light is made per vertex, so that a pixel costs next to nothing; where shadows may fall, with and without sun.
#pragma import_defines(TWIN_STYLED, TWIN_SHADOWS, TWIN_FACADES, TWIN_TONED, TWIN_GHOSTS)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass; // unit normal times 127, FaceClass
layout(location = 3) in vec4 colour;         // square root of linear light; a below 1: lies on the ground
uniform mat4 modelViewProjection;
uniform vec3 terrainTint; // darker ground for the dark theme
uniform vec3 wallGlow;    // sRGB-encoded: what lit windows add to a wall at night that is too far to show them
flat out float kind; // 1, or a hair less for what lies on the ground: without edges
#include "light.glsl"
#ifdef TWIN_TONED
#include "tone.glsl"
#endif
#ifdef TWIN_SHADOWS
uniform mat4 shadowFromModel;
uniform float shadowTexelMetres;
out vec3 sunny; // sRGB-encoded: colours differ so little along a triangle that a pixel only mixes them
out vec3 shady;
out vec3 shadowPlace;
#else
out vec3 shade;
#endif
#ifdef TWIN_FACADES
layout(location = 8) in vec2 facade; // packed: Facades.h
out vec2 facadePlace;      // bays along, storeys up
flat out vec2 facadeHouse; // storeys with windows, kind
#endif
#ifdef TWIN_STYLED
layout(location = 2) in uint feature;
#include "style.glsl"
#endif

void main()
{
    gl_Position = modelViewProjection * vec4(position, 1.0);
    vec3 albedo = colour.rgb * colour.rgb;
#ifdef TWIN_TONED
    albedo = toned(albedo, normalAndClass.w);
#endif
    kind = colour.a;
    if (colour.a < 0.998)
        albedo *= terrainTint;
    vec3 normal = normalAndClass.xyz * (1.0 / 127.0);
#ifdef TWIN_STYLED
    Style style = styleOf(feature);
    albedo = mix(albedo, style.tint.rgb * style.tint.rgb, style.tint.a);
    // What lies on the ground is never seen through.
    bool ghost = style.ghost && colour.a > 0.998;
#ifdef TWIN_GHOSTS
    if (style.hidden || !ghost)
#else
    if (style.hidden || ghost)
#endif
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside: the triangle vanishes
#endif
    float distanceSquared = gl_Position.w * gl_Position.w;
    vec3 lit = encoded(toneMapped(hazed(litBy(albedo, normal, 1.0), distanceSquared)));
    vec3 glow = normalAndClass.w == 1.0 ? wallGlow : vec3(0.0);
#ifdef TWIN_FACADES
    facadeHouse = floor(facade * vec2(1.0 / 256.0, 1.0 / 128.0));
    facadePlace = facade - facadeHouse * vec2(256.0, 128.0);
    glow *= clamp(gl_Position.w * 0.0015 - 0.5, 0.0, 1.0); // nearer, the windows themselves shine
#endif
    lit += glow;
#ifdef TWIN_STYLED
    lit = mix(lit, selectionColour, selectionShare * style.selected);
#endif
#ifdef TWIN_SHADOWS
    sunny = lit;
    shady = encoded(toneMapped(hazed(litBy(albedo, normal, 0.0), distanceSquared))) + glow;
#ifdef TWIN_STYLED
    shady = mix(shady, selectionColour, selectionShare * style.selected);
#endif
    shadowPlace = (shadowFromModel * vec4(position + normal * (shadowTexelMetres * 1.6), 1.0)).xyz;
#else
    shade = lit;
#endif
}

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_SHADOWS, TWIN_DRAPED, TWIN_STYLED, TWIN_TONED)
in vec3 fromEye;
in vec3 albedo;
in vec3 sunLight;
in vec3 fillLight;
layout(location = 0) out vec4 colour;
#include "light.glsl"
#ifdef TWIN_SHADOWS
in vec3 shadowPlace;
#include "shadowing.glsl"
#endif
#ifdef TWIN_DRAPED
uniform vec3 terrainTint;
uniform vec3 streetGlow;
#include "drape.glsl"

// Lamps make pools of light along a street; from afar one sees their mean.
float lampsAt(vec2 place, float distanceSquared)
{
    float pool = 0.5 + 0.5 * sin(place.x * 0.23) * sin(place.y * 0.23);
    return mix(0.30 + 0.95 * pool * pool, 0.60, clamp(distanceSquared * 8e-7, 0.0, 1.0));
}
#endif
#ifdef TWIN_STYLED
in vec4 tint;
in float tinted;
uniform vec3 selectionColour; // sRGB-encoded
#endif

void main()
{
    float distanceSquared = dot(fromEye, fromEye);
    vec3 here = albedo;
#ifdef TWIN_DRAPED
    here = draped(here, fromEye.xy, terrainTint);
#endif
#ifdef TWIN_STYLED
    here = mix(here, tint.rgb, tint.a);
#endif
#ifdef TWIN_SHADOWS
    vec3 light = fillLight + sunLight * sunAt(shadowPlace);
#else
    vec3 light = fillLight + sunLight;
#endif
#ifdef TWIN_DRAPED
    // Lamps along the streets, the lightest lines on the map.
    if (streetGlow.r > 0.0)
        light += streetGlow * (lampsAt(eyeInDrape + fromEye.xy, distanceSquared) *
                               smoothstep(0.56, 0.72, min(here.r, min(here.g, here.b))));
#endif
    vec3 shade = encoded(toneMapped(hazed(here * light, distanceSquared)));
#ifdef TWIN_STYLED
    shade = mix(shade, selectionColour, tinted);
#endif
    colour = vec4(shade, 254.0 / 255.0); // ground: without edges
}

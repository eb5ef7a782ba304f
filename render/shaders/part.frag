#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_SHADOWS, TWIN_STYLED, TWIN_TEXTURED, TWIN_CUTOUT, TWIN_BLENDED, TWIN_WATER, TWIN_POINTS)
in vec3 fromEye;
in vec4 albedo;
in vec3 sunLight;
in vec3 fillLight;
layout(location = 0) out vec4 colour;
#include "light.glsl"
#ifdef TWIN_SHADOWS
in vec3 shadowPlace;
#include "shadowing.glsl"
#endif
#ifdef TWIN_STYLED
flat in vec4 tint;
flat in float tinted;
uniform vec3 selectionColour; // sRGB-encoded
#endif
#ifdef TWIN_TEXTURED
in vec2 at;
uniform sampler2D imageTexture; // decoded to linear light by the sampler
#endif
#ifdef TWIN_WATER
#include "skycolour.glsl"
#endif

void main()
{
    vec4 here = albedo;
#ifdef TWIN_TEXTURED
    vec4 image = texture(imageTexture, at);
#ifdef TWIN_CUTOUT
    if (image.a < 0.5)
        discard;
    image.a = 1.0;
#endif
    here *= image;
#endif
#ifdef TWIN_POINTS
    vec2 corner = gl_PointCoord - 0.5;
    if (dot(corner, corner) > 0.25)
        discard;
#endif
#ifdef TWIN_STYLED
    here.rgb = mix(here.rgb, tint.rgb, tint.a);
#endif
#ifdef TWIN_SHADOWS
    vec3 light = fillLight + sunLight * sunAt(shadowPlace);
#else
    vec3 light = fillLight + sunLight;
#endif
    vec3 lit = here.rgb * light;
#ifdef TWIN_WATER
    // Calm water: the sky in it, more the flatter one looks.
    vec3 towards = normalize(fromEye);
    float flatness = 1.0 - abs(towards.z);
    float mirrored = 0.04 + 0.72 * flatness * flatness * flatness;
    lit = mix(lit, skyColour(vec3(towards.xy, abs(towards.z))), mirrored);
#endif
    vec3 shade = encoded(toneMapped(hazed(lit, dot(fromEye, fromEye))));
#ifdef TWIN_STYLED
    shade = mix(shade, selectionColour, tinted);
#endif
#ifdef TWIN_BLENDED
    colour = vec4(shade, here.a);
#elif defined(TWIN_POINTS)
    colour = vec4(shade, 253.0 / 255.0); // points: shaded by depth in the finishing pass
#else
    colour = vec4(shade, albedo.a);
#endif
}

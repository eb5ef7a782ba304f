#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_SHADOWS, TWIN_STYLED, TWIN_TEXTURED, TWIN_CUTOUT, TWIN_BLENDED, TWIN_WATER, TWIN_POINTS, TWIN_TONED, TWIN_FLAT_WATER, TWIN_GHOSTS)
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
#ifdef TWIN_TONED
flat in vec4 tone; // of the face: linear light, share
#endif
#if defined(TWIN_WATER) && !defined(TWIN_FLAT_WATER)
in vec2 waterPlace; // metres, of the tile: it does not swim with the eye
#include "skycolour.glsl"

// Small waves as a slope; they fade where a pixel holds many of them.
vec2 slopeAt(vec2 p, float metres)
{
    float near = clamp(1.2 - metres / 700.0, 0.0, 1.0);
    vec2 bent = p + 2.6 * vec2(sin(p.y * 0.071 + 1.3), sin(p.x * 0.083));
    vec2 slope = vec2(0.8, 0.6) * sin(dot(bent, vec2(0.62, 0.47)));
    slope += vec2(-0.35, 0.94) * sin(dot(bent, vec2(-0.23, 0.91)) + 2.0 * sin(bent.x * 0.19));
    slope += 0.7 * vec2(0.97, -0.24) * sin(dot(bent, vec2(1.37, -0.35)) + 1.5 * sin(bent.y * 0.27)) * clamp(1.3 - metres / 300.0, 0.0, 1.0);
    return slope * (0.014 * near);
}
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
#ifdef TWIN_TONED
    here.rgb = mix(here.rgb, tone.rgb, tone.a);
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
#if defined(TWIN_WATER) && !defined(TWIN_FLAT_WATER)
    // Calm water: the sky in it, more the flatter one looks.
    float metres = length(fromEye);
    vec3 towards = fromEye / metres;
    vec3 wave = normalize(vec3(slopeAt(waterPlace, metres), 1.0));
    vec3 mirror = reflect(towards, wave);
    float flatness = 1.0 - clamp(-dot(towards, wave), 0.0, 1.0);
    float mirrored = 0.03 + 0.60 * flatness * flatness * flatness;
    lit = mix(lit, skyColour(vec3(mirror.xy, max(mirror.z, 0.02))), mirrored);
#endif
    vec3 shade = encoded(toneMapped(hazed(lit, dot(fromEye, fromEye))));
#ifdef TWIN_STYLED
    shade = mix(shade, selectionColour, tinted);
#endif
#ifdef TWIN_GHOSTS
    colour = vec4(shade, 252.0 / 255.0); // seen through: faint edges, no occlusion
#elif defined(TWIN_BLENDED)
    colour = vec4(shade, here.a);
#elif defined(TWIN_POINTS)
    colour = vec4(shade, 253.0 / 255.0); // points: shaded by depth in the finishing pass
#else
    colour = vec4(shade, albedo.a);
#endif
}

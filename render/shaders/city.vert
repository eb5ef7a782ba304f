#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles. Light is made per vertex, so that a pixel costs nothing; shadows need it split into sun and fill.
#pragma import_defines(TWIN_STYLED, TWIN_SHADOWS, TWIN_QUICK)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass; // unit normal times 127, FaceClass
layout(location = 3) in vec4 colour;         // square root of linear light; a below 1: lies on the ground
uniform mat4 modelViewProjection;
uniform vec3 terrainTint; // darker ground for the dark theme
#ifndef TWIN_QUICK
flat out float kind; // 1, or a hair less for what lies on the ground: without edges
#endif
#include "light.glsl"
#ifdef TWIN_SHADOWS
uniform mat4 shadowFromModel;
uniform float shadowTexelMetres;
out vec3 sunShade;
out vec3 fillShade;
out vec3 shadowPlace;
out float along;
out float tinted;
#elif defined(TWIN_QUICK)
noperspective out vec3 shade; // colours differ so little along a triangle that nobody sees it
#else
out vec3 shade;
#endif
#ifdef TWIN_STYLED
layout(location = 2) in uint feature;
#include "style.glsl"
#endif

void main()
{
    gl_Position = modelViewProjection * vec4(position, 1.0);
    vec3 albedo = colour.rgb * colour.rgb;
#ifndef TWIN_QUICK
    kind = colour.a;
#endif
    if (colour.a < 0.998)
        albedo *= terrainTint;
    vec3 normal = normalAndClass.xyz * (1.0 / 127.0);
#ifdef TWIN_STYLED
    Style style = styleOf(feature);
    albedo = mix(albedo, style.tint.rgb * style.tint.rgb, style.tint.a);
    if (style.hidden)
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside: the triangle vanishes
#endif
#ifdef TWIN_SHADOWS
    fillShade = litBy(albedo, normal, 0.0);
    sunShade = litBy(albedo, normal, 1.0) - fillShade;
    shadowPlace = (shadowFromModel * vec4(position + normal * (shadowTexelMetres * 1.6), 1.0)).xyz;
    along = gl_Position.w;
    tinted = 0.0;
#ifdef TWIN_STYLED
    tinted = 0.25 * style.selected;
#endif
#else
    vec3 lit = litBy(albedo, normal, 1.0);
    shade = encoded(toneMapped(hazed(lit, gl_Position.w * gl_Position.w)));
#ifdef TWIN_STYLED
    shade = mix(shade, selectionColour, 0.25 * style.selected);
#endif
#endif
}

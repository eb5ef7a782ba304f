#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_SHADOWS, TWIN_QUICK)
layout(location = 0) out vec4 colour;
#ifndef TWIN_QUICK
flat in float kind;
#endif
#ifdef TWIN_SHADOWS
in vec3 sunShade;
in vec3 fillShade;
in vec3 shadowPlace;
in float along;
in float tinted;
uniform vec3 selectionColour; // sRGB-encoded
#include "light.glsl"
#include "shadowing.glsl"

void main()
{
    vec3 lit = fillShade + sunShade * sunAt(shadowPlace);
    vec3 shade = encoded(toneMapped(hazed(lit, along * along)));
    colour = vec4(mix(shade, selectionColour, tinted), kind);
}
#elif defined(TWIN_QUICK)
noperspective in vec3 shade;

void main()
{
    colour = vec4(shade, 1.0);
}
#else
in vec3 shade;

void main()
{
    colour = vec4(shade, kind);
}
#endif

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_SHADOWS)
in vec3 fromEye;
in vec3 sunShade;
in vec3 fillShade;
layout(location = 0) out vec4 colour;
#include "light.glsl"
#ifdef TWIN_SHADOWS
in vec3 shadowPlace;
#include "shadowing.glsl"
#endif

void main()
{
    float distanceSquared = dot(fromEye, fromEye);
#ifdef TWIN_SHADOWS
    vec3 light = fillShade + sunShade * sunAt(shadowPlace);
#else
    vec3 light = fillShade + sunShade;
#endif
    colour = vec4(encoded(toneMapped(hazed(light, distanceSquared))), 254.0 / 255.0); // ground: without edges
}

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
in vec3 fromEye;
in vec2 place;
in vec3 lightOfVertex;
layout(location = 0) out vec4 colour;
#include "light.glsl"
#include "noise.glsl"

void main()
{
    float distanceSquared = dot(fromEye, fromEye);
    // Broad patches near by, gone before they would shimmer.
    float patches = smoothNoise(place * 0.011) - 0.5;
    float strength = 0.085 / (1.0 + distanceSquared * 4e-7);
    vec3 lit = lightOfVertex * (1.0 + patches * strength);
    colour = vec4(encoded(toneMapped(hazed(lit, distanceSquared))), 1.0);
}

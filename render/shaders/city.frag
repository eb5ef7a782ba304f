#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_SHADOWS)
layout(location = 0) out vec4 colour;
flat in float kind;
#ifdef TWIN_SHADOWS
in vec3 sunny;
in vec3 shady;
in vec3 shadowPlace;
#include "shadowing.glsl"

void main()
{
    vec3 shade = shady;
    if (sunny.g - shady.g > 0.004) // else turned away from the sun: nothing to look up
        shade = mix(shady, sunny, sunAt(shadowPlace));
    colour = vec4(shade, kind);
}
#else
in vec3 shade;

void main()
{
    colour = vec4(shade, kind);
}
#endif

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_SHADOWS, TWIN_FACADES, TWIN_GHOSTS)
layout(location = 0) out vec4 colour;
flat in float kind;
#ifdef TWIN_FACADES
in vec2 facadePlace;
flat in vec2 facadeHouse;
#include "facade.glsl"
#endif
#ifdef TWIN_SHADOWS
in vec3 sunny;
in vec3 shady;
in vec3 shadowPlace;
#include "shadowing.glsl"
#else
in vec3 shade;
#endif

void main()
{
#ifdef TWIN_SHADOWS
    vec3 here = shady;
    if (sunny.g - shady.g > 0.004) // else turned away from the sun: nothing to look up
        here = mix(shady, sunny, sunAt(shadowPlace));
#else
    vec3 here = shade;
#endif
#ifdef TWIN_FACADES
    if (facadeHouse.y > 0.5)
        here = withWindows(here, facadePlace, facadeHouse, 1.0 / gl_FragCoord.w);
#endif
#ifdef TWIN_GHOSTS
    colour = vec4(here, 252.0 / 255.0); // seen through: faint edges, no occlusion
#else
    colour = vec4(here, kind);
#endif
}

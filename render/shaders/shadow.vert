#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_STYLED, TWIN_INSTANCED, TWIN_LYING, TWIN_TEXTURED)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass;
uniform mat4 modelViewProjection;
#include "place.glsl"
#ifdef TWIN_STYLED
layout(location = 2) in uint feature;
#include "style.glsl"
#endif
#ifdef TWIN_TEXTURED
layout(location = 8) in vec2 textureCoordinate;
out vec2 at;
#endif

void main()
{
    gl_Position = projected(placed());
    if (normalAndClass.w == 4.0)
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // terrain: only its skirts would throw shadows, onto its own seams
#ifdef TWIN_TEXTURED
    at = textureCoordinate;
#endif
#ifdef TWIN_STYLED
        Style style = styleOf(feature);
#ifdef TWIN_LYING
    style.ghost = false; // what lies on the ground is never seen through
#endif
    if (style.hidden || (style.ghost && normalAndClass.w != 4.0))
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
}

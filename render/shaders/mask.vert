#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Only selected and hovered features; everything else vanishes.
#pragma import_defines(TWIN_STYLED, TWIN_INSTANCED, TWIN_LYING, TWIN_POINTS)
layout(location = 0) in vec3 position;
layout(location = 2) in uint feature;
uniform mat4 modelViewProjection;
flat out vec2 marked;
#include "place.glsl"
#ifdef TWIN_POINTS
uniform float pointMetres;
uniform float pixelsPerRadian;
#endif
#ifdef TWIN_STYLED
#include "style.glsl"
#endif

void main()
{
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    marked = vec2(0.0);
#ifdef TWIN_STYLED
    Style style = styleOf(feature);
    marked = vec2(style.selected, style.hovered);
    if (!style.hidden && marked.x + marked.y > 0.0)
        gl_Position = projected(placed());
#ifdef TWIN_POINTS
    gl_PointSize = clamp(pointMetres * pixelsPerRadian / max(gl_Position.w, 0.01), 1.5, 32.0);
#endif
#endif
}

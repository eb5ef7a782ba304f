#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Only selected and hovered features; everything else vanishes.
#pragma import_defines(TWIN_STYLED)
layout(location = 0) in vec3 position;
layout(location = 2) in uint feature;
uniform mat4 modelViewProjection;
flat out vec2 marked;
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
        gl_Position = modelViewProjection * vec4(position, 1.0);
#endif
}

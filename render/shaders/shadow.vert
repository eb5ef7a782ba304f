#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_STYLED)
layout(location = 0) in vec3 position;
uniform mat4 modelViewProjection;
#ifdef TWIN_STYLED
layout(location = 2) in uint feature;
#include "style.glsl"
#endif

void main()
{
    gl_Position = modelViewProjection * vec4(position, 1.0);
#ifdef TWIN_STYLED
    if (styleOf(feature).hidden)
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
}

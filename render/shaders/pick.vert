#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_STYLED, TWIN_INSTANCED, TWIN_LYING, TWIN_POINTS, TWIN_TEXTURED)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass;
layout(location = 2) in uint feature;
uniform mat4 modelViewProjection;
flat out uint featureOut;
out float depthOut;
#include "place.glsl"
#ifdef TWIN_STYLED
#include "style.glsl"
#endif
#ifdef TWIN_TEXTURED
layout(location = 8) in vec2 textureCoordinate;
out vec2 at;
#endif
#ifdef TWIN_POINTS
uniform float pointMetres;
uniform float pixelsPerRadian;
#endif

void main()
{
    gl_Position = projected(placed());
    featureOut = feature;
    depthOut = gl_Position.w;
#ifdef TWIN_TEXTURED
    at = textureCoordinate;
#endif
#ifdef TWIN_POINTS
    // The whole picture is one pixel here; a point whose middle is beside it would be clipped.
    float radius = 0.5 * clamp(pointMetres * pixelsPerRadian / max(gl_Position.w, 0.01), 1.5, 32.0);
    gl_PointSize = 1.0;
    if (length(gl_Position.xy) <= gl_Position.w * 2.0 * radius)
        gl_Position.xy = vec2(0.0);
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

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// The plain ground, and terrain tiles with something on them: so large that haze and texture are made per pixel.
#pragma import_defines(TWIN_SHADOWS, TWIN_DRAPED, TWIN_STYLED, TWIN_TONED)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass;
layout(location = 3) in vec4 colour;
uniform mat4 modelViewProjection;
uniform vec3 terrainTint;
uniform vec3 originFromEye; // of the vertices, scene axes
out vec3 fromEye;
out vec3 albedo;
out vec3 sunLight;
out vec3 fillLight;
#include "light.glsl"
#ifdef TWIN_TONED
#include "tone.glsl"
#endif
#ifdef TWIN_SHADOWS
uniform mat4 shadowFromModel;
out vec3 shadowPlace;
#endif
#ifdef TWIN_STYLED
layout(location = 2) in uint feature;
out vec4 tint;
out float tinted;
#include "style.glsl"
#endif

void main()
{
    gl_Position = modelViewProjection * vec4(position, 1.0);
    fromEye = position + originFromEye;
    vec3 normal = normalAndClass.xyz * (1.0 / 127.0);
    albedo = colour.rgb * colour.rgb;
#ifdef TWIN_TONED
    albedo = toned(albedo, normalAndClass.w);
#endif
    albedo *= terrainTint;
    fillLight = litBy(vec3(1.0), normal, 0.0);
    sunLight = litBy(vec3(1.0), normal, 1.0) - fillLight;
#ifdef TWIN_SHADOWS
    shadowPlace = (shadowFromModel * vec4(position, 1.0)).xyz;
#endif
#ifdef TWIN_STYLED
    Style style = styleOf(feature);
    tint = vec4(style.tint.rgb * style.tint.rgb, style.tint.a);
    tinted = selectionShare * style.selected;
    if (style.hidden)
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside: the triangle vanishes
#endif
}

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// The plain ground: as far as one can see, so haze and texture are made per pixel.
#pragma import_defines(TWIN_SHADOWS)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass;
layout(location = 3) in vec4 colour;
uniform mat4 modelViewProjection;
uniform vec3 terrainTint;
uniform vec3 eyeInGround; // eye in the frame of the ground's vertices, metres
out vec3 fromEye;
out vec3 sunShade;
out vec3 fillShade;
#include "light.glsl"
#ifdef TWIN_SHADOWS
uniform mat4 shadowFromModel;
out vec3 shadowPlace;
#endif

void main()
{
    gl_Position = modelViewProjection * vec4(position, 1.0);
    fromEye = position - eyeInGround;
    vec3 normal = normalAndClass.xyz * (1.0 / 127.0);
    vec3 albedo = colour.rgb * colour.rgb * terrainTint;
    fillShade = litBy(albedo, normal, 0.0);
    sunShade = litBy(albedo, normal, 1.0) - fillShade;
#ifdef TWIN_SHADOWS
    shadowPlace = (shadowFromModel * vec4(position, 1.0)).xyz;
#endif
}

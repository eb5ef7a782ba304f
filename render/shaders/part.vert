#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// What is no plain triangle of a standing thing: pictures, both sides, see-through, instances, water, things that lie on
// the ground, lines, points. Light is made per pixel.
#pragma import_defines(TWIN_SHADOWS, TWIN_STYLED, TWIN_INSTANCED, TWIN_LYING, TWIN_TEXTURED, TWIN_DOUBLE_SIDED, TWIN_POINTS, TWIN_BLENDED, TWIN_WATER, TWIN_WITHOUT_NORMALS, TWIN_TONED, TWIN_GHOSTS)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass;
layout(location = 3) in vec4 colour;
uniform mat4 modelViewProjection;
uniform vec3 terrainTint;
uniform vec3 originFromEye;
out vec3 fromEye;
out vec4 albedo;
out vec3 sunLight;
out vec3 fillLight;
#include "light.glsl"
#include "place.glsl"
#ifdef TWIN_TONED
flat out vec4 tone;
#include "tone.glsl"
#endif
#ifdef TWIN_SHADOWS
uniform mat4 shadowFromModel;
uniform float shadowTexelMetres;
out vec3 shadowPlace;
#endif
#ifdef TWIN_STYLED
layout(location = 2) in uint feature;
flat out vec4 tint;
flat out float tinted;
#include "style.glsl"
#endif
#ifdef TWIN_WATER
out vec2 waterPlace;
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
    vec3 place = placed();
    gl_Position = projected(place);
    fromEye = place + originFromEye;
#ifdef TWIN_WATER
    waterPlace = place.xy;
#endif
    vec3 normal = normalAndClass.xyz * (1.0 / 127.0);
#ifdef TWIN_INSTANCED
    normal = mat3(modelFromInstance) * normal;
    normal *= inversesqrt(max(dot(normal, normal), 1e-12));
#endif
#ifdef TWIN_DOUBLE_SIDED
    if (dot(normal, fromEye) > 0.0)
        normal = -normal;
#endif
#ifdef TWIN_WITHOUT_NORMALS
    if (dot(normal, normal) < 0.1)
        normal = vec3(0.0, 0.0, 1.0); // measured points and lines: as lit as level ground
#endif
#ifdef TWIN_POINTS
    gl_PointSize = clamp(pointMetres * pixelsPerRadian / max(gl_Position.w, 0.01), 1.5, 32.0);
#endif
    albedo = vec4(colour.rgb * colour.rgb, colour.a);
#ifdef TWIN_TONED
    tone = faceTones[clamp(int(normalAndClass.w + 0.5), 0, 16)];
#endif
#ifdef TWIN_INSTANCED
    if (normalAndClass.w == 9.0) { // plants of one shape differ in their green
        float leaf = fract(sin(dot(modelFromInstance[3].xy, vec2(12.9898, 78.233))) * 43758.5453);
        albedo.rgb *= mix(vec3(0.78, 0.86, 0.80), vec3(1.22, 1.12, 1.00), leaf);
    }
#endif
#ifndef TWIN_BLENDED
    if (colour.a < 0.998)
        albedo.rgb *= terrainTint;
#endif
    fillLight = litBy(vec3(1.0), normal, 0.0);
    sunLight = litBy(vec3(1.0), normal, 1.0) - fillLight;
#ifdef TWIN_SHADOWS
    shadowPlace = (shadowFromModel * vec4(place + normal * (shadowTexelMetres * 1.6), 1.0)).xyz;
#endif
#ifdef TWIN_STYLED
    Style style = styleOf(feature);
    tint = vec4(style.tint.rgb * style.tint.rgb, style.tint.a);
    tinted = selectionShare * style.selected;
#ifdef TWIN_LYING
    style.ghost = false; // what lies on the ground is never seen through
#endif
#ifdef TWIN_GHOSTS
    if (style.hidden || !style.ghost)
#else
    if (style.hidden || style.ghost)
#endif
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside: the triangle vanishes
#endif
#ifdef TWIN_TEXTURED
    at = textureCoordinate;
#endif
}

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles while the camera moves: everything per vertex, so that a pixel costs nothing.
#pragma import_defines(TWIN_STYLED)
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndClass; // unit normal times 127, FaceClass
layout(location = 3) in vec4 colour;         // square root of linear light
uniform mat4 modelViewProjection;
out vec3 shade;
#include "light.glsl"
#ifdef TWIN_STYLED
layout(location = 2) in uint feature;
#include "style.glsl"
#endif

void main()
{
    gl_Position = modelViewProjection * vec4(position, 1.0);
    vec3 albedo = colour.rgb * colour.rgb;
#ifdef TWIN_STYLED
    Style style = styleOf(feature);
    albedo = mix(albedo, style.tint.rgb * style.tint.rgb, style.tint.a);
    if (style.hidden)
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside: the triangle vanishes
#endif
    vec3 lit = litBy(albedo, normalAndClass.xyz * (1.0 / 127.0), 1.0);
    shade = encoded(toneMapped(hazed(lit, gl_Position.w * gl_Position.w)));
#ifdef TWIN_STYLED
    shade = mix(shade, selectionColour, 0.25 * style.selected);
#endif
}

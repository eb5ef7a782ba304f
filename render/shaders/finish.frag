#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// From the drawn city to the picture: occlusion, edges, outline of what is selected.
#pragma import_defines(TWIN_SHADED, TWIN_EDGED, TWIN_BOLD, TWIN_OUTLINED, TWIN_ACCUMULATED, TWIN_POINTS)
in vec2 uv;
in vec3 ray;
layout(location = 0) out vec4 colour;
uniform sampler2D colourTexture;
uniform float hazeDistanceSquared;
uniform float weight; // of this sample in the accumulated picture
#include "depth.glsl"
#ifdef TWIN_SHADED
uniform sampler2D occlusionTexture; // 1: nothing takes light away
uniform float occlusionShare;
#endif
#ifdef TWIN_EDGED
uniform vec3 edgeColour;     // sRGB-encoded
uniform float edgeStrength;
uniform float edgeReachSquared; // square metres: half of the strength is left

// How much the surface bends away over `step` pixels.
float bendAt(ivec2 pixel, float d, int step)
{
    float l = texelFetch(depthTexture, pixel - ivec2(step, 0), 0).r;
    float r = texelFetch(depthTexture, pixel + ivec2(step, 0), 0).r;
    float u = texelFetch(depthTexture, pixel + ivec2(0, step), 0).r;
    float b = texelFetch(depthTexture, pixel - ivec2(0, step), 0).r;
    vec2 bend = vec2(l + r, u + b) - 2.0 * d; // positive: the neighbours are farther away
    return max(bend.x, bend.y);
}

// Window depth is linear on planes, so its second difference shows edges alone: negative on the near, convex side.
float edgeAt(ivec2 pixel, float d, float along)
{
    ivec2 last = textureSize(depthTexture, 0) - 1;
    if (pixel.x == 0 || pixel.y == 0 || pixel.x == last.x || pixel.y == last.y)
        return 0.0;
    // In units of one pixel's angle and independent of distance; see distanceOf().
    float scale = along * (clip.y - clip.x) / (clip.x * clip.y * pixelAngle);
#ifdef TWIN_BOLD
    if (all(greaterThan(pixel, ivec2(1))) && all(lessThan(pixel, last - 1)))
        return clamp(bendAt(pixel, d, 2) * scale * 0.5 - 0.24, 0.0, 1.0);
#endif
    return clamp(bendAt(pixel, d, 1) * scale * 0.5 - 0.12, 0.0, 1.0);
}
#endif
#ifdef TWIN_POINTS
// Eye-dome lighting (Boucheny 2009): a point is darker the more its neighbours on the screen stand before it. What a
// plane rises towards one side it falls towards the other, so that opposite neighbours cancel: ground keeps its colour.
float domeAt(ivec2 pixel, float along)
{
    ivec2 last = textureSize(depthTexture, 0) - 1;
    float here = log2(along);
    float before[8]; // positive: the neighbour is nearer
    for (int i = 0; i < 8; ++i) {
        float angle = float(i) * 0.78539816;
        ivec2 at = clamp(pixel + ivec2(round(vec2(cos(angle), sin(angle)) * (i % 2 == 0 ? 1.0 : 2.8))), ivec2(0), last);
        before[i] = here - log2(distanceOf(texelFetch(depthTexture, at, 0).r));
    }
    // No steeper plane than one seen at 10 degrees: beyond, the far side is another thing and cancels nothing.
    float steepest = 8.0 * pixelAngle;
    float hidden = 0.0;
    for (int i = 0; i < 8; ++i) {
        float behind = clamp(-before[(i + 4) % 8], 0.0, steepest * (i % 2 == 0 ? 1.0 : 2.8));
        hidden += max(0.0, before[i] - behind);
    }
    return exp(-12.0 * min(hidden, 0.14));
}
#endif
#ifdef TWIN_OUTLINED
uniform sampler2D maskTexture; // r: selected, g: hovered; less behind other things
uniform vec3 selectionColour;

vec2 outlineAt(ivec2 pixel)
{
    vec2 here = texelFetch(maskTexture, pixel, 0).rg;
    vec2 around = vec2(0.0);
    ivec2 last = textureSize(maskTexture, 0) - 1;
    for (int y = -2; y <= 2; ++y) {
        for (int x = -2; x <= 2; ++x) {
            if (x * x + y * y <= 5)
                around = max(around, texelFetch(maskTexture, clamp(pixel + ivec2(x, y), ivec2(0), last), 0).rg);
        }
    }
    return around * (1.0 - step(0.01, here));
}
#endif

void main()
{
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    vec4 drawn = texelFetch(colourTexture, pixel, 0);
    vec3 c = drawn.rgb;
#if defined(TWIN_SHADED) || defined(TWIN_EDGED)
    float d = texelFetch(depthTexture, pixel, 0).r;
    float along = distanceOf(d);
    float ghost = 1.0 - step(252.5 / 255.0, drawn.a);
#endif
#ifdef TWIN_SHADED
    if (d < 1.0) {
        float open = texelFetch(occlusionTexture, pixel, 0).r;
        c *= mix(vec3(0.30, 0.31, 0.36), vec3(1.0), mix(1.0, open, occlusionShare * (1.0 - ghost)));
    }
#endif
#ifdef TWIN_EDGED
    if (d < 1.0 && (drawn.a > 0.998 || ghost > 0.0)) {
        float clear = hazeDistanceSquared / (along * along + hazeDistanceSquared);
        float near = edgeReachSquared / (along * along + edgeReachSquared);
        float strength = edgeStrength * (1.0 - 0.6 * edgeStrength * ghost); // strong lines would hide what is behind
        c = mix(c, edgeColour, strength * near * clear * edgeAt(pixel, d, along));
    }
#endif
#ifdef TWIN_POINTS
    if (abs(drawn.a - 253.0 / 255.0) < 0.001)
        c *= domeAt(pixel, distanceOf(texelFetch(depthTexture, pixel, 0).r));
#endif
#ifdef TWIN_OUTLINED
    vec2 outline = outlineAt(pixel);
    c = mix(c, selectionColour, max(outline.r, outline.g * 0.75));
#endif
#ifdef TWIN_ACCUMULATED
    colour = vec4(c * c, weight);
#else
    colour = vec4(c, 1.0);
#endif
}

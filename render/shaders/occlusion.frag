#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Ambient occlusion from the depth texture at half resolution: how much of the sky the streets' walls take away.
in vec2 uv;
in vec3 ray;
layout(location = 0) out vec4 occlusionAndDistance;
#include "depth.glsl"

const int taps = 8;
const float reachMetres = 11.0;

vec3 positionAt(ivec2 pixel, vec2 texel)
{
    float d = texelFetch(depthTexture, pixel, 0).r;
    return eyePosition((vec2(pixel) + 0.5) * texel, distanceOf(d));
}

void main()
{
    ivec2 size = textureSize(depthTexture, 0);
    vec2 texel = 1.0 / vec2(size);
    ivec2 pixel = min(ivec2(uv * vec2(size)), size - 1);
    float windowDepth = texelFetch(depthTexture, pixel, 0).r;
    float along = distanceOf(windowDepth);
    occlusionAndDistance = vec4(1.0, min(along, 60000.0), 0.0, 1.0);
    if (windowDepth >= 1.0 || along > 6000.0)
        return;
    vec3 p = eyePosition((vec2(pixel) + 0.5) * texel, along);
    // At the picture's border the neighbour on the inner side counts twice.
    ivec2 after = ivec2(lessThan(pixel, size - 1));
    ivec2 before = ivec2(greaterThan(pixel, ivec2(0)));
    vec3 left = before.x == 1 ? p - positionAt(pixel - ivec2(1, 0), texel) : vec3(0.0, 0.0, 1e9);
    vec3 right = after.x == 1 ? positionAt(pixel + ivec2(1, 0), texel) - p : left;
    vec3 down = before.y == 1 ? p - positionAt(pixel - ivec2(0, 1), texel) : vec3(0.0, 0.0, 1e9);
    vec3 up = after.y == 1 ? positionAt(pixel + ivec2(0, 1), texel) - p : down;
    vec3 dx = abs(right.z) < abs(left.z) ? right : left;
    vec3 dy = abs(up.z) < abs(down.z) ? up : down;
    vec3 n = normalize(cross(dy, dx)); // towards the eye: z is forward

    float radius = clamp(reachMetres / (along * pixelAngle), 3.0, 110.0);
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    float angle = noise * 6.2831853;
    float start = fract(noise * 7.31);
    float hidden = 0.0;
    for (int i = 0; i < taps; ++i) {
        float r = radius * (float(i) + start + 0.15) / float(taps);
        vec2 offset = vec2(cos(angle), sin(angle)) * r;
        angle += 2.3999632;
        ivec2 at = clamp(pixel + ivec2(offset), ivec2(0), size - 1);
        vec3 v = positionAt(at, texel) - p;
        float vv = dot(v, v);
        float height = dot(v, n) - along * pixelAngle * 1.5;
        hidden += max(height, 0.0) * inversesqrt(vv + 0.05) * clamp(1.0 - vv / (reachMetres * reachMetres * 2.2), 0.0, 1.0);
    }
    float open = clamp(1.0 - 1.55 * hidden / float(taps), 0.0, 1.0);
    float fade = smoothstep(6000.0, 2500.0, along);
    occlusionAndDistance.r = mix(1.0, open, fade);
}

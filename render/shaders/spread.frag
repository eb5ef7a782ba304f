#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Occlusion from half to full resolution without crossing edges, fading into the haze.
in vec2 uv;
in vec3 ray;
layout(location = 0) out vec4 openness;
uniform sampler2D occlusionTexture;
uniform float hazeDistanceSquared;
#include "depth.glsl"

float occlusionAt(float along)
{
    vec2 size = vec2(textureSize(occlusionTexture, 0));
    vec2 at = uv * size - 0.5;
    ivec2 base = ivec2(floor(at));
    vec2 f = at - vec2(base);
    ivec2 last = ivec2(size) - 1;
    float sum = 0.0;
    float weights = 1e-4;
    for (int i = 0; i < 4; ++i) {
        ivec2 o = ivec2(i & 1, i >> 1);
        vec2 there = texelFetch(occlusionTexture, clamp(base + o, ivec2(0), last), 0).rg;
        vec2 b = mix(1.0 - f, f, vec2(o));
        float w = (b.x * b.y + 0.02) * (1.0 / (1.0 + 40.0 * abs(there.g - along) / (along * 0.02 + 0.4)));
        sum += there.r * w;
        weights += w;
    }
    return sum / weights;
}

void main()
{
    float d = texelFetch(depthTexture, ivec2(gl_FragCoord.xy), 0).r;
    openness = vec4(1.0);
    if (d >= 1.0)
        return;
    float along = distanceOf(d);
    float clear = hazeDistanceSquared / (along * along + hazeDistanceSquared);
    openness = vec4(mix(1.0, occlusionAt(along), 0.78 * clear));
}

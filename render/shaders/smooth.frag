#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// Smooths the occlusion without crossing edges.
in vec2 uv;
in vec3 ray;
layout(location = 0) out vec4 occlusionAndDistance;
uniform sampler2D occlusionTexture;

void main()
{
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(occlusionTexture, 0) - 1;
    vec2 here = texelFetch(occlusionTexture, pixel, 0).rg;
    float sum = here.r;
    float weights = 1.0;
    for (int y = -1; y <= 2; ++y) {
        for (int x = -1; x <= 2; ++x) {
            vec2 there = texelFetch(occlusionTexture, clamp(pixel + ivec2(x, y), ivec2(0), last), 0).rg;
            float w = max(0.0, 1.0 - abs(there.g - here.g) / (here.g * 0.02 + 0.4));
            sum += there.r * w;
            weights += w;
        }
    }
    occlusionAndDistance = vec4(sum / weights, here.g, 0.0, 1.0);
}

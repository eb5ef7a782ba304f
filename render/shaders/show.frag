#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// From the accumulated picture (squared) to the final one.
in vec2 uv;
in vec3 ray;
layout(location = 0) out vec4 colour;
uniform sampler2D accumulatedTexture;

void main()
{
    vec3 c = sqrt(texelFetch(accumulatedTexture, ivec2(gl_FragCoord.xy), 0).rgb);
    // Half a step of ordered noise keeps the sky free of bands.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    colour = vec4(c + noise / 255.0, 1.0);
}

#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
flat in vec2 marked;
layout(location = 0) out vec4 mask;
uniform sampler2D depthTexture; // of the city
uniform float behind; // how much shows behind other things

void main()
{
    float city = texelFetch(depthTexture, ivec2(gl_FragCoord.xy), 0).r;
    float visible = gl_FragCoord.z <= city + 2e-6 + fwidth(gl_FragCoord.z) ? 1.0 : behind;
    mask = vec4(marked * visible, 0.0, 1.0);
}

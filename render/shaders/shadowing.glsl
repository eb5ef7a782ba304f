// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the sun reaches a place; needs shadowPlace from shadowPlaceOf() in the vertex shader.
uniform sampler2D shadowTexture;
uniform float shadowStrength;
uniform float shadowTurn; // differs from sample to sample of the accumulated picture

float sunAt(vec3 at)
{
    vec3 middle = abs(at - 0.5); // beyond the map's depth nothing is known either
    float fade = (1.0 - smoothstep(0.42, 0.5, max(max(middle.x, middle.y), middle.z))) * shadowStrength;
    if (fade <= 0.0)
        return 1.0;
    vec2 size = vec2(textureSize(shadowTexture, 0));
    // Four taps on a spiral; pixel and sample turn it, so that eight samples make a disc of 32.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))) + shadowTurn);
    float angle = noise * 6.2831853;
    vec2 spin = vec2(cos(angle), sin(angle));
    float shift = fract(noise * 7.0 + shadowTurn);
    float lit = 0.0;
    for (int i = 0; i < 4; ++i) {
        float r = 2.1 * sqrt((float(i) + shift) * 0.25);
        vec2 p = at.xy * size + spin * r;
        spin = vec2(-spin.y, spin.x);
        lit += texelFetch(shadowTexture, ivec2(p), 0).r >= at.z ? 0.25 : 0.0;
    }
    return mix(1.0, lit, fade);
}

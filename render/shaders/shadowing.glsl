// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the sun reaches a place; needs shadowPlace from shadowPlaceOf() in the vertex shader.
uniform sampler2D shadowTexture;
uniform float shadowStrength;
uniform float shadowTurn; // differs from sample to sample of the accumulated picture

float sunAt(vec3 at)
{
    vec2 middle = abs(at.xy - 0.5);
    float fade = smoothstep(0.5, 0.42, max(middle.x, middle.y)) * shadowStrength;
    if (fade <= 0.0)
        return 1.0;
    vec2 size = vec2(textureSize(shadowTexture, 0));
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))) + shadowTurn);
    float angle = noise * 6.2831853;
    vec2 spin = vec2(cos(angle), sin(angle));
    float lit = 0.0;
    for (int i = 0; i < 4; ++i) {
        float r = 0.35 + 0.4 * float(i);
        vec2 p = at.xy * size + spin * r;
        spin = vec2(-spin.y, spin.x);
        lit += texelFetch(shadowTexture, ivec2(p), 0).r >= at.z ? 0.25 : 0.0;
    }
    return mix(1.0, lit, fade);
}

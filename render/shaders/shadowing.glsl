// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the sun reaches a place, given in the shadow map: u, v and depth, each 0…1.
uniform sampler2DShadow shadowTexture; // compares four texels and blends the answers
uniform float shadowStrength;
uniform vec2 shadowShift; // differs from sample to sample of the accumulated picture: together a soft disc

float sunAt(vec3 at)
{
    vec2 middle = abs(at.xy - 0.5);
    float fade = shadowStrength * clamp((0.5 - max(middle.x, middle.y)) * 12.5, 0.0, 1.0);
    if (fade <= 0.0 || at.z >= 1.0) // beyond the map nothing is known
        return 1.0;
    return 1.0 - fade * (1.0 - texture(shadowTexture, vec3(at.xy + shadowShift, at.z)));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the sun reaches a place, given in the shadow map: u, v and depth, each 0…1. The edge is as wide as the
// sun's disc makes it: sharp where a house meets the ground, wide where a tower throws far (percentage-closer soft
// shadows: what stands in the way is looked for first, then the edge is blurred by how far away it is).
uniform sampler2DShadow shadowTexture; // compares four texels and blends the answers
uniform sampler2D shadowDepths;        // the same depths, to be read
uniform float shadowStrength;
uniform vec2 shadowSpread; // u and v that the edge widens by for each unit of depth
uniform vec2 shadowLeast;  // u and v of the narrowest edge: what hides the texels
uniform vec2 shadowReach;  // u and v in which something is looked for that stands in the way
// Points of the unit disc, others in each sample of the accumulated picture: together they fill it.
uniform vec2 shadowLooks[4];
uniform vec2 shadowTaps[3];

float sunAt(vec3 at)
{
    vec2 middle = abs(at.xy - 0.5);
    float fade = shadowStrength * clamp((0.5 - max(middle.x, middle.y)) * 12.5, 0.0, 1.0);
    if (fade <= 0.0 || at.z >= 1.0) // beyond the map nothing is known
        return 1.0;
    float straight = at.z - textureLod(shadowDepths, at.xy, 0.0).r; // or the core of thin shadows stays sharp
    float found = step(0.0, straight);
    float gap = found * straight;
    for (int i = 0; i < 4; ++i) {
        float before = at.z - textureLod(shadowDepths, at.xy + shadowLooks[i] * shadowReach, 0.0).r;
        float hides = step(0.0, before);
        gap += hides * before;
        found += hides;
    }
    vec2 edge = max(shadowLeast, min(shadowReach, shadowSpread * (gap / max(found, 1.0))));
    float sun = 0.0;
    for (int i = 0; i < 3; ++i)
        sun += textureLod(shadowTexture, vec3(at.xy + shadowTaps[i] * edge, at.z), 0.0);
    return 1.0 - fade * (1.0 - sun / 3.0);
}

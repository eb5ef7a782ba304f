// SPDX-License-Identifier: GPL-3.0-or-later
uniform vec3 towardsSun;
uniform vec3 zenithColour;
uniform vec3 horizonColour;
uniform vec3 sunGlow;
uniform float sunGlowStrength;

// Linear light of the sky in a direction.
vec3 skyColour(vec3 direction)
{
    float rise = clamp(direction.z, 0.0, 1.0);
    float low = 1.0 - rise;
    float low2 = low * low;
    // Before the sun sets its side of the horizon is warmer, the other one cooler than the mean.
    float side = dot(direction.xy, towardsSun.xy) * inversesqrt(max(dot(direction.xy, direction.xy) * dot(towardsSun.xy, towardsSun.xy), 1e-9));
    float dusk = sunGlowStrength * clamp(1.0 - towardsSun.z * 3.0, 0.0, 1.0);
    vec3 horizon = horizonColour * mix(vec3(1.0), mix(vec3(0.92, 0.96, 1.06), vec3(1.22, 0.98, 0.74), side * 0.5 + 0.5), dusk);
    vec3 sky = mix(zenithColour, horizon, low2 * low2 * low2);
    float towards = max(dot(direction, towardsSun), 0.0);
    float g2 = towards * towards;
    float g8 = g2 * g2 * g2 * g2;
    float g64 = g8 * g8;
    g64 *= g64;
    g64 *= g64;
    float disc = smoothstep(0.99985, 0.99992, towards);
    // The glow hugs the horizon when the sun is low.
    float band = mix(1.0, low2, clamp(1.0 - towardsSun.z * 4.0, 0.0, 1.0));
    return sky + sunGlow * sunGlowStrength * (g8 * 0.30 * band + g64 * 0.5 + disc * 3.0);
}

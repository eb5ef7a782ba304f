// SPDX-License-Identifier: GPL-3.0-or-later
// The light of one moment (SkyLight.h). Colours in linear light; encode() gives sRGB.
uniform vec3 towardsLight; // unit, scene axes
uniform vec3 keyLight;
uniform vec3 skyFill;
uniform vec3 groundFill;
uniform vec3 hazeColour;
uniform float hazeDistanceSquared; // half of the colour is haze here, square metres

vec3 litBy(vec3 albedo, vec3 normal, float sun)
{
    vec3 fill = mix(groundFill, skyFill, normal.z * 0.5 + 0.5);
    return albedo * (keyLight * (max(dot(normal, towardsLight), 0.0) * sun) + fill);
}

vec3 hazed(vec3 colour, float distanceSquared)
{
    return mix(colour, hazeColour, distanceSquared / (distanceSquared + hazeDistanceSquared));
}

// Linear up to the mid-tones, a long soft shoulder: white walls in the sun keep their form.
vec3 toneMapped(vec3 c)
{
    return 1.25 * c * inversesqrt(1.0 + 1.18 * c * c);
}

// sRGB transfer curve within 0.002, without pow: this runs for every vertex.
vec3 encoded(vec3 c)
{
    vec3 x = clamp(c, 0.0, 1.0);
    vec3 s1 = sqrt(x);
    vec3 s2 = sqrt(s1);
    vec3 s3 = sqrt(s2);
    return clamp(0.662002687 * s1 + 0.684122060 * s2 - 0.323583601 * s3 - 0.0225411470 * x, 0.0, 1.0);
}

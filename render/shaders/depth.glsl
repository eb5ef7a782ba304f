// SPDX-License-Identifier: GPL-3.0-or-later
uniform sampler2D depthTexture; // window depth
uniform vec2 clip;              // near and far plane, metres
uniform vec2 halfTangents;      // of half the field of view, horizontal and vertical
uniform float pixelAngle;       // radians a pixel, in the middle

// Metres along the view direction.
float distanceOf(float windowDepth)
{
    return clip.x * clip.y / (clip.y - windowDepth * (clip.y - clip.x));
}

// Eye space with z forward.
vec3 eyePosition(vec2 uv, float along)
{
    return vec3((uv * 2.0 - 1.0) * halfTangents * along, along);
}

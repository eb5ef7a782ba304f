#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
in vec3 ray;
layout(location = 0) out vec4 colour;
#include "light.glsl"
#include "skycolour.glsl"

void main()
{
    colour = vec4(encoded(toneMapped(skyColour(normalize(ray)))), 1.0);
}

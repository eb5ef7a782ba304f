#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
// One triangle over the whole picture, at the far plane.
uniform vec3 rayCentre; // scene axes: view direction
uniform vec3 rayRight;  // to the right edge of the picture
uniform vec3 rayUp;     // to the upper edge
out vec2 uv;
out vec3 ray;

void main()
{
    vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    uv = corner * 0.5 + 0.5;
    ray = rayCentre + rayRight * corner.x + rayUp * corner.y;
    gl_Position = vec4(corner, 1.0, 1.0);
}

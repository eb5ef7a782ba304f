// SPDX-License-Identifier: GPL-3.0-or-later
// A style's own colours in place of the faces' (PictureLook.h).
uniform vec4 faceTones[17]; // by FaceClass: linear light, share

vec3 toned(vec3 albedo, float faceClass)
{
    vec4 tone = faceTones[clamp(int(faceClass + 0.5), 0, 16)];
    return mix(albedo, tone.rgb, tone.a);
}

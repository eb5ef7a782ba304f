#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_TEXTURED, TWIN_CUTOUT)
layout(location = 0) out float depth; // once more: what is compared cannot be read
#ifdef TWIN_TEXTURED
in vec2 at;
uniform sampler2D imageTexture;
#endif

void main()
{
#ifdef TWIN_CUTOUT
    if (texture(imageTexture, at).a < 0.5)
        discard;
#endif
    depth = clamp(gl_FragCoord.z, 0.0, 1.0);
}

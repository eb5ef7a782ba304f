#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma import_defines(TWIN_TEXTURED, TWIN_CUTOUT)
flat in uint featureOut;
in float depthOut;
uniform int tileNumber;
layout(location = 0) out vec4 hit; // tile number, feature or -1, distance along the view direction; exact below 2^24
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
    hit = vec4(float(tileNumber), featureOut == 0xFFFFFFFFu ? -1.0 : float(featureOut), depthOut, 1.0);
}

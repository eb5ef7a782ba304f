// SPDX-License-Identifier: GPL-3.0-or-later
// Look-up of one feature's deviating style (TileStyle.h); only in the variants for tiles that have one.
uniform sampler2D styleTexture;
uniform vec3 selectionColour; // sRGB-encoded
uniform float selectionShare; // of what is selected

struct Style {
    vec4 tint;
    bool hidden;
    float selected;
    float hovered;
    bool ghost; // seen through
};

Style styleOf(uint feature)
{
    if (feature == 0xFFFFFFFFu)
        return Style(vec4(0.0), false, 0.0, 0.0, false);
    int texel = int(feature) * 2;
    ivec2 at = ivec2(texel & 255, texel >> 8);
    vec4 flags = texelFetch(styleTexture, at + ivec2(1, 0), 0);
    return Style(texelFetch(styleTexture, at, 0), flags.r > 0.5, flags.g, flags.b, flags.a > 0.5);
}

// SPDX-License-Identifier: GPL-3.0-or-later
VARYING vec2 onSheet;

void MAIN()
{
    vec4 paper = textureLod(labels, onSheet, 0.0);
    if (paper.a < 0.02)
        discard;
    FRAGCOLOR = paper;
}

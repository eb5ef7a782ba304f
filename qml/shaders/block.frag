// SPDX-License-Identifier: GPL-3.0-or-later
VARYING vec3 tint;

void MAIN()
{
    FRAGCOLOR = vec4(tint, 1.0);
}

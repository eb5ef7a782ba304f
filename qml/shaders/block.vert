// SPDX-License-Identifier: GPL-3.0-or-later
// An upright box, for each instance of LiveInstances.Blocks. Its sides differ in brightness wherever the sun stands.
VARYING vec3 tint;

void MAIN()
{
    float light = abs(NORMAL.y) > 0.5 ? 1.0 : abs(NORMAL.x) > 0.5 ? 0.84 : 0.72;
    tint = INSTANCE_COLOR.rgb * light;
    POSITION = INSTANCE_MODELVIEWPROJECTION_MATRIX * vec4(VERTEX, 1.0);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A label that faces the eye, for each instance of LiveInstances.Labels. The sheet has 4 x 32 cells.
VARYING vec2 onSheet;

void MAIN()
{
    vec2 at = VERTEX.xy / 50.0;
    vec2 cell = vec2(mod(INSTANCE_DATA.x, 4.0), floor(INSTANCE_DATA.x / 4.0));
    onSheet = vec2((cell.x + (0.5 + 0.5 * at.x) * INSTANCE_DATA.y) / 4.0, (cell.y + 0.5 - 0.5 * at.y) / 32.0);
    vec3 right = vec3(VIEW_MATRIX[0][0], VIEW_MATRIX[1][0], VIEW_MATRIX[2][0]);
    vec3 up = vec3(VIEW_MATRIX[0][1], VIEW_MATRIX[1][1], VIEW_MATRIX[2][1]);
    vec2 reach = 0.5 * vec2(INSTANCE_MODEL_MATRIX[0][0], INSTANCE_MODEL_MATRIX[1][1]);
    vec3 middle = INSTANCE_MODEL_MATRIX[3].xyz;
    POSITION = VIEWPROJECTION_MATRIX * vec4(middle + right * at.x * reach.x + up * at.y * reach.y, 1.0);
}

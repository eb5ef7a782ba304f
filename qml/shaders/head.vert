// SPDX-License-Identifier: GPL-3.0-or-later
// A square that faces the eye, for each instance of LiveInstances.Heads.
VARYING vec2 at;     // -1 ... 1 over the square
VARYING vec4 tint;
VARYING vec3 rim;
VARYING vec2 cell;   // of the sheet of symbols
VARYING vec2 flags;  // dashed, hatched
VARYING float pixels;

void MAIN()
{
    at = VERTEX.xy / 50.0;
    tint = INSTANCE_COLOR;
    cell = vec2(mod(INSTANCE_DATA.x, 16.0), floor(INSTANCE_DATA.x / 16.0));
    float packed = INSTANCE_DATA.y;
    rim = vec3(floor(packed / 65536.0), mod(floor(packed / 256.0), 256.0), mod(packed, 256.0)) / 255.0;
    pixels = INSTANCE_DATA.z;
    flags = vec2(mod(INSTANCE_DATA.w, 2.0), floor(INSTANCE_DATA.w / 2.0));
    vec3 right = vec3(VIEW_MATRIX[0][0], VIEW_MATRIX[1][0], VIEW_MATRIX[2][0]);
    vec3 up = vec3(VIEW_MATRIX[0][1], VIEW_MATRIX[1][1], VIEW_MATRIX[2][1]);
    vec2 reach = 0.5 * vec2(INSTANCE_MODEL_MATRIX[0][0], INSTANCE_MODEL_MATRIX[1][1]);
    vec3 middle = INSTANCE_MODEL_MATRIX[3].xyz;
    POSITION = VIEWPROJECTION_MATRIX * vec4(middle + right * at.x * reach.x + up * at.y * reach.y, 1.0);
}

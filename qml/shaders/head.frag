// SPDX-License-Identifier: GPL-3.0-or-later
// A disc with a rim and a symbol. Dashed rim: where it is, is an estimate. Hatched: there is no value.
VARYING vec2 at;
VARYING vec4 tint;
VARYING vec3 rim;
VARYING vec2 cell;
VARYING vec2 flags;
VARYING float pixels;

void MAIN()
{
    float r = length(at);
    float pixel = 2.0 / max(pixels, 1.0);
    float cover = 1.0 - smoothstep(1.0 - 1.2 * pixel, 1.0, r);
    float inside = 1.0 - smoothstep(1.0 - 3.6 * pixel, 1.0 - 2.6 * pixel, r);
    if (flags.x > 0.5) // eight dashes
        cover *= max(inside, step(0.5, fract(atan(at.y, at.x) * 1.2732395)));
    if (cover < 0.02)
        discard;
    vec3 face = tint.rgb;
    if (flags.y > 0.5)
        face = mix(face, vec3(0.93), smoothstep(0.35, 0.5, abs(fract((at.x + at.y) * pixels / 14.0) - 0.5) * 2.0));
    vec2 uv = at / 1.56 + 0.5;
    float ink = 0.0;
    if (uv.x > 0.0 && uv.x < 1.0 && uv.y > 0.0 && uv.y < 1.0)
        ink = textureLod(symbols, vec2((cell.x + uv.x) / 16.0, (cell.y + 1.0 - uv.y) / 9.0), 0.0).a;
    vec3 mark = flags.y > 0.5 ? vec3(0.2, 0.24, 0.27) : vec3(1.0);
    FRAGCOLOR = vec4(mix(rim, mix(face, mark, ink), inside), cover);
}

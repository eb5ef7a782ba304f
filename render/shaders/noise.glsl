// SPDX-License-Identifier: GPL-3.0-or-later
float latticeValue(vec2 p)
{
    vec3 q = fract(vec3(p.xyx) * 0.1031);
    q += dot(q, q.yzx + 33.33);
    return fract((q.x + q.y) * q.z);
}

// Smooth value noise, 0…1, one bump a unit.
float smoothNoise(vec2 p)
{
    vec2 cell = floor(p);
    vec2 f = p - cell;
    f = f * f * (3.0 - 2.0 * f);
    vec2 low = vec2(latticeValue(cell), latticeValue(cell + vec2(1.0, 0.0)));
    vec2 high = vec2(latticeValue(cell + vec2(0.0, 1.0)), latticeValue(cell + vec2(1.0, 1.0)));
    vec2 rows = mix(low, high, f.y);
    return mix(rows.x, rows.y, f.x);
}

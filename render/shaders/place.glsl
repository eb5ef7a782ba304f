// SPDX-License-Identifier: GPL-3.0-or-later
// Where a vertex of a tile is: instances, and what lies on the ground. Needs position, normalAndClass and
// modelViewProjection.
#ifdef TWIN_INSTANCED
layout(location = 4) in mat4 modelFromInstance;
#endif

vec3 placed()
{
#ifdef TWIN_INSTANCED
    return (modelFromInstance * vec4(position, 1.0)).xyz;
#else
    return position;
#endif
}

// Ground of a coarser level may stand a little higher than what lies on it: both part by about a pixel.
vec4 projected(vec3 place)
{
    vec4 p = modelViewProjection * vec4(place, 1.0);
#ifdef TWIN_LYING
    p += modelViewProjection * vec4(0.0, 0.0, clamp(p.w, 0.0, 20000.0) * 0.0012, 0.0);
#endif
    return p;
}

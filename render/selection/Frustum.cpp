// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/selection/Frustum.h"

#include "render/Projection.h"

#include <algorithm>

namespace twin::render {

Frustum::Frustum(const CameraState& camera, QSize size) : Frustum(camera, size, 0, 0, size.width(), size.height()) {}

Frustum::Frustum(const CameraState& camera, QSize size, double left, double top, double right, double bottom)
{
    const LocalPosition a = pixelRay(camera, size, left, top);
    const LocalPosition b = pixelRay(camera, size, right, top);
    const LocalPosition c = pixelRay(camera, size, right, bottom);
    const LocalPosition d = pixelRay(camera, size, left, bottom);
    const auto plane = [&camera](const LocalPosition& inward) {
        const LocalPosition normal = inward * (1 / length(inward));
        return Plane{normal, -dot(normal, camera.eye)};
    };
    m_planes = {plane(cross(a, b)), plane(cross(b, c)), plane(cross(c, d)), plane(cross(d, a)),
                plane(viewDirection(camera))};
}

bool Frustum::intersects(const Box& box) const
{
    if (box.isEmpty())
        return false;
    for (const Plane& plane : m_planes) {
        const LocalPosition furthest{plane.normal.x > 0 ? box.max.x : box.min.x,
                                     plane.normal.y > 0 ? box.max.y : box.min.y,
                                     plane.normal.z > 0 ? box.max.z : box.min.z};
        if (dot(plane.normal, furthest) + plane.offset < 0)
            return false;
    }
    return true;
}

bool Frustum::intersects(const LocalPosition& centre, double radius) const
{
    return std::all_of(m_planes.begin(), m_planes.end(),
                       [&](const Plane& plane) { return dot(plane.normal, centre) + plane.offset >= -radius; });
}

} // namespace twin::render

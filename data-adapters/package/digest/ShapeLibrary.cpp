// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/ShapeLibrary.h"

#include <algorithm>
#include <cmath>

namespace twin::package {

std::uint32_t ShapeLibrary::ordinalOf(const QString& id, const std::function<std::vector<Patch>()>& make)
{
    const std::lock_guard lock(m_mutex);
    const auto [entry, isNew] = m_ordinals.try_emplace(id, static_cast<std::uint32_t>(m_shapes.size()));
    if (!isNew)
        return entry->second;
    LibraryShape shape{id, make(), {}, 0};
    for (const Patch& patch : shape.patches) {
        shape.triangles += static_cast<std::uint32_t>(patch.indices.size() / 3);
        for (const Point3& p : patch.points)
            shape.bounds.include(LocalPosition{p.x, p.y, p.z});
    }
    m_shapes.push_back(std::move(shape));
    return entry->second;
}

const LibraryShape& ShapeLibrary::shape(std::uint32_t ordinal) const
{
    const std::lock_guard lock(m_mutex);
    return m_shapes[ordinal];
}

Point3 placed(const Point3& p, const PlacedShape& place)
{
    const auto& m = place.matrix;
    return {m[0] * p.x + m[1] * p.y + m[2] * p.z + place.position.x,
            m[3] * p.x + m[4] * p.y + m[5] * p.z + place.position.y,
            m[6] * p.x + m[7] * p.y + m[8] * p.z + place.position.z};
}

Patch moved(Patch patch, const PlacedShape& place)
{
    for (Point3& p : patch.points)
        p = placed(p, place);
    const auto corner = [&patch](std::size_t i) {
        const Point3& p = patch.points[patch.indices[i]];
        return LocalPosition{p.x, p.y, p.z};
    };
    const auto& m = place.matrix;
    const float determinant =
        m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
    for (std::size_t i = 0; determinant < 0 && i + 2 < patch.indices.size(); i += 3)
        std::swap(patch.indices[i + 1], patch.indices[i + 2]);
    const LocalPosition normal = cross(corner(1) - corner(0), corner(2) - corner(0));
    const double size = std::max(length(normal), 1e-12);
    patch.normal = {static_cast<std::int8_t>(std::lround(normal.x / size * 127)),
                    static_cast<std::int8_t>(std::lround(normal.y / size * 127)),
                    static_cast<std::int8_t>(std::lround(normal.z / size * 127))};
    return patch;
}

} // namespace twin::package

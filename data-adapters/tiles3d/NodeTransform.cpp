// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/NodeTransform.h"

namespace twin::tiles3d {

Matrix4 composed(const std::array<double, 3>& t, const std::array<double, 4>& r, const std::array<double, 3>& s)
{
    const auto [x, y, z, w] = r;
    const Matrix4 rotation{1 - 2 * (y * y + z * z),
                           2 * (x * y + z * w),
                           2 * (x * z - y * w),
                           0,
                           2 * (x * y - z * w),
                           1 - 2 * (x * x + z * z),
                           2 * (y * z + x * w),
                           0,
                           2 * (x * z + y * w),
                           2 * (y * z - x * w),
                           1 - 2 * (x * x + y * y),
                           0,
                           0,
                           0,
                           0,
                           1};
    const Matrix4 scale{s[0], 0, 0, 0, 0, s[1], 0, 0, 0, 0, s[2], 0, 0, 0, 0, 1};
    return translation({t[0], t[1], t[2]}) * rotation * scale;
}

std::optional<Matrix4> transformOf(JsonValue node)
{
    if (member(node, "matrix"))
        return numbersMember<16>(node, "matrix");
    const auto t = member(node, "translation") ? numbersMember<3>(node, "translation") : std::array<double, 3>{0, 0, 0};
    const auto r = member(node, "rotation") ? numbersMember<4>(node, "rotation") : std::array<double, 4>{0, 0, 0, 1};
    const auto s = member(node, "scale") ? numbersMember<3>(node, "scale") : std::array<double, 3>{1, 1, 1};
    if (!t || !r || !s)
        return std::nullopt;
    return composed(*t, *r, *s);
}

} // namespace twin::tiles3d

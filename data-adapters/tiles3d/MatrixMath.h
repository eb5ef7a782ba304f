// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileTree.h"

#include <cmath>
#include <optional>

namespace twin::tiles3d {

inline constexpr Matrix4 identity{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

/// glTF is y-up, 3D Tiles z-up: (x, y, z) → (x, −z, y). OGC 22-025r4, "y-up to z-up".
inline constexpr Matrix4 zUpFromYUp{1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1};

[[nodiscard]] inline Matrix4 translation(const LocalPosition& t)
{
    return {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, t.x, t.y, t.z, 1};
}

/// @returns a·b: first b, then a.
[[nodiscard]] inline Matrix4 operator*(const Matrix4& a, const Matrix4& b)
{
    Matrix4 m{};
    for (std::size_t c = 0; c < 4; ++c)
        for (std::size_t r = 0; r < 4; ++r)
            for (std::size_t k = 0; k < 4; ++k)
                m[c * 4 + r] += a[k * 4 + r] * b[c * 4 + k];
    return m;
}

[[nodiscard]] inline LocalPosition transformPoint(const Matrix4& m, const LocalPosition& p)
{
    return {m[0] * p.x + m[4] * p.y + m[8] * p.z + m[12], m[1] * p.x + m[5] * p.y + m[9] * p.z + m[13],
            m[2] * p.x + m[6] * p.y + m[10] * p.z + m[14]};
}

[[nodiscard]] inline LocalPosition transformVector(const Matrix4& m, const LocalPosition& v)
{
    return {m[0] * v.x + m[4] * v.y + m[8] * v.z, m[1] * v.x + m[5] * v.y + m[9] * v.z,
            m[2] * v.x + m[6] * v.y + m[10] * v.z};
}

[[nodiscard]] inline LocalPosition column(const Matrix4& m, std::size_t c)
{
    return {m[c * 4], m[c * 4 + 1], m[c * 4 + 2]};
}

[[nodiscard]] inline double determinant3(const Matrix4& m)
{
    return dot(column(m, 0), cross(column(m, 1), column(m, 2)));
}

/// @returns the largest of the axes' scales.
[[nodiscard]] inline double largestScale(const Matrix4& m)
{
    return std::max({length(column(m, 0)), length(column(m, 1)), length(column(m, 2))});
}

/// @returns the cofactor matrix of the linear part: maps normals (up to length and, for mirrors, sign).
[[nodiscard]] inline Matrix4 normalMatrix(const Matrix4& m)
{
    const LocalPosition a = cross(column(m, 1), column(m, 2));
    const LocalPosition b = cross(column(m, 2), column(m, 0));
    const LocalPosition c = cross(column(m, 0), column(m, 1));
    return {a.x, a.y, a.z, 0, b.x, b.y, b.z, 0, c.x, c.y, c.z, 0, 0, 0, 0, 1};
}

/// @returns the inverse of an affine map; empty for a singular one.
[[nodiscard]] inline std::optional<Matrix4> inverseAffine(const Matrix4& m)
{
    const double det = determinant3(m);
    if (!std::isfinite(1 / det))
        return std::nullopt;
    const Matrix4 n = normalMatrix(m);
    Matrix4 inverse = identity;
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t r = 0; r < 3; ++r)
            inverse[c * 4 + r] = n[r * 4 + c] / det;
    const LocalPosition t = transformVector(inverse, column(m, 3));
    inverse[12] = -t.x;
    inverse[13] = -t.y;
    inverse[14] = -t.z;
    return inverse;
}

[[nodiscard]] inline bool isFinite(const LocalPosition& p)
{
    return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
}

[[nodiscard]] inline bool isFinite(const Matrix4& m)
{
    for (const double value : m)
        if (!std::isfinite(value))
            return false;
    return true;
}

} // namespace twin::tiles3d

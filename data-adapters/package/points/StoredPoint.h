// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <array>
#include <compare>
#include <cstdint>

namespace twin::package {

/// A point on its way through an import: millimetres from the cloud's origin, 2^31 added so that cells of any size are
/// its leading bits.
struct StoredPoint {
    std::array<std::uint32_t, 3> at{}; ///< East, North, Up
    std::uint16_t red = 0, green = 0, blue = 0;
    std::uint16_t intensity = 0;
    std::uint16_t flightLine = 0;
    std::uint8_t classification = 0;
    std::uint8_t unused = 0;
};
static_assert(sizeof(StoredPoint) == 24);

/// A cube of the octree: all points whose coordinates begin with these bits.
struct PointCell {
    int bits = 32; ///< of the edge: 2^bits millimetres; 32: everything
    std::array<std::uint32_t, 3> corner{};

    [[nodiscard]] static PointCell of(const StoredPoint& point, int bits)
    {
        return PointCell{0, point.at}.around(bits);
    }
    /// @returns the cell of this size that this one is in. @param wider  at least `bits`
    [[nodiscard]] PointCell around(int wider) const
    {
        PointCell cell{wider, corner};
        for (std::uint32_t& c : cell.corner)
            c = wider >= 32 ? 0 : c >> wider << wider;
        return cell;
    }
    /// @returns which of the eight halves of the edges a place is in: bit 0 East, 1 North, 2 Up. Not for bits 0.
    [[nodiscard]] std::size_t octantOf(const std::array<std::uint32_t, 3>& at) const
    {
        const int shift = bits - 1;
        return (at[0] >> shift & 1U) | (at[1] >> shift & 1U) << 1 | (at[2] >> shift & 1U) << 2;
    }
    [[nodiscard]] PointCell child(std::size_t octant) const
    {
        PointCell cell{bits - 1, corner};
        for (std::size_t axis = 0; axis < 3; ++axis)
            cell.corner[axis] |= static_cast<std::uint32_t>(octant >> axis & 1U) << cell.bits;
        return cell;
    }
    [[nodiscard]] double edgeMetres() const { return static_cast<double>(std::uint64_t{1} << bits) * 0.001; }
    friend auto operator<=>(const PointCell&, const PointCell&) = default;
};

/// Where StoredPoint counts from.
struct PointOrigin {
    ProjectedPosition zero; ///< region CRS; the coordinates of StoredPoint are 2^31 there

    static constexpr double bias = 2147483648.0;
    [[nodiscard]] ProjectedPosition toRegion(double x, double y, double z) const
    {
        return {zero.eastingMetres + (x - bias) * 0.001, zero.northingMetres + (y - bias) * 0.001,
                zero.heightMetres + (z - bias) * 0.001};
    }
};

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <tuple>

namespace twin {

/// What Surface::solid says: which shell of which solid of its object a surface bounds (ISO 19107 GM_Solid, GM_Shell).
/// In one number, so that the many surfaces stay small; the exterior shell of a solid that belongs to no composite has
/// the number of the solid itself.
struct ShellNumber {
    static constexpr std::int32_t none = -1;
    static constexpr std::int32_t mostSolids = 1 << 20;
    static constexpr std::int32_t mostCavities = (1 << 6) - 1;
    static constexpr std::int32_t mostComposites = (1 << 5) - 1;

    std::int32_t solid = 0;     ///< counted per object and level of detail
    std::int32_t cavity = 0;    ///< 0: the exterior shell, 1 …: an interior one of the same solid
    std::int32_t composite = 0; ///< 0: none, 1 …: the CompositeSolid that the solid is part of

    /// @returns the number; `none` for what lies beyond the limits: then it is not looked at as a solid.
    [[nodiscard]] std::int32_t packed() const
    {
        if (solid < 0 || solid >= mostSolids || cavity > mostCavities)
            return none;
        return solid | cavity << 20 | (composite > mostComposites ? 0 : composite << 26);
    }
    /// @param number  of a surface that bounds a solid: not negative
    [[nodiscard]] static ShellNumber of(std::int32_t number)
    {
        return {number & (mostSolids - 1), number >> 20 & mostCavities, number >> 26};
    }
    /// @returns the number of another shell of the same solid.
    [[nodiscard]] static std::int32_t withCavity(std::int32_t number, std::int32_t cavity)
    {
        if (number < 0)
            return none;
        ShellNumber shell = of(number);
        shell.cavity = cavity;
        return shell.packed();
    }
    [[nodiscard]] bool isSameSolid(const ShellNumber& other) const
    {
        return solid == other.solid && composite == other.composite;
    }
    /// Shells of one solid, and solids of one composite, stand together.
    friend bool operator<(const ShellNumber& a, const ShellNumber& b)
    {
        return std::tie(a.composite, a.solid, a.cavity) < std::tie(b.composite, b.solid, b.cavity);
    }
};

} // namespace twin

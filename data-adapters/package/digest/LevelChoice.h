// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"

#include <cstdint>
#include <span>
#include <vector>

namespace twin::package {

/// A city object among those below one top-level object.
struct FamilyMember {
    const CityObject* object = nullptr;
    std::int32_t parent = -1; ///< index of the parent, which stands before it; −1: the top-level object
};

/// @returns the levels of detail of an object's own geometry, ascending.
[[nodiscard]] std::vector<Lod> lodsOf(const CityObject& object);

/// What is shown together of a top-level object and all below it.
struct LevelChoice {
    static constexpr std::int16_t nothing = -1;

    Lod limit = 0;                  ///< every member is shown as finely as it can be without going beyond
    std::vector<std::int16_t> lods; ///< of each member's geometry that is shown; `nothing`: it has none so coarse
};

/// @brief The levels of detail a family can be shown in. A building whose parts are finer than itself is shown by its
///        parts alone: its own geometry is the coarser picture of them.
/// @returns coarsest first; empty when there is no geometry at all.
[[nodiscard]] std::vector<LevelChoice> chooseLevels(std::span<const FamilyMember> family);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"
#include "demo/town/TownPlan.h"

namespace twin::demo {

inline constexpr double farmedBeyond = 1500; ///< metres around the municipalities

/// A piece of farmed land.
struct Field {
    Ring ring;
    bool isMeadow = false;
};

/// @brief What is farmed: the land within the municipalities that no block, wood, park, water, railway or motorway
///        takes. Irregular pieces of a few hectares, smaller ones at the edge of villages. Pure.
[[nodiscard]] std::vector<Field> fieldsOf(const Assets& assets, const std::vector<Block>& blocks, quint32 seed);

} // namespace twin::demo

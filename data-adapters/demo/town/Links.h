// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Assets.h"

namespace twin::demo {

struct Block;

/// A road between two settlements.
struct Link {
    std::size_t from = 0, to = 0; ///< indices into assets.settlements
    std::vector<Vec2> way;        ///< from centre to centre
};

/// @returns roads between neighbours: places with no third one that is nearer to both (the relative neighbourhood
///          graph of Toussaint 1980, which leaves nobody out). They bend, and around lakes.
[[nodiscard]] std::vector<Link> linksOf(const Assets& assets);

/// @returns what of a course leads over land that no block takes; level, whatever its heights were.
[[nodiscard]] std::vector<Course> openPieces(const Course& course, const std::vector<Block>& blocks);

/// @returns what of the links leads through open country, of kind "country_road": within a town its streets go on.
[[nodiscard]] std::vector<Course> countryRoads(const Assets& assets, const std::vector<Link>& links,
                                               const std::vector<Block>& blocks);

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/PlaceFinder.h"

namespace twin::services {

/// What a name in the picture belongs to.
enum class NameKind : std::uint8_t { Town, District, Water, Landmark, Green, Street };

/// One of the places where a name may stand. Scene frame.
struct NameSpot {
    LocalPosition place;   ///< on the ground; of a landmark on its top
    LocalPosition along{}; ///< unit vector along a street or river, level; zero: the name lies level in the picture
    double run = 0;        ///< metres that the line goes straight there; 0 without a line
};

/// A name as it may stand in the picture.
struct PlaceName {
    NameKind kind = NameKind::Landmark;
    QString text; ///< as short as it goes; `place` has the whole title
    /// metres: height of a landmark or its width where that is what one sees, width of an area; of streets and rivers
    /// their weight from 1 (lane, brook) to 3 (motorway)
    double size = 0;
    std::vector<NameSpot> spots; ///< at least one
    Place place;                 ///< what a search would have found
};

/// @returns what sort of name a feature has, by the word that its source uses for its kind; empty: none for the
///          picture.
[[nodiscard]] std::optional<NameKind> nameKindOf(const QString& word);

/// @brief Reads the names of a region: named buildings and waters of its objects, towns and streets of its addresses,
///        and what its layers say of towns, districts, waters, woods, parks and streets. Blocking, some tenths of a
///        second for a city; any thread.
/// @returns the error of the package's own database; layers that cannot be read are left out; empty without a package.
[[nodiscard]] Result<std::vector<PlaceName>> readPlaceNames(const SearchedRegion& region);

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QString>

namespace twin::bench {

/// @brief Writes a city of gabled houses as an LoD2 model in the layout of the AdV-CityGML profile (CityGML 1.0: solids
///        linked to the polygons of the boundary surfaces, generic attributes, terrain intersections, addresses), with
///        ids and positions of their own for every house. The same arguments write the same bytes.
/// @param megabytes  size of the file, 10^6 bytes; the last house goes beyond it
/// @returns the number of buildings; 0 when the file cannot be written
[[nodiscard]] std::int64_t writeLargeCityGml(const QString& path, int megabytes);

} // namespace twin::bench

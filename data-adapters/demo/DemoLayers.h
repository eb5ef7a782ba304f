// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Fields.h"
#include "demo/Ground.h"
#include "demo/town/TownPlan.h"
#include "model/Task.h"

#include <QStringList>

namespace twin::demo {

/// @brief Writes what lies on the ground of the demo region as GeoJSON: fields, woods, parks, waters, streets,
/// railways,
///        districts.
/// @param blocks  whose sides are the streets' axes
/// @returns the files; AccessDenied, ResourceExhausted.
[[nodiscard]] Result<QStringList> writeDemoLayers(const QString& folder, const Assets& assets,
                                                  const std::vector<Block>& blocks, const std::vector<Field>& fields);

/// @brief Writes lakes and running waters as CityGML 2.0 water bodies. @returns the file.
[[nodiscard]] Result<QString> writeDemoWaters(const QString& folder, const Assets& assets, const Ground& ground);

/// @brief Writes quays, jetties and boats as CityGML 2.0 generic objects. @returns the file.
[[nodiscard]] Result<QString> writeDemoWaterside(const QString& folder, const Assets& assets, const Ground& ground,
                                                 quint32 seed);

/// @brief Writes the ground as a GeoTIFF with 20 m between nodes (EPSG:25832, NHN), as the surveying offices' DGM. All
///        cores. @returns the file.
[[nodiscard]] Result<QString> writeDemoTerrain(const QString& folder, const Ground& ground,
                                               const CancellationToken& cancel);

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/HomeCamera.h"
#include "model/Result.h"
#include "model/Task.h"

#include <QStringList>

namespace twin::demo {

/// Raised whenever the same options make another region: one kept from before is made anew.
inline constexpr int demoGeneration = 5;

struct DemoOptions {
    int buildings = 40000; ///< about so many
    quint32 seed = 2030;   ///< same seed, same bytes
};

/// What the generator wrote; absolute paths.
struct DemoFiles {
    QStringList cityModels; ///< CityGML, in tile order
    QString vegetation;     ///< CityGML: trees
    QString waters;         ///< CityGML: lakes, rivers, brooks, the canal
    QString waterside;      ///< CityGML: quays, jetties, boats
    QString terrain;        ///< GeoTIFF
    QStringList layers;     ///< GeoJSON, from the bottom up
    HomeCamera home;        ///< the centre with its landmarks
};

/// @brief Writes a generated region of Dortmund and Schwerte: buildings as AdV-profile CityGML 1.0 files of 1 km tiles,
///        trees, waters and what floats on them as CityGML 2.0, the ground as GeoTIFF, what lies on it as GeoJSON (demo
///        data, called demo everywhere).
/// @returns what was written. Cancelled, AccessDenied, ResourceExhausted: nothing of it stays.
[[nodiscard]] Result<DemoFiles> writeDemoRegion(const QString& folder, const DemoOptions& options,
                                                const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::demo

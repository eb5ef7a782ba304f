// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "model/Result.h"
#include "model/Task.h"

#include <vector>

#include <QString>

namespace twin::package {

/// measuredHeight (CityGML 2.0 §10.3.1: from the ground to the highest point of the roof) may differ by this from what
/// the geometry says, metres.
inline constexpr double measuredHeightMetres = 1;
/// A building stands this much above or below its neighbours, metres: more than the ground rises between them here.
inline constexpr double groundOutlierMetres = 25;
/// A building is an outlier when it is this many times as high as its neighbours, and higher than `tallMetres`.
inline constexpr double tallFactor = 6;
inline constexpr double tallMetres = 60;
/// What is lower has no height to speak of, metres.
inline constexpr double flatMetres = 0.5;

/// A building whose height is odd. What is odd need not be wrong: towers are.
struct HeightFinding {
    QString reason; ///< "height.measured-differs", "height.ground-outlier", "height.tall-outlier", "height.flat"
    QString id;
    int source = -1; ///< index into the region's sources
    qint64 line = -1;
    ProjectedPosition place; ///< middle of the building, at its foot
    double found = 0;        ///< metres: height of the geometry; ground-outlier: height of the foot above DHHN2016
    double expected = 0;     ///< metres: as measuredHeight or the neighbours say
};

/// @brief Compares the heights of buildings with what they state and with their neighbours within some 200 m (the
///        median, of eight or more).
/// @param geoPackage  twin.gpkg of the region
/// Blocking; any thread. Memory: about 50 bytes a building. @returns the errors of the file; Cancelled.
[[nodiscard]] Result<std::vector<HeightFinding>> checkHeights(const QString& geoPackage,
                                                              const CancellationToken& cancel);

} // namespace twin::package

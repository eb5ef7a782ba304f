// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/FeatureRef.h"
#include "model/Position.h"
#include "model/Result.h"

#include <vector>

namespace twin::services {

/// A building beside a place.
struct NearBuilding {
    FeatureRef feature;
    QString title;     ///< its name, else its address, else its id
    double metres = 0; ///< from the place to its outline's box; 0: it stands there
};

/// What a place belongs to.
struct Nearby {
    std::vector<NearBuilding> buildings; ///< nearest first
    QString street;                      ///< of the nearest address; empty: none known
};

/// @brief What stands around a place. Blocking, milliseconds; any thread.
/// @returns the error of the package's database.
[[nodiscard]] Result<Nearby> nearby(const QString& regionFolder, const ProjectedPosition& place, double radiusMetres);

} // namespace twin::services

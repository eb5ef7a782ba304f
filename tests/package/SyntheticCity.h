// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"

#include <vector>

namespace twin::test {

struct SyntheticCityOptions {
    int buildings = 100;
    double pitchMetres = 25; ///< from one building to the next, on a square grid
    bool withParts = true;   ///< every tenth building consists of two parts
    bool withAttributes = true;
};

/// A closed rectangular house: a floor, four walls (two with gables), two roof faces. Rings counter-clockwise from
/// outside.
CityObject makeHouse(const QString& id, double easting, double northing, double ground, double length, double width,
                     double eaves, double ridge);

/// @brief Building number n of a made-up city around (393000, 5707000): same n, same building.
CityObject makeBuilding(int n, const SyntheticCityOptions& options);

/// @brief The whole city in batches of `batchSize` objects.
std::vector<CityObjectBatch> makeCity(const SyntheticCityOptions& options, int batchSize = 50);

} // namespace twin::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Catalogue.h"

namespace twin::demoplatform {

/// The kinds of things, in the order of the data sets below.
enum DataSetIndex {
    Climate,
    Air,
    Noise,
    Parking,
    Charging,
    Lamps,
    Gauges,
    Traffic,
    Waste,
    DayCare,
    Participation,
    Footfalls,
    Bikes,
    CoolPlaces,
    Offices,
    Roadworks,
    BuildingSites,
    Gateways,
    Roofs,
    Comfort,
    Trams,
    DataSetCount
};

/// @returns all data sets; every action field has at least one.
[[nodiscard]] std::vector<DataSet> makeDataSets();

} // namespace twin::demoplatform

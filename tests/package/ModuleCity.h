// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"

namespace twin::test {

/// @brief A small place with objects of every module: a house of two levels of detail with a window and a room, a
///        bridge, a tunnel, a mast, a road with its axis, a railway, a meadow, trees as instances, a pond, benches,
///        land use, a terrain model, and an object of an extension.
/// @param image  absolute path of an image that the house's walls show; empty: none
CityObjectBatch makeModuleCity(const QString& image = {});

/// How many trees makeModuleCity plants.
constexpr int moduleCityTrees = 40;

} // namespace twin::test

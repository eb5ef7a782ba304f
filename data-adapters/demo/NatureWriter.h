// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Plants.h"

#include <QByteArray>

namespace twin::demo {

// CityGML 2.0 of what is no building, in EPSG:25832 + DHHN2016.

/// @returns the beginning of a document. @param low, high  its land
[[nodiscard]] QByteArray natureHead(Vec2 low, Vec2 high);
/// @returns its end.
[[nodiscard]] QByteArray natureFoot();

/// @brief A tree as an implicit geometry: one shape, put where it grows.
/// @param defines  the shape's surfaces are written with it: once a document for each shape, before or behind others
[[nodiscard]] QByteArray plantText(const Plant& plant, bool defines);
/// @returns the colour of trunks, for a document with plants.
[[nodiscard]] QByteArray plantColours();

/// @returns a lake or a running water with its level, as a water body with its surface; empty for other courses.
[[nodiscard]] QByteArray waterText(const Course& course);

} // namespace twin::demo

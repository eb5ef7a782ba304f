// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Ground.h"

#include <QByteArray>

namespace twin::demo {

/// @brief What people built along and put on the waters: quay walls, jetties, barges, sailing boats; CityGML 2.0
/// generic
///        objects with their colours, without head and foot of the document (NatureWriter.h).
/// @param seed  the same seed gives the same bytes
[[nodiscard]] QByteArray watersideText(const Assets& assets, quint32 seed);

/// @returns metres over which the ground falls to a lake: walls of a port are steep, shores are not.
[[nodiscard]] double bankOf(const Course& lake);

/// @returns the outline moved outwards (inwards where `metres` is negative), with a corner for each corner.
[[nodiscard]] Ring outlineAround(const Course& lake, double metres);

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "model/Position.h"

namespace twin::format {

/// Numbers and words as people read them, in the language of QLocale() (set once at start and on a change of language).
/// Pure functions of their arguments and that locale. Metres in the region CRS unless said otherwise.

/// @returns the number with grouping and exactly `decimals` decimals, e.g. "1.204,5" in German.
[[nodiscard]] QString number(double value, int decimals);
/// @returns number and unit with a no-break space; only the number where there is no unit.
[[nodiscard]] QString quantity(double value, int decimals, const QString& unit);
/// @returns the attribute's value in the reader's notation when it is a decimal number, else unchanged.
[[nodiscard]] QString attributeValue(const QString& value);
/// @returns the unit as people write it: "m²" for "m2", "m" for "urn:adv:uom:m"; others unchanged.
[[nodiscard]] QString unit(const QString& unit);
/// @returns a UTM coordinate grouped by thousands with narrow spaces and without decimals, e.g. "392 514".
[[nodiscard]] QString coordinate(double metres);
/// @returns e.g. "392 514 O  5 708 120 N" (east in the reader's language).
[[nodiscard]] QString position(const ProjectedPosition& position);
/// @returns the height with its reference, e.g. "87,3 m ü. NHN".
[[nodiscard]] QString height(double metresDhhn2016);
/// @returns a way on the ground, e.g. "350 m", "2,4 km", "38 km".
[[nodiscard]] QString distance(double metres);
/// @returns the compass word of a direction clockwise from north, e.g. "Südwest"; empty below 0 (no direction).
[[nodiscard]] QString compass(double azimuthDegrees);
/// @returns "Gebäude", "Gebäudeteil", …
[[nodiscard]] QString title(CityObjectType type);
/// @returns "Dachfläche", "Wandfläche", …
[[nodiscard]] QString title(SurfaceType type);
/// @returns street, number, postal code and town as written on a letter; empty parts are left out.
[[nodiscard]] QString address(const Address& address);

} // namespace twin::format

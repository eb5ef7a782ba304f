// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"

#include <QColor>
#include <QDateTime>

namespace twin::live {

/// What live values look like in words and colour. Pure functions of their arguments and QLocale().

/// @returns the value as people read it, without unit: "21,4", "ja", "kein Wert"; "alt" and "ungültig" where it must
/// not
///          be shown as a value.
[[nodiscard]] QString valueText(const services::LiveReading& reading, Instant now);
/// How the numbers of a series are written.
struct NumberStyle {
    double factor = 1; ///< what is shown is the value times this
    QString unit;      ///< symbol behind it; empty: none
};
/// @returns percent for shares (UCUM "1" with a range of 0 … 1), else the unit's own symbol.
[[nodiscard]] NumberStyle numberStyleOf(const Datastream& stream);
/// @returns the symbol where valueText() is a number, else empty.
[[nodiscard]] QString unitText(const services::LiveReading& reading, Instant now);
/// @returns a number of a series with what stands behind it: "21,4 °C", "70 %". @param value  in the series' unit
[[nodiscard]] QString quantityText(double value, const NumberStyle& style);
/// @returns the instant by the clocks of the place (Europe/Berlin), whatever the computer's own zone is.
[[nodiscard]] QDateTime placeTime(Instant instant);
/// @returns date and time at the place (Europe/Berlin), "Sa 14.03.2026 14:32"; with seconds where wished.
[[nodiscard]] QString timeText(Instant instant, bool withSeconds = false);
/// @returns a number of that size with the decimals that tell something: "1.204", "21,4", "0,38".
[[nodiscard]] QString numberText(double value);
/// @returns "vor 3 min"; of values dated ahead "Zeit liegt in der Zukunft"; without any value empty.
[[nodiscard]] QString ageText(const services::LiveReading& reading, Instant now);
/// @returns whether a reading has a value that is shown as one and is not stale.
[[nodiscard]] bool isFresh(const services::LiveReading& reading, Instant now);
/// @returns whether none of its readings is fresh: it shows greyed.
[[nodiscard]] bool isStale(const services::LiveThing& thing, Instant now);
/// @returns the reading that stands for the thing where there is room for one only: a fresh number before all others,
///          of several the most important one; null: it has none.
[[nodiscard]] const services::LiveReading* headline(const services::LiveThing& thing, Instant now);
/// @returns "Lufttemperatur 21,4 °C · vor 3 min"; without a value what is missing.
[[nodiscard]] QString headlineText(const services::LiveThing& thing, Instant now);

/// @returns the field's colour, readable on light and dark ground.
[[nodiscard]] QColor colour(ActionField field);
/// @returns the colour of what is stale.
[[nodiscard]] QColor staleColour();

} // namespace twin::live

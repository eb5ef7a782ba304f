// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Datastream.h"

namespace twin {

/// When a value deserves attention: its relation to a number. Inactive: there is none.
struct Threshold {
    enum class Relation : std::uint8_t { None, Above, AtLeast, Below, AtMost, Equal };
    Relation relation = Relation::None;
    double value = 0;
    bool ofTotal = false; ///< `value` is a share of the thing's total (free parking spaces), not a number of the unit

    [[nodiscard]] bool isReached(double number) const;
    /// @returns inactive for anything but ">25", ">=0.9", "<=10%", "=0", "=true".
    [[nodiscard]] static Threshold fromText(QStringView text);
};

/// What is known of a property before any value arrives; immutable, from assets/codelists/observed_properties.csv.
struct ObservedProperty {
    QString name; ///< "temperature"
    QString german;
    QString english;
    Unit unit; ///< as its data model prescribes it
    std::optional<double> least;
    std::optional<double> most;
    Threshold warning;
    Threshold alarm;
};

/// @returns what is known of a property of a type of thing ("WeatherObserved", "temperature"); where the type is not
///          known, of the first type that has a property of this name; null: nothing. Any thread.
[[nodiscard]] const ObservedProperty* observedProperty(QStringView thingType, QStringView name);

/// @returns the group of the layer tree that things of a type belong to; DataAndPlatforms for unknown ones.
[[nodiscard]] ActionField actionFieldOf(QStringView thingType);
/// @returns true for things that move, whose values grey after 90 s already.
[[nodiscard]] bool isVehicleType(QStringView thingType);

/// @brief Fills title, unit (where not stated), range, action field and staleness of a stream from what is known of its
///        type and property.
void describe(Datastream& stream);

} // namespace twin

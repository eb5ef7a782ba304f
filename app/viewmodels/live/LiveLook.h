// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"

#include <QColor>
#include <QString>

namespace twin::live {

/// How a thing's latest value relates to the limits known of its property.
enum class Concern : std::uint8_t { None, Warning, Alarm };

/// What a live thing looks like in the picture, whatever draws it.
struct LiveLook {
    QString symbol;              ///< file below assets/symbols without ending
    QColor colour;               ///< of its action field; grey when stale
    QColor value;                ///< of its value on the property's scale; grey when stale
    std::optional<double> level; ///< 0 … 1 on that scale; empty: no number, or no scale known
    std::optional<double> taken; ///< of parking: share that is occupied, 0 … 1
    Concern concern = Concern::None;
    bool stale = false;   ///< no reading is fresh
    bool missing = false; ///< there is no value that may be shown as one
    bool over = false;    ///< a warning whose time has passed: it does not show
    bool onRoof = false;  ///< it belongs to a building, not to the street
    Instant until{};      ///< the first moment at which time alone changes any of this

    friend bool operator==(const LiveLook&, const LiveLook&) = default;
};

/// Pure.
[[nodiscard]] LiveLook lookOf(const services::LiveThing& thing, Instant now);
/// @returns the symbol of a type of thing; of unknown ones "value".
[[nodiscard]] QString symbolOf(QStringView thingType);
/// @returns all names that symbolOf() may yield, in a fixed order.
[[nodiscard]] QStringList symbols();
/// @returns the thing's type; empty where none is stated.
[[nodiscard]] QString typeOf(const services::LiveThing& thing);
/// @returns the value as a label in the picture: "21,4 °C"; "kein Wert".
[[nodiscard]] QString labelText(const services::LiveThing& thing, Instant now);
/// @returns the colour of a warning or alarm.
[[nodiscard]] QColor concernColour(Concern concern);

} // namespace twin::live

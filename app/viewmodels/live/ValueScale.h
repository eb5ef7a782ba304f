// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Datastream.h"

#include <optional>
#include <vector>

#include <QColor>

namespace twin::live {

/// From where to where values of a property run in the picture, and in which colours. Immutable.
struct ValueScale {
    Unit unit;
    double from = 0;
    double to = 1;
    std::optional<double> fieldSpan; ///< least distance of a field's ends; empty: makes no field between stations
    std::vector<QColor> colours;     ///< evenly spaced, at least two
    int rank = 0;                    ///< among the properties of its type; 0 speaks for the thing first

    /// @returns 0 at `from` and below, 1 at `to` and above.
    [[nodiscard]] double share(double value) const;
    /// @returns the colour at a share of the scale, 0 … 1.
    [[nodiscard]] QColor colour(double share) const;
};

/// @returns the scale of a stream in its own unit, from assets/codelists/value_scales.csv; null where none is known or
///          the unit is another. Any thread; lives for ever.
[[nodiscard]] const ValueScale* valueScale(const Datastream& stream);
/// @returns how important a stream is among those of its thing, smaller first; streams without scale come last.
[[nodiscard]] int importance(const Datastream& stream);

} // namespace twin::live

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "model/Result.h"

#include <array>
#include <map>
#include <vector>

#include <QByteArray>
#include <QString>

namespace twin::demoplatform {

/// Monthly normals, January first.
using Months = std::array<double, 12>;
/// A day's shape, hour by hour.
using Hours = std::array<double, 24>;

struct CarPark {
    QString name;
    int capacity = 0;
    double longitude = 0, latitude = 0;
};

/// A tram line as drawn in the demo region.
struct TramLine {
    QString name;  ///< "U41"
    QString title; ///< "U41 Brambauer - Hörde Clarenberg"
    struct Stop {
        QString name; ///< empty: a bend without a stop
        double easting = 0, northing = 0, elevation = 0;
    };
    std::vector<Stop> points;
};

/// The facts the demo platform computes its values from (assets/demo, compiled in). Immutable.
struct Tables {
    Months temperature{}, amplitude{}, precipitation{}, wind{}, humidity{}, riverTemperature{};
    Hours no2Street{}, no2Background{}, o3{}, parkingSaturday{}, parkingWeekday{}, pm10{}, traffic{};
    std::vector<CarPark> carParks;
    std::vector<TramLine> tramLines;

    /// @returns Internal when a table is damaged.
    static Result<Tables> load();
};

} // namespace twin::demoplatform

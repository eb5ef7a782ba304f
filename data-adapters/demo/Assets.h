// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Plane.h"
#include "model/Result.h"

#include <map>

#include <QByteArray>
#include <QStringList>

namespace twin::demo {

struct Landmark {
    QByteArray name;
    QByteArray shape; ///< how Landmarks.cpp builds it
    Vec2 centre;
    double height = 0;      ///< top above ground, metres
    double ground = 0;      ///< above NHN, metres
    double turnDegrees = 0; ///< of the long side, counter-clockwise from east
    double a = 0, b = 0, c = 0;
    QByteArray function;
    QByteArray roof;
    int storeys = 0;
    QByteArray street, number, postcode;
    int year = 0;
};

/// A circle that stays free of generated houses.
struct Green {
    Vec2 centre;
    double radius = 0;
};

struct SpotHeight {
    Vec2 place;
    double elevation = 0;
};

/// The facts the demo town is made of (assets/demo/*.csv, compiled in). Immutable.
struct Assets {
    std::vector<Landmark> landmarks;
    std::vector<Green> greens;
    std::vector<SpotHeight> spotHeights;
    Ring wallRing; ///< counter-clockwise
    std::vector<std::vector<Vec2>> rails;
    std::vector<std::vector<Vec2>> water;                  ///< lakes (closed) and rivers
    std::map<QByteArray, std::vector<QByteArray>> streets; ///< names by kind

    /// @returns Internal when a table is damaged.
    static Result<Assets> load();
};

} // namespace twin::demo

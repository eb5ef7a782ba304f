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
    double ground = 0;      ///< above NHN, metres; NaN: that of the relief
    double turnDegrees = 0; ///< of the long side, counter-clockwise from east
    double a = 0, b = 0, c = 0;
    QByteArray function;
    QByteArray roof;
    int storeys = 0;
    QByteArray street, number, postcode;
    int year = 0;
    std::uint32_t wallColour = 0, topColour = 0; ///< 0xRRGGBB; 0: as other houses
    QByteArray confidence, source;
};

/// A circle that stays free of generated houses.
struct Green {
    QByteArray kind, name;
    Vec2 centre;
    double radius = 0;
};

struct SpotHeight {
    Vec2 place;
    double elevation = 0;
};

/// A place that a town or village grows from.
struct Settlement {
    QByteArray name;
    Vec2 centre;
    double residents = 0; ///< thousands
    QByteArray density;   ///< dense, medium, suburban, rural_mixed
    Ring core;            ///< of the old centre, counter-clockwise
    QByteArray postcode;
};

/// A named course: a river, a railway, a road; closed for lakes.
struct Course {
    QByteArray kind; ///< river, brook, canal, lake, railway, stadtbahn, h_bahn, motorway, trunk_road, country_road
    QByteArray name;
    std::vector<Vec2> points;
    std::vector<double> elevations; ///< above NHN, of each point
};

/// Trees within an ellipse whose rim runs in and out, as fields have cut into woods.
struct Wood {
    QByteArray name;
    Vec2 centre;
    double radiusX = 0, radiusY = 0;
    double turnDegrees = 0;

    [[nodiscard]] bool contains(Vec2 p) const;
    /// @returns its rim, counter-clockwise.
    [[nodiscard]] Ring outline() const;
    /// @returns no place of it is farther from its centre, metres.
    [[nodiscard]] double reach() const;

private:
    [[nodiscard]] double rim(double angle) const; ///< of the ellipse, 1 in the mean; angle as of a circle's
};

/// A municipality or district.
struct Area {
    QByteArray kind, city, name;
    Ring ring;
};

/// The facts the demo region is made of (assets/demo/*.csv, compiled in). Immutable.
struct Assets {
    std::vector<Landmark> landmarks;
    std::vector<Green> greens;
    std::vector<SpotHeight> spotHeights;
    std::vector<Settlement> settlements; ///< the first is Dortmund, whose core is the Wallring
    std::vector<Course> courses;
    std::vector<Wood> woods;
    std::vector<Area> areas;
    std::map<QByteArray, std::vector<QByteArray>> streets; ///< names by kind

    /// @returns Internal when a table is damaged.
    static Result<Assets> load();
};

} // namespace twin::demo

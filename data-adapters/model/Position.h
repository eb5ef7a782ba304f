// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace twin {

/// The frames of this project. Only SceneFrame and twin_geo convert between them:
///   GeodeticPosition   ETRS89/WGS84 latitude, longitude, ellipsoidal height (EPSG:4979)
///   EcefPosition       earth-centred, earth-fixed (EPSG:4978), metres; 3D Tiles content
///   ProjectedPosition  ETRS89/UTM 32N (EPSG:25832) + DHHN2016 height (EPSG:7837), metres; the region's CRS
///   LocalPosition      ProjectedPosition minus the region origin, metres: x East, y grid North, z Up; "the scene"

struct GeodeticPosition {
    double latitudeDegrees = 0;
    double longitudeDegrees = 0;
    double ellipsoidalHeightMetres = 0;

    friend bool operator==(const GeodeticPosition&, const GeodeticPosition&) = default;
};

struct EcefPosition {
    double x = 0;
    double y = 0;
    double z = 0;
};

struct ProjectedPosition {
    double eastingMetres = 0;
    double northingMetres = 0;
    double heightMetres = 0; ///< above DHHN2016 (NHN)

    friend bool operator==(const ProjectedPosition&, const ProjectedPosition&) = default;
};

struct LocalPosition {
    double x = 0; ///< East
    double y = 0; ///< grid North
    double z = 0; ///< Up

    friend bool operator==(const LocalPosition&, const LocalPosition&) = default;
    friend LocalPosition operator+(const LocalPosition& a, const LocalPosition& b)
    {
        return {a.x + b.x, a.y + b.y, a.z + b.z};
    }
    friend LocalPosition operator-(const LocalPosition& a, const LocalPosition& b)
    {
        return {a.x - b.x, a.y - b.y, a.z - b.z};
    }
    friend LocalPosition operator*(const LocalPosition& a, double s) { return {a.x * s, a.y * s, a.z * s}; }
};

[[nodiscard]] inline double dot(const LocalPosition& a, const LocalPosition& b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
[[nodiscard]] inline LocalPosition cross(const LocalPosition& a, const LocalPosition& b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] inline double length(const LocalPosition& a)
{
    return std::sqrt(dot(a, a));
}

} // namespace twin

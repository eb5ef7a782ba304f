// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/SkyLight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace twin::render {

namespace {

/// One row of the mood table: everything that changes with the sun's elevation.
struct Mood {
    double elevationDegrees;
    LightColour key, skyFill, groundFill, zenith, horizon, sunGlow;
    double sunGlowStrength, night;
};

constexpr std::array moods{
    //    elevation  key                 sky fill            ground fill         zenith              horizon glow
    Mood{-18,
         {0.060, 0.074, 0.115},
         {0.026, 0.036, 0.068},
         {0.014, 0.016, 0.024},
         {0.006, 0.010, 0.026},
         {0.020, 0.030, 0.060},
         {0.00, 0.00, 0.00},
         0.0,
         1.0},
    Mood{-8,
         {0.085, 0.088, 0.125},
         {0.050, 0.067, 0.120},
         {0.030, 0.032, 0.042},
         {0.022, 0.040, 0.095},
         {0.110, 0.110, 0.150},
         {0.55, 0.22, 0.08},
         0.5,
         0.9},
    Mood{-3,
         {0.200, 0.150, 0.135},
         {0.125, 0.160, 0.245},
         {0.080, 0.080, 0.090},
         {0.060, 0.115, 0.270},
         {0.300, 0.275, 0.320},
         {0.95, 0.42, 0.14},
         0.8,
         0.5},
    Mood{2,
         {0.620, 0.380, 0.210},
         {0.280, 0.290, 0.350},
         {0.160, 0.145, 0.130},
         {0.120, 0.210, 0.430},
         {0.620, 0.530, 0.470},
         {1.10, 0.60, 0.25},
         0.9,
         0.1},
    Mood{10,
         {0.980, 0.790, 0.590},
         {0.350, 0.385, 0.450},
         {0.220, 0.205, 0.185},
         {0.130, 0.280, 0.590},
         {0.560, 0.640, 0.740},
         {1.00, 0.75, 0.45},
         0.6,
         0.0},
    Mood{25,
         {1.080, 0.950, 0.790},
         {0.380, 0.430, 0.510},
         {0.250, 0.235, 0.210},
         {0.130, 0.300, 0.640},
         {0.540, 0.670, 0.820},
         {0.90, 0.82, 0.65},
         0.35,
         0.0},
    Mood{90,
         {1.120, 1.010, 0.870},
         {0.390, 0.440, 0.520},
         {0.270, 0.250, 0.225},
         {0.130, 0.310, 0.660},
         {0.540, 0.680, 0.830},
         {0.85, 0.82, 0.72},
         0.25,
         0.0}};

constexpr double meteredLight = 0.93; ///< what the meter shall read by day
constexpr double groundShare = 0.65;  ///< of the meter; the rest looks at walls
constexpr double adaptsFrom = 0;      ///< degrees of the sun's elevation
constexpr double adaptsFully = 12;

double mix(double a, double b, double t)
{
    return a + (b - a) * t;
}

LightColour mix(const LightColour& a, const LightColour& b, double t)
{
    return {mix(a.r, b.r, t), mix(a.g, b.g, t), mix(a.b, b.b, t)};
}

LightColour scaled(const LightColour& c, double r, double g, double b)
{
    return {c.r * r, c.g * g, c.b * b};
}

Mood moodAt(double elevation)
{
    if (elevation <= moods.front().elevationDegrees)
        return moods.front();
    for (std::size_t i = 1; i < moods.size(); ++i) {
        const Mood& a = moods[i - 1];
        const Mood& b = moods[i];
        if (elevation > b.elevationDegrees)
            continue;
        const double t = (elevation - a.elevationDegrees) / (b.elevationDegrees - a.elevationDegrees);
        return {elevation,
                mix(a.key, b.key, t),
                mix(a.skyFill, b.skyFill, t),
                mix(a.groundFill, b.groundFill, t),
                mix(a.zenith, b.zenith, t),
                mix(a.horizon, b.horizon, t),
                mix(a.sunGlow, b.sunGlow, t),
                mix(a.sunGlowStrength, b.sunGlowStrength, t),
                mix(a.night, b.night, t)};
    }
    return moods.back();
}

double luminance(const LightColour& c)
{
    return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

/// As an eye or a camera does: by day the ground and what faces the sun are metered and brought to the same middle
/// brightness whatever the season; through the dusk the adaptation fades, so that night stays night.
double exposure(const Mood& mood)
{
    const double sine = std::max(std::sin(mood.elevationDegrees * std::numbers::pi / 180.0), 0.0);
    const double cosine = std::sqrt(1 - sine * sine);
    const double sky = luminance(mood.skyFill);
    const double ground = luminance(mood.key) * sine + sky;
    const double wall = luminance(mood.key) * cosine * 0.5 + (sky + luminance(mood.groundFill)) / 2;
    const double t = std::clamp((mood.elevationDegrees - adaptsFrom) / (adaptsFully - adaptsFrom), 0.0, 1.0);
    return mix(1.0, meteredLight / (groundShare * ground + (1 - groundShare) * wall), t * t * (3 - 2 * t));
}

} // namespace

SkyLight skyLight(const LocalPosition& towardsSun, bool darkTheme)
{
    const double elevation = std::asin(std::clamp(towardsSun.z, -1.0, 1.0)) * 180.0 / std::numbers::pi;
    const Mood mood = moodAt(elevation);
    SkyLight light;
    light.towardsSun = towardsSun;
    // Below the horizon the key becomes the bright part of the sky: from the sun's side, but always from above.
    const double lift = std::max(towardsSun.z, std::clamp(0.35 - elevation * 0.01, 0.05, 0.6));
    const double z = elevation > 4 ? towardsSun.z : mix(lift, towardsSun.z, std::clamp(elevation / 4, 0.0, 1.0));
    const LocalPosition d{towardsSun.x, towardsSun.y, z};
    light.towardsLight = d * (1 / std::max(length(d), 1e-9));
    const double e = exposure(mood);
    light.key = scaled(mood.key, e, e, e);
    light.skyFill = scaled(mood.skyFill, e, e, e);
    light.groundFill = scaled(mood.groundFill, e, e, e);
    light.zenith = mood.zenith;
    light.horizon = mood.horizon;
    light.sunGlow = mood.sunGlow;
    light.sunGlowStrength = mood.sunGlowStrength;
    light.night = mood.night;
    if (darkTheme) {
        light.key = scaled(light.key, 0.42, 0.46, 0.54);
        light.skyFill = scaled(light.skyFill, 0.36, 0.42, 0.50);
        light.groundFill = scaled(light.groundFill, 0.36, 0.42, 0.50);
        light.zenith = scaled(light.zenith, 0.10, 0.10, 0.09);
        light.horizon = scaled(light.horizon, 0.060, 0.068, 0.075);
        light.sunGlowStrength *= 0.15;
    }
    return light;
}

} // namespace twin::render

// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/SkyLight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <utility>

namespace twin::render {

namespace {

/// One row of the mood table: everything that changes with the sun's elevation. Lights are relative to each other.
struct Mood {
    double elevationDegrees;
    LightColour key, skyFill, groundFill, zenith, horizon, sunGlow;
    double sunGlowStrength, night;
    double metered; ///< what the meter shall read, see exposure()
};

constexpr std::array moods{
    //    elevation  key, sky fill, ground fill, zenith, horizon, glow; glow's strength, night, metered
    Mood{-18,
         {0.400, 0.520, 0.860},
         {0.300, 0.420, 0.780},
         {0.320, 0.300, 0.360},
         {0.004, 0.008, 0.030},
         {0.026, 0.034, 0.072},
         {0.00, 0.00, 0.00},
         0.00,
         1.00,
         0.110},
    Mood{-9,
         {0.460, 0.520, 0.780},
         {0.330, 0.450, 0.820},
         {0.320, 0.305, 0.360},
         {0.012, 0.033, 0.112},
         {0.088, 0.104, 0.190},
         {0.95, 0.34, 0.12},
         0.75,
         0.97,
         0.165},
    Mood{-3,
         {0.900, 0.620, 0.520},
         {0.340, 0.450, 0.770},
         {0.330, 0.310, 0.345},
         {0.036, 0.100, 0.300},
         {0.400, 0.315, 0.350},
         {1.25, 0.50, 0.18},
         1.10,
         0.82,
         0.290},
    Mood{2,
         {1.000, 0.660, 0.380},
         {0.390, 0.440, 0.550},
         {0.290, 0.260, 0.230},
         {0.105, 0.230, 0.490},
         {0.560, 0.560, 0.580},
         {1.15, 0.64, 0.28},
         0.90,
         0.22,
         0.640},
    Mood{10,
         {1.060, 0.840, 0.590},
         {0.370, 0.415, 0.490},
         {0.280, 0.255, 0.225},
         {0.110, 0.270, 0.600},
         {0.560, 0.660, 0.760},
         {1.00, 0.75, 0.45},
         0.60,
         0.00,
         0.840},
    Mood{25,
         {1.100, 0.965, 0.770},
         {0.410, 0.460, 0.530},
         {0.320, 0.300, 0.270},
         {0.100, 0.275, 0.640},
         {0.540, 0.680, 0.820},
         {0.90, 0.82, 0.65},
         0.35,
         0.00,
         0.870},
    Mood{90,
         {1.130, 1.020, 0.840},
         {0.420, 0.465, 0.540},
         {0.330, 0.310, 0.280},
         {0.100, 0.290, 0.670},
         {0.540, 0.690, 0.840},
         {0.85, 0.82, 0.72},
         0.25,
         0.00,
         0.870}};

constexpr double groundShare = 0.65; ///< of the meter; the rest looks at walls

// Hours of the place and how many windows are lit then.
using HourShare = std::pair<double, double>;
/// Supper, bedtime, the small hours, breakfast.
constexpr HourShare litDwellings[] = {{0, 0.20},    {1.5, 0.09}, {3, 0.04},  {5, 0.10},  {6.5, 0.34}, {8.5, 0.26},
                                      {15.5, 0.30}, {18, 0.48},  {21, 0.50}, {23, 0.30}, {24, 0.20}};
/// Until people go home; then the cleaners' and the forgotten lights.
constexpr HourShare litOffices[] = {{0, 0.04},  {5, 0.05},    {7.5, 0.60}, {9, 0.85},
                                    {17, 0.85}, {18.5, 0.45}, {20, 0.16},  {24, 0.04}};
/// Open until eight; some windows shine through the night.
constexpr HourShare litShops[] = {{0, 0.22}, {6, 0.22}, {9, 0.95}, {20, 0.95}, {20.7, 0.45}, {24, 0.22}};
constexpr HourShare litWorks[] = {{0, 0.14}, {5, 0.18}, {6.5, 0.55}, {16, 0.55}, {18, 0.28}, {22, 0.16}, {24, 0.14}};
/// Schools and offices by day, halls and churches in the evening.
constexpr HourShare litPublic[] = {{0, 0.05},  {6, 0.08},    {8, 0.70},  {16.5, 0.65},
                                   {18, 0.34}, {21.5, 0.22}, {23, 0.08}, {24, 0.05}};

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
                mix(a.night, b.night, t),
                mix(a.metered, b.metered, t)};
    }
    return moods.back();
}

double luminance(const LightColour& c)
{
    return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

/// As an eye or a camera does: the ground and what faces the light are metered and brought to the brightness of the
/// hour, whatever the season. At night that is dark, but a street can still be told from a roof.
/// @param height  sine of the key light's elevation
double exposure(const Mood& mood, double height)
{
    const double cosine = std::sqrt(1 - height * height);
    const double sky = luminance(mood.skyFill);
    const double ground = luminance(mood.key) * height + sky;
    const double wall = luminance(mood.key) * cosine * 0.5 + (sky + luminance(mood.groundFill)) / 2;
    return mood.metered / (groundShare * ground + (1 - groundShare) * wall);
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
    const double e = exposure(mood, std::clamp(light.towardsLight.z, 0.0, 1.0));
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

double litWindowShare(double hour, BuildingUse use)
{
    const double h = std::clamp(hour, 0.0, 24.0);
    const auto at = [h](std::span<const std::pair<double, double>> day) {
        for (std::size_t i = 1; i < day.size(); ++i)
            if (h <= day[i].first)
                return mix(day[i - 1].second, day[i].second,
                           (h - day[i - 1].first) / (day[i].first - day[i - 1].first));
        return day.back().second;
    };
    switch (use) {
    case BuildingUse::Office:
        return at(litOffices);
    case BuildingUse::Shop:
        return at(litShops);
    case BuildingUse::Industry:
        return at(litWorks);
    case BuildingUse::Public:
        return at(litPublic);
    case BuildingUse::Unknown:
    case BuildingUse::Dwelling:
        break;
    }
    return at(litDwellings);
}

} // namespace twin::render

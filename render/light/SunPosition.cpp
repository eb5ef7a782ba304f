// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/SunPosition.h"

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace twin::render {

namespace {

constexpr double radians = std::numbers::pi / 180.0;

/// One term A cos(B + C t) of VSOP87's series for the earth; amplitudes in 1e-8 (Meeus, appendix III).
struct Term {
    double a, b, c;
};

constexpr std::array longitude0{Term{175347046, 0, 0},
                                Term{3341656, 4.6692568, 6283.0758500},
                                Term{34894, 4.62610, 12566.15170},
                                Term{3497, 2.7441, 5753.3849},
                                Term{3418, 2.8289, 3.5231},
                                Term{3136, 3.6277, 77713.7715},
                                Term{2676, 4.4181, 7860.4194},
                                Term{2343, 6.1352, 3930.2097},
                                Term{1324, 0.7425, 11506.7698},
                                Term{1273, 2.0371, 529.6910},
                                Term{1199, 1.1096, 1577.3435},
                                Term{990, 5.233, 5884.927},
                                Term{902, 2.045, 26.298},
                                Term{857, 3.508, 398.149},
                                Term{780, 1.179, 5223.694},
                                Term{753, 2.533, 5507.553},
                                Term{505, 4.583, 18849.228},
                                Term{492, 4.205, 775.523},
                                Term{357, 2.920, 0.067},
                                Term{317, 5.849, 11790.629},
                                Term{284, 1.899, 796.298},
                                Term{271, 0.315, 10977.079},
                                Term{243, 0.345, 5486.778},
                                Term{206, 4.806, 2544.314},
                                Term{205, 1.869, 5573.143},
                                Term{202, 2.458, 6069.777},
                                Term{156, 0.833, 213.299},
                                Term{132, 3.411, 2942.463},
                                Term{126, 1.083, 20.775},
                                Term{115, 0.645, 0.980},
                                Term{103, 0.636, 4694.003}};
constexpr std::array longitude1{Term{628331966747.0, 0, 0},     Term{206059, 2.678235, 6283.075850},
                                Term{4303, 2.6351, 12566.1517}, Term{425, 1.590, 3.523},
                                Term{119, 5.796, 26.298},       Term{109, 2.966, 1577.344}};
constexpr std::array longitude2{Term{52919, 0, 0}, Term{8720, 1.0721, 6283.0758}, Term{309, 0.867, 12566.152}};
constexpr std::array latitude0{Term{280, 3.199, 84334.662}, Term{102, 5.422, 5507.553}};
constexpr std::array radius0{Term{100013989, 0, 0}, Term{1670700, 3.0984635, 6283.0758500},
                             Term{13956, 3.05525, 12566.15170}, Term{3084, 5.1985, 77713.7715},
                             Term{1628, 1.1739, 5753.3849}};

double sum(std::span<const Term> terms, double t)
{
    double total = 0;
    for (const Term& term : terms)
        total += term.a * std::cos(term.b + term.c * t);
    return total * 1e-8;
}

double wrap360(double degrees)
{
    const double wrapped = std::fmod(degrees, 360.0);
    return wrapped < 0 ? wrapped + 360.0 : wrapped;
}

/// Terrestrial minus universal time in seconds: Espenak and Meeus' polynomials around the present.
double deltaT(double year)
{
    const double t = year - 2000;
    if (year < 1986)
        return 45.45 + 1.067 * (year - 1975) - std::pow(year - 1975, 2) / 260 - std::pow(year - 1975, 3) / 718;
    if (year < 2005)
        return 63.86 + 0.3345 * t - 0.060374 * t * t + 0.0017275 * t * t * t;
    return 64.69 + 0.2930 * (t - 5); // observed course since 2005, continued
}

} // namespace

SunPosition sunPosition(const QDateTime& utc, const GeodeticPosition& place)
{
    const double julianDay = 2440587.5 + static_cast<double>(utc.toMSecsSinceEpoch()) / 86400000.0;
    const double year = 2000.0 + (julianDay - 2451544.5) / 365.25;
    const double julianEphemerisDay = julianDay + deltaT(year) / 86400.0;
    const double centuries = (julianEphemerisDay - 2451545.0) / 36525.0;
    const double millennia = centuries / 10.0;

    const double longitude = sum(longitude0, millennia) + sum(longitude1, millennia) * millennia +
                             sum(longitude2, millennia) * millennia * millennia;
    const double beta = -sum(latitude0, millennia);
    const double radius = sum(radius0, millennia);

    // Nutation and obliquity (chapter 22, terms above 0.1 arc seconds).
    const double node = (125.04452 - 1934.136261 * centuries) * radians;
    const double sunMean = (280.4665 + 36000.7698 * centuries) * radians;
    const double moonMean = (218.3165 + 481267.8813 * centuries) * radians;
    const double nutation = (-17.20 * std::sin(node) - 1.32 * std::sin(2 * sunMean) - 0.23 * std::sin(2 * moonMean) +
                             0.21 * std::sin(2 * node)) /
                            3600.0;
    const double obliquityMean = 23.4392911 - (46.8150 * centuries + 0.00059 * centuries * centuries) / 3600.0;
    const double obliquity = (obliquityMean + (9.20 * std::cos(node) + 0.57 * std::cos(2 * sunMean) +
                                               0.10 * std::cos(2 * moonMean) - 0.09 * std::cos(2 * node)) /
                                                  3600.0) *
                             radians;

    // Geocentric apparent longitude: turned by half a circle, nutation, aberration.
    const double lambda = (longitude / radians + 180.0 + nutation - 20.4898 / 3600.0 / radius) * radians;
    const double rightAscension =
        std::atan2(std::sin(lambda) * std::cos(obliquity) - std::tan(beta) * std::sin(obliquity), std::cos(lambda));
    const double declination =
        std::asin(std::sin(beta) * std::cos(obliquity) + std::cos(beta) * std::sin(obliquity) * std::sin(lambda));

    const double t = (julianDay - 2451545.0) / 36525.0;
    const double siderealMean = 280.46061837 + 360.98564736629 * (julianDay - 2451545.0) + 0.000387933 * t * t;
    const double sidereal = siderealMean + nutation * std::cos(obliquity);
    const double hourAngle = (wrap360(sidereal + place.longitudeDegrees) * radians) - rightAscension;

    const double latitude = place.latitudeDegrees * radians;
    const double elevation = std::asin(std::sin(latitude) * std::sin(declination) +
                                       std::cos(latitude) * std::cos(declination) * std::cos(hourAngle));
    const double azimuthFromSouth = std::atan2(std::sin(hourAngle), std::cos(hourAngle) * std::sin(latitude) -
                                                                        std::tan(declination) * std::cos(latitude));
    const double parallax = 8.794 / 3600.0 / radius * std::cos(elevation);
    return {wrap360(azimuthFromSouth / radians + 180.0), elevation / radians - parallax};
}

double refractionDegrees(double elevationDegrees)
{
    if (elevationDegrees < -1.0)
        return 0;
    return 1.02 / std::tan((elevationDegrees + 10.3 / (elevationDegrees + 5.11)) * radians) / 60.0;
}

LocalPosition sunDirection(const SunPosition& sun, double meridianConvergenceDegrees)
{
    const double gridAzimuth = (sun.azimuthDegrees - meridianConvergenceDegrees) * radians;
    const double elevation = sun.elevationDegrees * radians;
    return {std::sin(gridAzimuth) * std::cos(elevation), std::cos(gridAzimuth) * std::cos(elevation),
            std::sin(elevation)};
}

} // namespace twin::render

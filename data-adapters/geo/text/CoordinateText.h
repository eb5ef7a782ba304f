// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <memory>
#include <optional>
#include <utility>

#include <QString>

namespace twin::geo {

/// How people write a place in Germany.
enum class CoordinateNotation : std::uint8_t {
    Utm,         ///< ETRS89/UTM: "392514 5708120", "32392514 5708120", "32U 392514 5708120"
    Geographic,  ///< WGS84 degrees: "51.5142, 7.4653", "51°30'51\"N 7°27'55\"E"
    Mgrs,        ///< MGRS/UTMREF: "32U LC 93 08"; without the zone it is 32U
    GaussKrueger ///< DHDN/Gauss-Krüger, the first digit of the easting is its zone: "2601760 5709871"
};

/// A place as somebody wrote it.
struct CoordinateReading {
    ProjectedPosition position; ///< region CRS; height 0: none is written
    CoordinateNotation notation = CoordinateNotation::Utm;
    double squareMetres = 0; ///< side of the square that MGRS names by few digits, `position` is its middle; else 0
};

/// Latitude and longitude in degrees. WGS84 is taken for ETRS89: in Europe they differ by less than a metre.
struct Degrees {
    double latitude = 0;
    double longitude = 0;
};

/// Reads and writes places in the notations of CoordinateNotation. Making one is cheap: PROJ's operations are made when
/// first needed (some tens of milliseconds for Gauss-Krüger). One object a thread. MGRS by GeographicLib, the rest by
/// PROJ, Gauss-Krüger with the national grid BETA2007 (0.9 m) where PROJ has it, else by 7 parameters (3 m).
class CoordinateText {
public:
    CoordinateText();
    ~CoordinateText();
    CoordinateText(CoordinateText&&) noexcept;
    CoordinateText& operator=(CoordinateText&&) noexcept;

    /// @brief Takes decimal commas and points, groups of three digits, "E/O/R" and "N/H" before or after the numbers,
    ///        both orders of easting and northing, signs and letters of hemispheres ("O" is east), typographic marks of
    ///        minutes and seconds. Latitude comes before longitude unless letters say otherwise or the numbers are a
    ///        place in Germany in the other order only.
    /// @returns empty for any other text and for numbers that are no place in that notation.
    [[nodiscard]] std::optional<CoordinateReading> read(const QString& text) const;

    /// @returns empty where the position has none.
    [[nodiscard]] std::optional<Degrees> degrees(const ProjectedPosition& position) const;
    /// @param digits  of easting and northing each, 0 (100 km) … 5 (1 m)
    /// @returns e.g. "32U LC 92514 08120"; empty where the position has none.
    [[nodiscard]] QString mgrs(const ProjectedPosition& position, int digits = 5) const;
    /// @returns easting with its zone and northing, metres. Zone 2 reaches to 7°45' East, as the survey's strips
    ///          overlapped: the whole of Dortmund and Schwerte is in it. Empty where PROJ knows no way.
    [[nodiscard]] std::optional<std::pair<double, double>> gaussKrueger(const ProjectedPosition& position) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "model/Result.h"
#include "model/TileTree.h"
#include "model/Undulation.h"

#include <memory>
#include <span>

#include <QLatin1String>

namespace twin::geo {

/// Crs::vertical of heights above the ellipsoid of the horizontal CRS (EPSG has no code for them alone).
inline constexpr QLatin1String ellipsoidalHeights("ellipsoidal");

/// A source's coordinate reference system, horizontal and vertical part stated separately (ISO 19111 compound CRS).
struct Crs {
    QString horizontal; ///< "EPSG:25832"
    QString vertical;   ///< "EPSG:7837" (DHHN2016), "EPSG:5783" (DHHN92), ellipsoidalHeights, … ; empty: not stated
    bool hasZonePrefix = false; ///< eastings carry the zone (32 392 514): removed on transformation

    friend bool operator==(const Crs&, const Crs&) = default;
};

/// @brief Reads the spellings of a CRS that occur in German city models.
/// @param srsName  e.g. "urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016", "EPSG:25832", "urn:ogc:def:crs:EPSG::25832",
///                 "urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::7837", "http://www.opengis.net/def/crs/EPSG/0/5555"
/// @returns MissingCrs for an empty text, UnsupportedFormat for one that names no known CRS, UnknownHeightReference for
///          heights in other units than metres. Any thread. Codes outside Germany cost a look-up in PROJ's database:
///          parse a file's srsName once.
[[nodiscard]] Result<Crs> parseCrs(const QString& srsName);

/// Converts coordinates of a source to the region CRS (EPSG:25832 + DHHN2016). One object a thread (PROJ contexts are
/// not shared). Coordinates are always given as (easting or longitude, northing or latitude, height): the axis order
/// that a CRS prescribes is settled here.
///
/// Heights: those of levelling networks (DHHN2016, DHHN92, DHHN85, DHHN12, SNN76, NAP, …) and unstated ones pass
/// unchanged: DHHN92 and DHHN2016 differ by less than 6 cm in the region, the older ones by less than about 0.2 m, and
/// PROJ has no better model than that. Ellipsoidal heights of ETRS89 and WGS84 lose the geoid undulation of Geocentric.
class Transformer {
public:
    /// @returns TransformFailed when PROJ knows no operation, UnknownHeightReference for ellipsoidal heights of another
    ///          datum than ETRS89 or WGS84. Identity costs nothing.
    static Result<Transformer> toRegion(const Crs& source);
    /// @brief In place. Eastings of UTM that carry their zone lose it, whether `hasZonePrefix` says so or not.
    /// @returns TransformFailed when a coordinate is outside the operation's domain; points unspecified.
    Result<void> transform(std::span<ProjectedPosition> points) const;
    /// @returns true when only an unannounced zone prefix could make transform() change anything.
    [[nodiscard]] bool isIdentity() const;

    Transformer(Transformer&&) noexcept;
    Transformer& operator=(Transformer&&) noexcept;
    ~Transformer();

private:
    struct Private;
    explicit Transformer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Geocentric side of the region CRS. One object a thread.
/// Heights: DHHN2016 → ellipsoidal with the GCG2016 grid (de_bkg_gcg2016.tif) where PROJ has it, else with the constant
/// undulation of the region's middle, 46.1 m (EGM96: 45.7 m in Dortmund's north-west … 46.6 m in Schwerte's
/// south-east). The constant cancels out where one program writes and reads; foreign ECEF data may then lie up to 0.5 m
/// high or low.
class Geocentric {
public:
    static Result<Geocentric> create();
    /// @brief As the program that recorded its undulation had it, so that what it wrote is placed as it was made: with
    ///        the grid where both have it, else with the recorded plane.
    static Result<Geocentric> create(const Undulation& recorded);
    [[nodiscard]] EcefPosition toEcef(const ProjectedPosition& p) const;
    [[nodiscard]] ProjectedPosition toProjected(const EcefPosition& p) const;
    [[nodiscard]] GeodeticPosition toGeodetic(const ProjectedPosition& p) const;
    [[nodiscard]] ProjectedPosition fromGeodetic(const GeodeticPosition& p) const;
    /// @returns the affine map (dE, dN, dH) metres at `p` → ECEF, the first-order tangent of the projection there;
    ///          within 1 km of `p` off by less than 0.1 m vertically (earth curvature) and 1 cm horizontally.
    [[nodiscard]] Matrix4 ecefFromLocal(const ProjectedPosition& p) const;
    /// @returns grid north minus true north in degrees, positive east: trueAzimuth = gridAzimuth + convergence.
    [[nodiscard]] double meridianConvergenceDegrees(const ProjectedPosition& p) const;
    /// @returns grid distance / ground distance at the place (without height reduction).
    [[nodiscard]] double gridScale(const ProjectedPosition& p) const;
    [[nodiscard]] bool usesGeoidGrid() const;
    /// @returns ellipsoidal minus DHHN2016 height at the place, metres.
    [[nodiscard]] double undulationMetres(const ProjectedPosition& p) const;
    /// @returns what to record of the undulation for the places within `reachMetres` of `at`.
    [[nodiscard]] Undulation undulationAround(const ProjectedPosition& at, double reachMetres) const;

    Geocentric(Geocentric&&) noexcept;
    Geocentric& operator=(Geocentric&&) noexcept;
    ~Geocentric();

private:
    struct Private;
    explicit Geocentric(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::geo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "model/Result.h"
#include "model/TileTree.h"

#include <memory>
#include <span>

namespace twin::geo {

/// A source's coordinate reference system, horizontal and vertical part stated separately (ISO 19111 compound CRS).
struct Crs {
    QString horizontal;        ///< "EPSG:25832"
    QString vertical;          ///< "EPSG:7837" (DHHN2016), "EPSG:5783" (DHHN92), … ; empty: not stated
    bool hasZonePrefix = false;///< eastings carry the zone (32 392 514): removed on transformation

    friend bool operator==(const Crs&, const Crs&) = default;
};

/// @brief Reads the spellings of a CRS that occur in German city models.
/// @param srsName  e.g. "urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016", "EPSG:25832", "urn:ogc:def:crs:EPSG::25832",
///                 "urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::7837", "http://www.opengis.net/def/crs/EPSG/0/5555"
/// @returns MissingCrs for an empty text, UnsupportedFormat for one that names no known CRS. Any thread.
[[nodiscard]] Result<Crs> parseCrs(const QString& srsName);

/// Converts coordinates of a source to the region CRS (EPSG:25832 + DHHN2016). One object a thread (PROJ contexts are
/// not shared). Coordinates are always given as (easting or longitude, northing or latitude, height): the axis order
/// that a CRS prescribes is settled here.
class Transformer {
public:
    /// @returns TransformFailed when PROJ knows no operation. Identity costs nothing.
    static Result<Transformer> toRegion(const Crs& source);
    /// @brief In place. @returns TransformFailed when a coordinate is outside the operation's domain; points unspecified.
    Result<void> transform(std::span<ProjectedPosition> points) const;
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
/// Heights: DHHN2016 → ellipsoidal with the GCG2016 grid where PROJ has it, else a constant geoid undulation that the
/// object reports through `undulationMetres()` and `usesGeoidGrid()`.
class Geocentric {
public:
    static Result<Geocentric> create();
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

    Geocentric(Geocentric&&) noexcept;
    Geocentric& operator=(Geocentric&&) noexcept;
    ~Geocentric();

private:
    struct Private;
    explicit Geocentric(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::geo

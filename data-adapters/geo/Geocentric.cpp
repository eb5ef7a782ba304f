// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Crs.h"
#include "geo/ProjContext.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace twin::geo {
namespace {

constexpr double regionUndulationMetres = 46.1;
constexpr double degreesPerRadian = 57.29577951308232;

PJ_COORD convert(PJ* operation, PJ_DIRECTION direction, double a, double b, double c)
{
    return proj_trans(operation, direction, proj_coord(a, b, c, 0));
}

} // namespace

struct Geocentric::Private {
    ProjContext context;
    ProjObject projection;                                     ///< longitude, latitude (radians) ⇄ easting, northing
    ProjObject cartesian;                                      ///< longitude, latitude, ellipsoidal height ⇄ ECEF
    ProjObject geoid;                                          ///< adds the quasigeoid's height; null without the grid
    Undulation plane{false, regionUndulationMetres, 0, 0, {}}; ///< stands in for the grid

    /// @param place  longitude, latitude (radians) of the same point
    [[nodiscard]] double undulation(const PJ_COORD& place, const ProjectedPosition& p) const
    {
        if (geoid == nullptr)
            return plane.metresAt(p);
        const double height = convert(geoid.get(), PJ_FWD, place.lp.lam, place.lp.phi, 0).xyz.z;
        return std::isfinite(height) ? height : plane.metresAt(p); // outside the grid
    }
    [[nodiscard]] PJ_COORD geographic(const ProjectedPosition& p) const
    {
        return convert(projection.get(), PJ_INV, p.eastingMetres, p.northingMetres, 0);
    }
    [[nodiscard]] ProjectedPosition projected(double longitude, double latitude, double ellipsoidalHeight) const
    {
        const PJ_COORD grid = convert(projection.get(), PJ_FWD, longitude, latitude, 0);
        const ProjectedPosition p{grid.xy.x, grid.xy.y, 0};
        return {p.eastingMetres, p.northingMetres,
                ellipsoidalHeight - undulation(proj_coord(longitude, latitude, 0, 0), p)};
    }
    [[nodiscard]] PJ_FACTORS factors(const ProjectedPosition& p) const
    {
        const PJ_COORD place = geographic(p);
        return proj_factors(projection.get(), proj_coord(place.lp.lam, place.lp.phi, 0, 0));
    }
};

Geocentric::Geocentric(std::unique_ptr<Private> p) : d(std::move(p)) {}
Geocentric::Geocentric(Geocentric&&) noexcept = default;
Geocentric& Geocentric::operator=(Geocentric&&) noexcept = default;
Geocentric::~Geocentric() = default;

Result<Geocentric> Geocentric::create()
{
    auto d = std::make_unique<Private>();
    d->context = makeProjContext();
    const auto lock = lockProjCreation();
    d->projection.reset(proj_create(d->context.get(), "+proj=utm +zone=32 +ellps=GRS80"));
    d->cartesian.reset(proj_create(d->context.get(), "+proj=cart +ellps=GRS80"));
    d->geoid.reset(proj_create(d->context.get(), "+proj=vgridshift +grids=de_bkg_gcg2016.tif +multiplier=1"));
    if (d->projection == nullptr || d->cartesian == nullptr)
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("twin::geo", "Die Kartenprojektion lässt sich nicht einrichten."));
    return Geocentric(std::move(d));
}

Result<Geocentric> Geocentric::create(const Undulation& recorded)
{
    TWIN_TRY(Geocentric geocentric, create());
    geocentric.d->plane = recorded;
    if (!recorded.fromGrid)
        geocentric.d->geoid.reset();
    return geocentric;
}

EcefPosition Geocentric::toEcef(const ProjectedPosition& p) const
{
    const PJ_COORD place = d->geographic(p);
    const PJ_COORD ecef =
        convert(d->cartesian.get(), PJ_FWD, place.lp.lam, place.lp.phi, p.heightMetres + d->undulation(place, p));
    return {ecef.xyz.x, ecef.xyz.y, ecef.xyz.z};
}

ProjectedPosition Geocentric::toProjected(const EcefPosition& p) const
{
    const PJ_COORD place = convert(d->cartesian.get(), PJ_INV, p.x, p.y, p.z);
    return d->projected(place.lpz.lam, place.lpz.phi, place.lpz.z);
}

GeodeticPosition Geocentric::toGeodetic(const ProjectedPosition& p) const
{
    const PJ_COORD place = d->geographic(p);
    return {place.lp.phi * degreesPerRadian, place.lp.lam * degreesPerRadian, p.heightMetres + d->undulation(place, p)};
}

ProjectedPosition Geocentric::fromGeodetic(const GeodeticPosition& p) const
{
    return d->projected(p.longitudeDegrees / degreesPerRadian, p.latitudeDegrees / degreesPerRadian,
                        p.ellipsoidalHeightMetres);
}

Matrix4 Geocentric::ecefFromLocal(const ProjectedPosition& p) const
{
    // Central differences over 2 × 100 m: the third-order remainder is below 1e-10, rounding below 1e-11.
    constexpr double step = 100;
    Matrix4 m{};
    const std::array<ProjectedPosition, 3> axes{ProjectedPosition{step, 0, 0}, {0, step, 0}, {0, 0, step}};
    for (std::size_t column = 0; column < axes.size(); ++column) {
        const ProjectedPosition& a = axes[column];
        const EcefPosition ahead = toEcef(
            {p.eastingMetres + a.eastingMetres, p.northingMetres + a.northingMetres, p.heightMetres + a.heightMetres});
        const EcefPosition behind = toEcef(
            {p.eastingMetres - a.eastingMetres, p.northingMetres - a.northingMetres, p.heightMetres - a.heightMetres});
        m[column * 4 + 0] = (ahead.x - behind.x) / (2 * step);
        m[column * 4 + 1] = (ahead.y - behind.y) / (2 * step);
        m[column * 4 + 2] = (ahead.z - behind.z) / (2 * step);
    }
    const EcefPosition origin = toEcef(p);
    m[12] = origin.x;
    m[13] = origin.y;
    m[14] = origin.z;
    m[15] = 1;
    return m;
}

double Geocentric::meridianConvergenceDegrees(const ProjectedPosition& p) const
{
    return d->factors(p).meridian_convergence * degreesPerRadian;
}

double Geocentric::gridScale(const ProjectedPosition& p) const
{
    return d->factors(p).meridional_scale;
}

bool Geocentric::usesGeoidGrid() const
{
    return d->geoid != nullptr;
}

double Geocentric::undulationMetres(const ProjectedPosition& p) const
{
    return d->undulation(d->geographic(p), p);
}

Undulation Geocentric::undulationAround(const ProjectedPosition& at, double reachMetres) const
{
    const auto beside = [&](double east, double north) {
        return undulationMetres({at.eastingMetres + east, at.northingMetres + north, 0});
    };
    const double step = std::max(reachMetres, 1.0);
    return {usesGeoidGrid(), beside(0, 0), (beside(step, 0) - beside(-step, 0)) / (2 * step),
            (beside(0, step) - beside(0, -step)) / (2 * step), at};
}

} // namespace twin::geo

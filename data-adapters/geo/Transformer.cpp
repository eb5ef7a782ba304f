// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Crs.h"
#include "geo/ProjContext.h"

#include <cmath>
#include <optional>

#include <QCoreApplication>

namespace twin::geo {
namespace {

constexpr double zoneWidth = 1e6; ///< a zone prefix counts millions of metres

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

/// @returns the UTM zone of an ETRS89 or WGS84 (north) UTM code; 0 for anything else.
int utmZone(const QString& horizontal)
{
    const int code = horizontal.mid(int(qstrlen("EPSG:"))).toInt();
    if (code >= 25828 && code <= 25838)
        return code - 25800;
    return code >= 32601 && code <= 32660 ? code - 32600 : 0;
}

/// @returns true when ellipsoidal heights on this CRS are those of ETRS89 (to better than a metre for WGS84).
bool hasEuropeanEllipsoidalHeights(PJ_CONTEXT* context, const QString& horizontal)
{
    const auto lock = lockProjCreation();
    const ProjObject crs(proj_create(context, horizontal.toLatin1().constData()));
    const ProjObject geodetic(crs == nullptr ? nullptr : proj_crs_get_geodetic_crs(context, crs.get()));
    const char* code = geodetic == nullptr ? nullptr : proj_get_id_code(geodetic.get(), 0);
    return code != nullptr && (qstrcmp(code, "4258") == 0 || qstrcmp(code, "4326") == 0);
}

} // namespace

struct Transformer::Private {
    Crs source;
    int zone = 0;                      ///< UTM zone of the source; 0: no UTM
    ProjContext context;               ///< null for the identity
    ProjObject operation;              ///< null when only heights change
    std::optional<Geocentric> heights; ///< set for ellipsoidal heights

    /// @returns false for a prefix of another zone.
    [[nodiscard]] bool removeZonePrefix(double& easting) const
    {
        if (easting < zoneWidth || zone == 0)
            return true;
        if (std::floor(easting / zoneWidth) != zone)
            return false;
        easting -= zone * zoneWidth;
        return true;
    }
};

Transformer::Transformer(std::unique_ptr<Private> p) : d(std::move(p)) {}
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;
Transformer::~Transformer() = default;

Result<Transformer> Transformer::toRegion(const Crs& source)
{
    if (source.horizontal.isEmpty())
        return failure(ErrorCode::MissingCrs, tr("Die Daten nennen kein Koordinatenreferenzsystem."));
    auto d = std::make_unique<Private>();
    d->source = source;
    d->zone = utmZone(source.horizontal);

    static const QString region = QStringLiteral("EPSG:25832");
    if (source.horizontal != region) {
        d->context = makeProjContext();
        const auto lock = lockProjCreation();
        const ProjObject asDefined(proj_create_crs_to_crs(d->context.get(), source.horizontal.toUtf8().constData(),
                                                          region.toLatin1().constData(), nullptr));
        if (asDefined != nullptr)
            d->operation.reset(proj_normalize_for_visualization(d->context.get(), asDefined.get()));
        if (d->operation == nullptr)
            return failure(ErrorCode::TransformFailed,
                           tr("Von %1 nach %2 ist keine Umrechnung bekannt.").arg(source.horizontal, region));
    }
    if (source.vertical == ellipsoidalHeights) {
        const ProjContext context = makeProjContext();
        if (!hasEuropeanEllipsoidalHeights(context.get(), source.horizontal))
            return failure(ErrorCode::UnknownHeightReference,
                           tr("Ellipsoidische Höhen zu %1 lassen sich nicht umrechnen.").arg(source.horizontal));
        TWIN_TRY(Geocentric heights, Geocentric::create());
        d->heights = std::move(heights);
    }
    return Transformer(std::move(d));
}

bool Transformer::isIdentity() const
{
    return d->operation == nullptr && !d->heights && !d->source.hasZonePrefix;
}

Result<void> Transformer::transform(std::span<ProjectedPosition> points) const
{
    for (ProjectedPosition& p : points) {
        if (!d->removeZonePrefix(p.eastingMetres))
            return failure(ErrorCode::TransformFailed,
                           tr("Ein Rechtswert gehört zu einer anderen Zone als %1.").arg(d->source.horizontal),
                           QStringLiteral("easting %1").arg(p.eastingMetres, 0, 'f', 3));
    }
    if (d->operation != nullptr && !points.empty()) {
        proj_errno_reset(d->operation.get());
        // Heights stay out of it: a datum shift of positions must not move them (see the class comment).
        proj_trans_generic(d->operation.get(), PJ_FWD, &points[0].eastingMetres, sizeof(ProjectedPosition),
                           points.size(), &points[0].northingMetres, sizeof(ProjectedPosition), points.size(), nullptr,
                           0, 0, nullptr, 0, 0);
    }
    for (ProjectedPosition& p : points) {
        if (!std::isfinite(p.eastingMetres) || !std::isfinite(p.northingMetres) || !std::isfinite(p.heightMetres))
            return failure(
                ErrorCode::TransformFailed,
                tr("Eine Koordinate liegt außerhalb des Gültigkeitsbereichs von %1.").arg(d->source.horizontal));
        if (d->heights)
            p.heightMetres -= d->heights->undulationMetres(p);
    }
    return {};
}

} // namespace twin::geo

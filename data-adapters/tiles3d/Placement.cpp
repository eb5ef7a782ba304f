// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/Placement.h"

#include "geo/crs/RegionReach.h"
#include "tiles3d/MatrixMath.h"

#include <numbers>

#include <QCoreApplication>

namespace twin::tiles3d {
namespace {

constexpr double semiMajor = 6378137;
constexpr double flattening = 1 / 298.257222101;
constexpr double centralMeridian = 9;
constexpr double trueDegrees = 12; ///< from the central meridian; the grid's scale is wrong by 2 % there
constexpr double mostLatitude = 84;

/// East-north-up axes at an ECEF place, as the map from ECEF differences.
Matrix4 tangentPlane(const LocalPosition& at)
{
    constexpr double b2 = (1 - flattening) * (1 - flattening);
    LocalPosition up{at.x, at.y, at.z / b2};
    up = up * (1 / length(up));
    LocalPosition east{-at.y, at.x, 0};
    east = length(east) > 1 ? east * (1 / length(east)) : LocalPosition{1, 0, 0};
    const LocalPosition north = cross(up, east);
    const Matrix4 rotation{east.x, north.x, up.x, 0, east.y, north.y, up.y, 0, east.z, north.z, up.z, 0, 0, 0, 0, 1};
    return rotation * translation(at * -1);
}

struct Direction {
    double longitudeDegrees;
    double latitudeDegrees; ///< geocentric
};

Direction directionOf(const LocalPosition& ecef)
{
    return {std::atan2(ecef.y, ecef.x) * 180 / std::numbers::pi,
            std::atan2(ecef.z, std::hypot(ecef.x, ecef.y)) * 180 / std::numbers::pi};
}

/// Where the region CRS is as good as true: what lies elsewhere and has no frame yet is better off with its own plane.
bool isNearlyTrue(const LocalPosition& ecef)
{
    const Direction at = directionOf(ecef);
    return std::abs(at.longitudeDegrees - centralMeridian) < trueDegrees && at.latitudeDegrees > 0 &&
           at.latitudeDegrees < mostLatitude;
}

/// Where the region CRS can be reckoned with at all.
bool isInReach(const LocalPosition& ecef)
{
    const Direction at = directionOf(ecef);
    return std::abs(at.longitudeDegrees - centralMeridian) < geo::regionReachDegrees &&
           std::abs(at.latitudeDegrees) < mostLatitude;
}

} // namespace

LocalPosition ecefOf(const GeodeticPosition& place)
{
    const double phi = place.latitudeDegrees * std::numbers::pi / 180;
    const double lambda = place.longitudeDegrees * std::numbers::pi / 180;
    constexpr double e2 = flattening * (2 - flattening);
    const double n = semiMajor / std::sqrt(1 - e2 * std::sin(phi) * std::sin(phi));
    const double h = place.ellipsoidalHeightMetres;
    return {(n + h) * std::cos(phi) * std::cos(lambda), (n + h) * std::cos(phi) * std::sin(lambda),
            (n * (1 - e2) + h) * std::sin(phi)};
}

bool isNearEarthSurface(const LocalPosition& p)
{
    const double radius = length(p);
    return radius > 6.3e6 && radius < 6.45e6;
}

Result<Placement> Placement::create(const LocalPosition& centre, bool geocentric,
                                    const std::optional<SceneFrame>& frame, const std::optional<Undulation>& undulation)
{
    Placement placement;
    if (!geocentric) {
        placement.m_frame = frame.value_or(SceneFrame({centre.x, centre.y, centre.z}));
        placement.m_shift = frame ? LocalPosition{} : centre;
        return placement;
    }
    if (isNearEarthSurface(centre) && !isNearlyTrue(centre) && !frame) {
        placement.m_tangent = tangentPlane(centre);
        return placement;
    }
    TWIN_TRY(geo::Geocentric geocentricFrame,
             undulation ? geo::Geocentric::create(*undulation) : geo::Geocentric::create());
    if (!frame && isNearEarthSurface(centre))
        placement.m_frame = SceneFrame(geocentricFrame.toProjected({centre.x, centre.y, centre.z}));
    else if (frame && (isInReach(centre) || !isNearEarthSurface(centre)))
        placement.m_frame = *frame;
    else
        return failure(ErrorCode::OutOfRegion,
                       QCoreApplication::translate(
                           "twin::tiles3d", "Der Datensatz liegt außerhalb des Gebiets, das EPSG:25832 abbildet."));
    placement.m_geocentric = std::move(geocentricFrame);
    return placement;
}

std::optional<Matrix4> Placement::sceneFromTileset(const LocalPosition& at) const
{
    if (m_tangent)
        return *m_tangent;
    if (!m_geocentric)
        return translation(m_shift * -1);
    // A volume around the whole earth has its centre in the depths: all that can be said is how it looks from here.
    const bool usable = isNearEarthSurface(at) && isInReach(at);
    const ProjectedPosition place = usable ? m_geocentric->toProjected({at.x, at.y, at.z}) : m_frame.origin();
    const auto localFromEcef = inverseAffine(m_geocentric->ecefFromLocal(place));
    if (!localFromEcef || !isFinite(*localFromEcef))
        return std::nullopt;
    return translation(m_frame.toLocal(place)) * *localFromEcef;
}

std::optional<LocalPosition> Placement::fromGeodetic(const GeodeticPosition& place) const
{
    const LocalPosition ecef = ecefOf(place);
    if (m_geocentric && isInReach(ecef)) {
        const LocalPosition p = m_frame.toLocal(m_geocentric->fromGeodetic(place));
        return isFinite(p) ? std::optional(p) : std::nullopt;
    }
    const auto matrix = sceneFromTileset(ecef);
    return matrix ? std::optional(transformPoint(*matrix, ecef)) : std::nullopt;
}

void Placement::setGround(double z)
{
    ProjectedPosition origin = m_frame.origin();
    origin.heightMetres += z;
    m_frame = SceneFrame(origin);
    m_shift.z += z;
    if (m_tangent)
        m_tangent = translation({0, 0, -z}) * *m_tangent;
}

} // namespace twin::tiles3d

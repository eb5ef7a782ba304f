// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/JointTileset.h"

#include "geo/Crs.h"
#include "package/digest/Json.h"
#include "package/io/Files.h"

#include <algorithm>
#include <numbers>

namespace twin::package {
namespace {

constexpr double margin = 1; ///< metres: straight edges of a projected box bulge on the ellipsoid

/// @returns a bounding volume "region": it stays where it is whatever transforms the tilesets below have.
std::string volumeOf(const Box& extent, const geo::Geocentric& geocentric)
{
    std::array<double, 6> region{10, 10, -10, -10, 1e6, -1e6}; // west, south, east, north, lowest, highest
    for (const double x : {extent.min.x - margin, extent.max.x + margin})
        for (const double y : {extent.min.y - margin, extent.max.y + margin})
            for (const double z : {extent.min.z - margin, extent.max.z + margin}) {
                const GeodeticPosition p = geocentric.toGeodetic({x, y, z});
                const double longitude = p.longitudeDegrees * std::numbers::pi / 180;
                const double latitude = p.latitudeDegrees * std::numbers::pi / 180;
                region = {std::min(region[0], longitude),
                          std::min(region[1], latitude),
                          std::max(region[2], longitude),
                          std::max(region[3], latitude),
                          std::min(region[4], p.ellipsoidalHeightMetres),
                          std::max(region[5], p.ellipsoidalHeightMetres)};
            }
    std::string json = "{\"region\":[";
    for (std::size_t i = 0; i < region.size(); ++i) {
        json += i > 0 ? "," : "";
        appendJsonExact(json, region[i]);
    }
    return json + "]}";
}

} // namespace

Result<void> writeJointTileset(const QString& path, const QStringList& uris, const Box& extent,
                               const std::optional<Undulation>& undulation)
{
    TWIN_TRY(const geo::Geocentric geocentric,
             undulation ? geo::Geocentric::create(*undulation) : geo::Geocentric::create());
    const std::string volume = volumeOf(extent, geocentric);
    std::string error;
    appendJsonNumber(error, std::max({extent.size().x, extent.size().y, 1.0}), 2);
    std::string json = "{\"asset\":{\"version\":\"1.1\",\"generator\":\"Stadtzwilling\"},\"geometricError\":" + error +
                       ",\"root\":{\"boundingVolume\":" + volume + ",\"geometricError\":" + error +
                       ",\"refine\":\"ADD\",\"children\":[";
    for (const QString& uri : uris) {
        json += &uri == &uris.constFirst() ? "\n" : ",\n";
        json += "{\"boundingVolume\":" + volume + ",\"geometricError\":" + error + ",\"content\":{\"uri\":";
        appendJsonText(json, uri);
        json += "}}";
    }
    return writeFile(path, json + "]}}\n", true);
}

} // namespace twin::package

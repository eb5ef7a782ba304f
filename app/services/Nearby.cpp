// SPDX-License-Identifier: GPL-3.0-or-later
#include "Nearby.h"

#include "package/database/Sqlite.h"

#include <algorithm>
#include <cmath>

namespace twin::services {
namespace {

QString textOf(const package::SqliteStatement& row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

double outside(double value, double least, double most)
{
    return std::max({least - value, value - most, 0.0});
}

} // namespace

Result<Nearby> nearby(const QString& regionFolder, const ProjectedPosition& place, double radiusMetres)
{
    TWIN_TRY(package::SqliteDatabase database,
             package::SqliteDatabase::openReadOnly(regionFolder + QStringLiteral("/twin.gpkg")));
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare("SELECT o.gml_id, o.module, o.name, r.minx, r.maxx, r.miny, r.maxy, a.street, "
                              "a.house_number FROM rtree_city_object_geom r JOIN city_object o ON o.fid = r.id "
                              "LEFT JOIN address a ON a.object_id = o.gml_id WHERE r.maxx > ?1 AND r.minx < ?2 AND "
                              "r.maxy > ?3 AND r.miny < ?4 AND o.module = 'buildings' AND o.root = o.gml_id"));
    rows.bind(1, place.eastingMetres - radiusMetres);
    rows.bind(2, place.eastingMetres + radiusMetres);
    rows.bind(3, place.northingMetres - radiusMetres);
    rows.bind(4, place.northingMetres + radiusMetres);
    Nearby found;
    double nearestStreet = radiusMetres;
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            break;
        NearBuilding building;
        building.feature = {textOf(rows, 1), textOf(rows, 0)};
        building.metres = std::hypot(outside(place.eastingMetres, rows.real(3), rows.real(4)),
                                     outside(place.northingMetres, rows.real(5), rows.real(6)));
        const QString street = textOf(rows, 7);
        const QString address = (street + QLatin1Char(' ') + textOf(rows, 8)).trimmed();
        building.title = textOf(rows, 2);
        if (building.title.isEmpty())
            building.title = address.isEmpty() ? building.feature.id : address;
        if (!street.isEmpty() && building.metres <= nearestStreet) {
            nearestStreet = building.metres;
            found.street = street;
        }
        const bool isKnown = std::any_of(found.buildings.begin(), found.buildings.end(),
                                         [&](const auto& b) { return b.feature == building.feature; });
        if (!isKnown && building.metres <= radiusMetres) // one with several addresses comes several times
            found.buildings.push_back(std::move(building));
    }
    std::sort(found.buildings.begin(), found.buildings.end(), [](const NearBuilding& a, const NearBuilding& b) {
        return a.metres != b.metres ? a.metres < b.metres : a.feature.id < b.feature.id;
    });
    return found;
}

} // namespace twin::services

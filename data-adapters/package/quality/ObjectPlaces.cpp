// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/ObjectPlaces.h"

#include "package/database/Sqlite.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace twin::package {
namespace {

/// Where an object begins.
struct Start {
    int source;
    qint64 line;
    std::int64_t fid;
};

Result<std::vector<Start>> readStarts(SqliteDatabase& database)
{
    TWIN_TRY(SqliteStatement rows, database.prepare("SELECT source, line, fid FROM city_object WHERE line > 0"));
    std::vector<Start> starts;
    for (;;) {
        TWIN_TRY(const bool hasRow, rows.step());
        if (!hasRow)
            break;
        starts.push_back({int(rows.integer(0)), rows.integer(1), rows.integer(2)});
    }
    std::sort(starts.begin(), starts.end(), [](const Start& a, const Start& b) {
        return std::tie(a.source, a.line, a.fid) < std::tie(b.source, b.line, b.fid);
    });
    return starts;
}

void take(const SqliteStatement& row, PlaceInSource& place)
{
    const std::string_view id = row.text(0);
    place.object = QString::fromUtf8(id.data(), qsizetype(id.size()));
    if (place.source < 0) {
        place.source = int(row.integer(1));
        place.line = row.integer(2);
    }
    if (!row.isNull(3))
        place.position = ProjectedPosition{row.real(3), row.real(4), row.real(5)};
}

} // namespace

Result<void> findObjects(const QString& geoPackage, std::span<PlaceInSource> places)
{
    if (places.empty())
        return {};
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::openReadOnly(geoPackage));
    const std::string columns = "SELECT gml_id, source, line, (min_easting + max_easting) / 2, (min_northing + "
                                "max_northing) / 2, ground_height FROM city_object WHERE ";
    TWIN_TRY(SqliteStatement byId, database.prepare(columns + "gml_id = ?1 LIMIT 1"));
    TWIN_TRY(SqliteStatement byFid, database.prepare(columns + "fid = ?1"));
    std::optional<std::vector<Start>> starts;
    for (PlaceInSource& place : places) {
        if (!place.id.isEmpty()) {
            const QByteArray id = place.id.toUtf8();
            byId.bind(1, std::string_view(id.constData(), std::size_t(id.size())));
            TWIN_TRY(const bool isKnown, byId.step());
            if (isKnown)
                take(byId, place);
            byId.reset();
        }
        if (!place.object.isEmpty() || place.source < 0 || place.line < 1)
            continue;
        if (!starts) {
            TWIN_TRY(starts, readStarts(database));
        }
        const auto after =
            std::upper_bound(starts->begin(), starts->end(), place, [](const PlaceInSource& p, const Start& s) {
                return std::tie(p.source, p.line) < std::tie(s.source, s.line);
            });
        if (after == starts->begin() || (after - 1)->source != place.source)
            continue;
        byFid.bind(1, (after - 1)->fid);
        TWIN_TRY(const bool isKnown, byFid.step());
        if (isKnown)
            take(byFid, place);
        byFid.reset();
    }
    return {};
}

} // namespace twin::package

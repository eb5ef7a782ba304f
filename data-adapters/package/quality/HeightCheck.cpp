// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/HeightCheck.h"

#include "package/database/Sqlite.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace twin::package {
namespace {

constexpr double cellMetres = 150; ///< a building is compared with those in its cell and the eight around it
constexpr std::size_t fewestNeighbours = 8;
constexpr std::size_t mostNeighbours = 400; ///< of the densest quarters a sample does
constexpr int checkEvery = 1024;

struct Building {
    std::int32_t column, row;
    float ground, height;
    double easting, northing;
    std::int64_t fid;
};

/// @param lods  of the object's own geometry, e.g. "1.2, 2.2"
bool hasRoof(std::string_view lods)
{
    for (std::size_t at = 0; at < lods.size(); at = lods.find(' ', at), at = at == lods.npos ? at : at + 1)
        if (lods[at] >= '2' && lods[at] <= '9')
            return true;
    return false;
}

Result<std::vector<Building>> readBuildings(SqliteDatabase& database, std::vector<HeightFinding>& findings,
                                            const CancellationToken& cancel)
{
    TWIN_TRY(SqliteStatement rows,
             database.prepare("SELECT fid, gml_id, parent IS NULL, measured_height, ground_height, top_height, "
                              "(min_easting + max_easting) / 2, (min_northing + max_northing) / 2, source, line, lods "
                              "FROM city_object WHERE type IN ('Building', 'BuildingPart') AND ground_height IS NOT "
                              "NULL AND top_height IS NOT NULL ORDER BY fid"));
    std::vector<Building> buildings;
    for (qint64 number = 1;; ++number) {
        TWIN_TRY(const bool hasRow, rows.step());
        if (!hasRow)
            return buildings;
        if (number % checkEvery == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const double ground = rows.real(4);
        const double height = rows.real(5) - ground;
        const ProjectedPosition place{rows.real(6), rows.real(7), ground};
        const auto note = [&](const char* reason, double expected) {
            const std::string_view id = rows.text(1);
            findings.push_back({QLatin1String(reason), QString::fromUtf8(id.data(), qsizetype(id.size())),
                                int(rows.integer(8)), rows.integer(9), place, height, expected});
        };
        // Some offices write −9999.99 or 0 where they know none. The blocks of LoD1 are cut off on purpose.
        if (hasRoof(rows.text(10)) && rows.real(3) > 0 && std::abs(rows.real(3) - height) > measuredHeightMetres)
            note("height.measured-differs", rows.real(3));
        const bool isWhole = rows.integer(2) != 0;
        if (isWhole && height < flatMetres)
            note("height.flat", flatMetres);
        if (isWhole)
            buildings.push_back({std::int32_t(std::floor(place.eastingMetres / cellMetres)),
                                 std::int32_t(std::floor(place.northingMetres / cellMetres)), float(ground),
                                 float(height), place.eastingMetres, place.northingMetres, rows.integer(0)});
    }
}

float median(std::vector<float>& values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// What is usual in the nine cells around one.
struct Usual {
    float ground = 0;
    float height = 0;
};

std::optional<Usual> usualAround(const std::vector<Building>& sorted, std::int32_t column, std::int32_t row)
{
    std::vector<float> grounds;
    std::vector<float> heights;
    for (std::int32_t c = column - 1; c <= column + 1; ++c) {
        const auto before = [](const Building& b, const std::pair<std::int32_t, std::int32_t>& cell) {
            return std::tie(b.column, b.row) < std::tie(cell.first, cell.second);
        };
        auto at = std::lower_bound(sorted.begin(), sorted.end(), std::pair{c, row - 1}, before);
        const auto end = std::lower_bound(at, sorted.end(), std::pair{c, row + 2}, before);
        const auto step = std::max<std::ptrdiff_t>(1, (end - at) / std::ptrdiff_t(mostNeighbours / 3));
        for (; at < end; at += std::min(step, end - at)) {
            grounds.push_back(at->ground);
            heights.push_back(at->height);
        }
    }
    if (grounds.size() <= fewestNeighbours)
        return std::nullopt;
    return Usual{median(grounds), median(heights)};
}

} // namespace

Result<std::vector<HeightFinding>> checkHeights(const QString& geoPackage, const CancellationToken& cancel)
{
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::openReadOnly(geoPackage));
    std::vector<HeightFinding> findings;
    TWIN_TRY(std::vector<Building> buildings, readBuildings(database, findings, cancel));
    std::sort(buildings.begin(), buildings.end(), [](const Building& a, const Building& b) {
        return std::tie(a.column, a.row, a.fid) < std::tie(b.column, b.row, b.fid);
    });
    TWIN_TRY(SqliteStatement name, database.prepare("SELECT gml_id, source, line FROM city_object WHERE fid = ?1"));
    std::optional<Usual> usual;
    for (std::size_t i = 0; i < buildings.size(); ++i) {
        const Building& b = buildings[i];
        if (i == 0 || buildings[i - 1].column != b.column || buildings[i - 1].row != b.row) {
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            usual = usualAround(buildings, b.column, b.row);
        }
        if (!usual)
            continue;
        const bool standsOff = std::abs(b.ground - usual->ground) > groundOutlierMetres;
        const bool isTall = b.height > tallMetres && b.height > tallFactor * usual->height;
        if (!standsOff && !isTall)
            continue;
        name.bind(1, b.fid);
        TWIN_TRY(const bool hasRow, name.step());
        if (hasRow) {
            const std::string_view id = name.text(0);
            findings.push_back(
                {standsOff ? QStringLiteral("height.ground-outlier") : QStringLiteral("height.tall-outlier"),
                 QString::fromUtf8(id.data(), qsizetype(id.size())),
                 int(name.integer(1)),
                 name.integer(2),
                 {b.easting, b.northing, double(b.ground)},
                 standsOff ? double(b.ground) : double(b.height),
                 standsOff ? double(usual->ground) : double(usual->height)});
        }
        name.reset();
    }
    return findings;
}

} // namespace twin::package

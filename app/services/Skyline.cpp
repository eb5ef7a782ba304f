// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/Skyline.h"

#include "package/database/Sqlite.h"
#include "package/digest/GpkgGeometry.h"
#include "package/LayerObjects.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::services {
namespace {

constexpr double mostCells = 4e6;
constexpr double usualCell = 16; // metres
constexpr std::int64_t mostBoxes = 20'000;
constexpr double lowest = 2; // metres: what is lower hides nobody's view

} // namespace

Skyline::Skyline(const Box& extent, double cellMetres) : m_extent(extent)
{
    if (extent.isEmpty())
        return;
    const LocalPosition size = extent.size();
    m_cell = std::max(cellMetres, std::sqrt(size.x * size.y / mostCells));
    m_columns = static_cast<int>(size.x / m_cell) + 1;
    m_rows = static_cast<int>(size.y / m_cell) + 1;
    m_tops.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows),
                  -std::numeric_limits<float>::infinity());
}

void Skyline::add(const Box& object)
{
    if (object.isEmpty() || m_tops.empty())
        return;
    const auto cell = [this](double offset, int count) {
        return static_cast<int>(std::clamp(std::floor(offset / m_cell), -1.0, static_cast<double>(count)));
    };
    const int left = std::max(0, cell(object.min.x - m_extent.min.x, m_columns));
    const int right = std::min(m_columns - 1, cell(object.max.x - m_extent.min.x, m_columns));
    const int low = std::max(0, cell(object.min.y - m_extent.min.y, m_rows));
    const int high = std::min(m_rows - 1, cell(object.max.y - m_extent.min.y, m_rows));
    for (int row = low; row <= high; ++row)
        for (int column = left; column <= right; ++column) {
            float& top = m_tops[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                                static_cast<std::size_t>(column)];
            top = std::max(top, static_cast<float>(object.max.z));
        }
}

double Skyline::topAt(double x, double y) const
{
    const double column = std::floor((x - m_extent.min.x) / m_cell);
    const double row = std::floor((y - m_extent.min.y) / m_cell);
    if (m_tops.empty() || !(column >= 0 && row >= 0 && column < m_columns && row < m_rows))
        return -std::numeric_limits<double>::infinity();
    return m_tops[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                  static_cast<std::size_t>(column)];
}

LocalPosition Skyline::middle(int column, int row) const
{
    return {m_extent.min.x + (column + 0.5) * m_cell, m_extent.min.y + (row + 0.5) * m_cell, 0};
}

namespace {

/// @returns the databases of the region's objects: its own, which must open, and those of added city models.
Result<std::vector<package::SqliteDatabase>> objectDatabases(const package::RegionPackage& package)
{
    std::vector<package::SqliteDatabase> databases;
    TWIN_TRY(package::SqliteDatabase own,
             package::SqliteDatabase::openReadOnly(package.folder() + QStringLiteral("/twin.gpkg")));
    databases.push_back(std::move(own));
    for (const package::LayerObjects& layer : package::layerObjects(package.folder()))
        if (auto added = package::SqliteDatabase::openReadOnly(layer.folder + QStringLiteral("/twin.gpkg")))
            databases.push_back(*std::move(added));
    return databases;
}

Box extentWithLayers(const package::RegionPackage& package)
{
    Box extent = package.info().extent;
    std::vector<Issue> unreadable; // those layers are not shown either
    for (const LayerInfo& layer : package.layers(unreadable))
        if (layer.kind == LayerKind::CityModel)
            extent.include(layer.extent);
    return extent;
}

Result<void> addTops(package::SqliteDatabase& database, const SceneFrame& frame, Skyline& skyline)
{
    // What lies on the ground rises with it: the box of a river reaches as high as its source.
    TWIN_TRY(const bool saysModule, database.hasColumn("city_object", "module"));
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare(
                 std::string("SELECT min_easting, min_northing, ground_height, max_easting, max_northing, top_height "
                             "FROM city_object WHERE top_height > ground_height + ?1") +
                 (saysModule ? " AND module NOT IN ('water', 'transportation', 'landuse', 'relief')" : "")));
    rows.bind(1, lowest);
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            return {};
        Box box;
        box.include(frame.toLocal({rows.real(0), rows.real(1), rows.real(2)}));
        box.include(frame.toLocal({rows.real(3), rows.real(4), rows.real(5)}));
        skyline.add(box);
    }
}

Result<void> addOutlines(package::SqliteDatabase& database, const SceneFrame& frame, const LocalPosition& centre,
                         double radiusMetres, std::vector<std::vector<LocalPosition>>& outlines)
{
    const ProjectedPosition middle = frame.toProjected(centre);
    TWIN_TRY(const bool saysModule, database.hasColumn("city_object", "module"));
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare(std::string("SELECT o.geom FROM rtree_city_object_geom r JOIN city_object o ON "
                                          "o.fid = r.id WHERE r.maxx > ?1 AND r.minx < ?2 AND r.maxy > ?3 AND r.miny < "
                                          "?4 AND o.top_height > o.ground_height + 1") +
                              (saysModule ? " AND o.module = 'buildings'" : "")));
    rows.bind(1, middle.eastingMetres - radiusMetres);
    rows.bind(2, middle.eastingMetres + radiusMetres);
    rows.bind(3, middle.northingMetres - radiusMetres);
    rows.bind(4, middle.northingMetres + radiusMetres);
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            return {};
        for (const std::vector<package::Point2>& ring : package::gpkgRings(rows.text(0))) {
            std::vector<LocalPosition>& outline = outlines.emplace_back();
            for (const package::Point2& p : ring)
                outline.push_back({p.x - frame.origin().eastingMetres, p.y - frame.origin().northingMetres, 0});
        }
    }
}

} // namespace

Result<Skyline> readSkyline(const package::RegionPackage& package)
{
    Skyline skyline(extentWithLayers(package), usualCell);
    TWIN_TRY(std::vector<package::SqliteDatabase> databases, objectDatabases(package));
    for (package::SqliteDatabase& database : databases)
        TWIN_CHECK(addTops(database, package.frame(), skyline));
    return skyline;
}

Result<std::vector<Box>> readObjectBoxes(const package::RegionPackage& package, const Box& part)
{
    TWIN_TRY(package::SqliteDatabase database,
             package::SqliteDatabase::openReadOnly(package.folder() + QStringLiteral("/twin.gpkg")));
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare("SELECT min_easting, min_northing, ground_height, max_easting, max_northing, top_height "
                              "FROM city_object WHERE parent IS NULL AND max_easting > ?1 AND min_easting < ?2 AND "
                              "max_northing > ?3 AND min_northing < ?4 AND top_height IS NOT NULL LIMIT ?5"));
    const ProjectedPosition low = package.frame().toProjected(part.min);
    const ProjectedPosition high = package.frame().toProjected(part.max);
    rows.bind(1, low.eastingMetres);
    rows.bind(2, high.eastingMetres);
    rows.bind(3, low.northingMetres);
    rows.bind(4, high.northingMetres);
    rows.bind(5, mostBoxes);
    std::vector<Box> boxes;
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            return boxes;
        Box& box = boxes.emplace_back();
        box.include(package.frame().toLocal({rows.real(0), rows.real(1), rows.real(2)}));
        box.include(package.frame().toLocal({rows.real(3), rows.real(4), rows.real(5)}));
    }
}

Result<std::vector<std::vector<LocalPosition>>> readOutlines(const package::RegionPackage& package,
                                                             const LocalPosition& centre, double radiusMetres)
{
    std::vector<std::vector<LocalPosition>> outlines;
    TWIN_TRY(std::vector<package::SqliteDatabase> databases, objectDatabases(package));
    for (package::SqliteDatabase& database : databases)
        TWIN_CHECK(addOutlines(database, package.frame(), centre, radiusMetres, outlines));
    return outlines;
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/vector/FeatureNames.h"

#include "package/digest/GpkgGeometry.h"

#include <array>
#include <span>

namespace twin::package {
namespace {

// Columns as OpenStreetMap, ALKIS, ATKIS, the open data portals of towns and this project's own layers call them.
constexpr std::array<const char*, 12> usualNames{"name",  "name_de", "bezeichnung",  "bez",      "nam",         "titel",
                                                 "title", "label",   "strassenname", "ortsteil", "stadtbezirk", "ref"};
constexpr std::array<const char*, 8> usualKinds{"art",  "objektart", "kategorie", "typ",
                                                "kind", "type",      "class",     "fclass"};

/// @returns the first of the columns that a table has; empty: none.
Result<std::string> columnOf(SqliteDatabase& database, std::string_view table, std::span<const char* const> names)
{
    TWIN_TRY(SqliteStatement columns,
             database.prepare("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2 COLLATE NOCASE"));
    for (const char* name : names) {
        columns.bind(1, table);
        columns.bind(2, std::string_view(name));
        TWIN_TRY(const bool there, columns.step());
        columns.reset();
        if (there)
            return std::string(name);
    }
    return std::string();
}

Result<void> readTable(SqliteDatabase& database, const std::string& table,
                       const std::function<bool(std::string_view)>& wanted, std::vector<NamedShape>& shapes)
{
    TWIN_TRY(const auto columns, nameColumns(database, table));
    TWIN_TRY(const bool hasShapes, database.hasColumn(table, "geom"));
    if (!columns || !hasShapes)
        return {};
    const std::string name = sqlName(columns->name);
    TWIN_TRY(SqliteStatement rows,
             database.prepare("SELECT fid, " + name + ", " + (columns->kind.empty() ? "NULL" : sqlName(columns->kind)) +
                              ", geom FROM " + sqlName(table) + " WHERE " + name + " IS NOT NULL ORDER BY fid"));
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            return {};
        if (!wanted(rows.text(2)))
            continue;
        NamedShape shape;
        const std::string_view blob = rows.text(3);
        shape.rings = gpkgRings(blob);
        if (shape.rings.empty())
            shape.lines = gpkgLines(blob);
        if (shape.rings.empty() && shape.lines.empty())
            shape.point = gpkgPointOf(blob);
        if (shape.rings.empty() && shape.lines.empty() && !shape.point)
            continue;
        shape.name = rows.text(1);
        shape.kind = rows.text(2);
        shape.id = table + '/' + std::to_string(rows.integer(0));
        shapes.push_back(std::move(shape));
    }
}

} // namespace

std::string sqlName(std::string_view name)
{
    std::string text = "\"";
    for (const char c : name)
        text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

Result<std::optional<NameColumns>> nameColumns(SqliteDatabase& database, std::string_view table)
{
    TWIN_TRY(std::string name, columnOf(database, table, usualNames));
    TWIN_TRY(std::string kind, columnOf(database, table, usualKinds));
    if (name.empty())
        return std::optional<NameColumns>();
    return std::optional(NameColumns{std::move(name), std::move(kind)});
}

Result<std::vector<std::string>> featureTables(SqliteDatabase& database)
{
    std::vector<std::string> tables;
    TWIN_TRY(SqliteStatement list,
             database.prepare("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"));
    for (;;) {
        TWIN_TRY(const bool more, list.step());
        if (!more)
            return tables;
        tables.emplace_back(list.text(0));
    }
}

Result<std::vector<NamedShape>> readNamedShapes(const QString& featuresPath,
                                                const std::function<bool(std::string_view kind)>& wanted)
{
    TWIN_TRY(SqliteDatabase database, SqliteDatabase::openReadOnly(featuresPath));
    TWIN_TRY(const std::vector<std::string> tables, featureTables(database));
    std::vector<NamedShape> shapes;
    for (const std::string& table : tables)
        TWIN_CHECK(readTable(database, table, wanted, shapes));
    return shapes;
}

} // namespace twin::package

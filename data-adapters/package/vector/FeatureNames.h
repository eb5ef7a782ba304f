// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/database/Sqlite.h"
#include "package/geometry/PlanarUnion.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace twin::package {

/// Which columns of a table of features hold names and kinds.
struct NameColumns {
    std::string name;
    std::string kind; ///< empty: none
};

/// @returns the columns as they are usually called in sources, however their letters are written; empty: no names.
[[nodiscard]] Result<std::optional<NameColumns>> nameColumns(SqliteDatabase& database, std::string_view table);

/// @returns the tables of features of a GeoPackage.
[[nodiscard]] Result<std::vector<std::string>> featureTables(SqliteDatabase& database);

/// @returns a name of a table or column as SQL takes it.
[[nodiscard]] std::string sqlName(std::string_view name);

/// A feature with a name, seen from above. Region CRS, metres; exactly one of the shapes is there.
struct NamedShape {
    std::string name;
    std::string kind; ///< as the source says it; may be empty
    std::string id;   ///< "TABLE/FID"
    std::vector<std::vector<Point2>> rings;
    std::vector<std::vector<Point2>> lines;
    std::optional<Point2> point;
};

/// @brief Reads the named features of a layer's GeoPackage. Blocking; any thread.
/// @param featuresPath  as FeatureWriter makes it
/// @param wanted        decides by the kind, before shapes are read
/// @returns the error of the database; features without name or with a shape of another sort are left out.
[[nodiscard]] Result<std::vector<NamedShape>> readNamedShapes(const QString& featuresPath,
                                                              const std::function<bool(std::string_view kind)>& wanted);

} // namespace twin::package

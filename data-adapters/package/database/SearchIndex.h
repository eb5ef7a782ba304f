// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"
#include "package/database/Sqlite.h"

#include <string>
#include <vector>

namespace twin::package {

/// A line of the search index. Places in the region CRS; extents that are not finite are not known.
struct SearchRow {
    int group = 0;        ///< lines of a lower group come first: names, streets, addresses
    std::string sortKey;  ///< within the group
    std::string title;    ///< as shown
    std::string kind;     ///< "name", "street", "address", "feature"
    std::string detail;   ///< what it is, e.g. "Stadtbezirk"; may be empty
    std::string words;    ///< of indexWords, separated by blanks
    std::string objectId; ///< gml:id or the feature's id; may be empty
    std::string module;   ///< FeatureRef::layer; may be empty
    double easting = 0;
    double northing = 0;
    double height = 0;                 ///< above DHHN2016
    double extent[4] = {0, 0, -1, -1}; ///< min easting, min northing, max easting, max northing; max < min: none
};

/// @returns the tables of the index, to be made once in a new database.
[[nodiscard]] const char* searchSchema();

/// @brief Writes the lines into the tables of searchSchema(), ordered so that a search can stop early. The caller holds
///        the transaction.
/// @returns Cancelled, ResourceExhausted when the disk is full.
Result<void> writeSearchIndex(SqliteDatabase& database, std::vector<SearchRow> rows, const CancellationToken& cancel);

} // namespace twin::package

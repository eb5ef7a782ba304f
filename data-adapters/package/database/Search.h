// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/Region.h"
#include "package/database/Sqlite.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace twin::package {

/// A hit of one index with what is needed to put it among those of others.
struct RankedHit {
    SearchHit hit;
    QString detail; ///< what it is, e.g. "Stadtbezirk"; may be empty
    Box extent;     ///< region CRS: x easting, y northing, z the hit's height; empty: not known
    int errors = 0; ///< typing errors and words found only inside others
    int rank = 0;   ///< higher is better among hits of equal errors
};

/// @brief Rates a title that is not in an index, e.g. of a layer, as Search rates its hits.
/// @param words  of queryWords
/// @returns empty when a word is not in it, not even with typing errors.
[[nodiscard]] std::optional<RankedHit> matched(SearchHit hit, const QString& detail,
                                               const std::vector<std::string>& words);

/// Finds lines of an index that writeSearchIndex made: ids of objects, names, streets and addresses. One thread at a
/// time; the database must outlive it.
class Search {
public:
    static Result<std::unique_ptr<Search>> create(SqliteDatabase& database);

    /// @brief Words may stand in any order, each may be the beginning of a word. Where that finds little, words that
    ///        hold the typed one inside ("kirche" in "reinoldikirche") and words a typing error or two away count too.
    /// @returns best first: the object of that very id, then by errors and rank. Titles come once.
    Result<std::vector<RankedHit>> find(const QString& text, int limit);

private:
    using Variants = std::vector<std::string>; ///< of one word typed, each to be found as a prefix
    Result<void> addExactId(const QString& text, std::vector<RankedHit>& hits);
    Result<void> addMatches(const std::vector<Variants>& wanted, const std::vector<std::string>& words,
                            std::vector<RankedHit>& hits);
    Result<void> readVocabulary();
    /// @returns empty: nothing comes near this word.
    [[nodiscard]] Variants variantsOf(const std::string& word) const;

    SqliteStatement m_byId; ///< none where the database has no objects
    bool m_hasObjects = false;
    SqliteStatement m_byWords;
    SqliteStatement m_allWords;
    std::vector<std::string> m_vocabulary; ///< read when first needed
};

} // namespace twin::package

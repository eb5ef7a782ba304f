// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Region.h"
#include "package/database/Sqlite.h"

#include <memory>
#include <string>
#include <vector>

namespace twin::package {

/// Finds objects by id, name and address. One thread at a time; the database must outlive it.
class Search {
public:
    static Result<std::unique_ptr<Search>> create(SqliteDatabase& database);

    /// @returns best first: the object of that very id, then names and addresses that hold all words of the text (each
    ///          may be the beginning of a word); when there are none, the same with one typing error in a longer word.
    Result<std::vector<SearchHit>> find(const QString& text, int limit);

private:
    struct Candidate {
        SearchHit hit;
        int rank = 0;
    };
    Result<void> addExactId(const QString& text, std::vector<SearchHit>& hits);
    Result<std::vector<SearchHit>> findWords(const std::vector<std::string>& words, int limit);
    /// Replaces words that nothing begins with by what may have been meant. @returns whether any was replaced.
    Result<bool> correct(std::vector<std::string>& words);

    SqliteStatement m_byId;
    SqliteStatement m_byWords;
    SqliteStatement m_allWords;
    std::vector<std::string> m_vocabulary; ///< read when first needed
};

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/SearchIndex.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace twin::package {
namespace {

constexpr std::size_t pollEvery = 256;
constexpr std::size_t shortestVocabulary = 4; ///< letters of a word that can be corrected

void bindExtent(SqliteStatement& insert, int first, const SearchRow& row)
{
    for (int i = 0; i < 4; ++i)
        if (row.extent[2] < row.extent[0])
            insert.bindNull(first + i);
        else
            insert.bind(first + i, row.extent[i]);
}

} // namespace

const char* searchSchema()
{
    // search_text: a prefix index for the lengths that many rows can share ("dortmund", "schwerte"). Without one FTS5
    // collects all rows of a beginning before the first comes out (25 ms for "dort" where every address of 250 000 is
    // in Dortmund); with it rows stream in rowid order.
    return R"sql(
CREATE TABLE search_entry (
  fid INTEGER PRIMARY KEY NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, object_id TEXT,
  easting REAL, northing REAL, height REAL, module TEXT, detail TEXT,
  min_easting REAL, min_northing REAL, max_easting REAL, max_northing REAL);
CREATE TABLE search_word (word TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search_text USING fts5(words, content='', tokenize="unicode61 remove_diacritics 0", prefix='1 2 3 4 5 6 7 8', detail=none);
)sql";
}

Result<void> writeSearchIndex(SqliteDatabase& database, std::vector<SearchRow> rows, const CancellationToken& cancel)
{
    std::stable_sort(rows.begin(), rows.end(), [](const SearchRow& a, const SearchRow& b) {
        return std::tie(a.group, a.sortKey) < std::tie(b.group, b.sortKey);
    });
    TWIN_TRY(SqliteStatement insert,
             database.prepare("INSERT INTO search_entry VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)"));
    TWIN_TRY(SqliteStatement insertText, database.prepare("INSERT INTO search_text(rowid, words) VALUES (?1,?2)"));
    TWIN_TRY(SqliteStatement insertWord, database.prepare("INSERT OR IGNORE INTO search_word VALUES (?1)"));
    std::set<std::string, std::less<>> vocabulary;
    std::int64_t fid = 0;
    for (const SearchRow& row : rows) {
        if (static_cast<std::size_t>(++fid) % pollEvery == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        insert.bind(1, fid);
        insert.bind(2, row.title);
        insert.bind(3, row.kind);
        insert.bind(4, row.objectId);
        insert.bind(5, row.easting);
        insert.bind(6, row.northing);
        insert.bind(7, row.height);
        insert.bind(8, row.module);
        insert.bind(9, row.detail);
        bindExtent(insert, 10, row);
        TWIN_CHECK(insert.run());
        insertText.bind(1, fid);
        insertText.bind(2, row.words);
        TWIN_CHECK(insertText.run());
        std::string_view rest = row.words;
        while (!rest.empty()) {
            const std::string_view word = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), word.size() + 1));
            if (word.size() >= shortestVocabulary && (word[0] < '0' || word[0] > '9') &&
                vocabulary.find(word) == vocabulary.end())
                vocabulary.emplace(word);
        }
    }
    for (const std::string& word : vocabulary) {
        insertWord.bind(1, word);
        TWIN_CHECK(insertWord.run());
    }
    return database.execute("INSERT INTO search_text(search_text) VALUES ('optimize')");
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/Search.h"

#include "package/digest/Json.h"
#include "package/digest/SearchText.h"

#include <algorithm>
#include <set>

namespace twin::package {
namespace {

/// Hits looked at before the best are chosen. Their order in the database is already names first, then alphabetical.
constexpr std::int64_t mostCandidates = 400;
constexpr qsizetype longestText = 200;
constexpr std::size_t mostWords = 12;
constexpr std::size_t shortestCorrectable = 4;

/// How well a title answers: whole words count more than beginnings, in the order typed more still.
int rankOf(const QString& title, const std::vector<std::string>& words)
{
    const std::vector<std::string> titleWords = indexWords(title);
    int rank = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::find(titleWords.begin(), titleWords.end(), words[i]) != titleWords.end())
            rank += 4;
        if (i < titleWords.size() && titleWords[i].compare(0, words[i].size(), words[i]) == 0)
            rank += 1;
    }
    return rank;
}

} // namespace

Result<std::unique_ptr<Search>> Search::create(SqliteDatabase& database)
{
    auto search = std::make_unique<Search>();
    TWIN_TRY(const bool saysModule, database.hasColumn("city_object", "module"));
    TWIN_TRY(search->m_byId,
             database.prepare(std::string("SELECT gml_id, name, (min_easting + max_easting) / 2, (min_northing + "
                                          "max_northing) / 2, ground_height, ") +
                              (saysModule ? "module" : "'buildings'") + " FROM city_object WHERE gml_id = ?1"));
    TWIN_TRY(search->m_byWords,
             database.prepare(std::string("SELECT e.title, e.kind, e.object_id, e.easting, e.northing, e.height, ") +
                              (saysModule ? "e.module" : "'buildings'") +
                              " FROM search_text t JOIN search_entry e ON e.fid = t.rowid WHERE search_text MATCH ?1 "
                              "ORDER BY t.rowid LIMIT ?2"));
    TWIN_TRY(search->m_allWords, database.prepare("SELECT word FROM search_word"));
    return search;
}

Result<std::vector<SearchHit>> Search::find(const QString& text, int limit)
{
    std::vector<SearchHit> hits;
    const QString wanted = text.left(longestText).trimmed();
    if (wanted.isEmpty() || limit <= 0)
        return hits;
    TWIN_CHECK(addExactId(wanted, hits));
    std::vector<std::string> words = queryWords(wanted);
    if (words.size() > mostWords)
        words.resize(mostWords);
    if (words.empty())
        return hits;
    TWIN_TRY(std::vector<SearchHit> found, findWords(words, limit));
    if (found.empty() && hits.empty()) {
        TWIN_TRY(const bool corrected, correct(words));
        if (corrected) {
            TWIN_TRY(found, findWords(words, limit));
        }
    }
    hits.insert(hits.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    if (hits.size() > static_cast<std::size_t>(limit))
        hits.resize(static_cast<std::size_t>(limit));
    return hits;
}

Result<void> Search::addExactId(const QString& text, std::vector<SearchHit>& hits)
{
    const std::string id = toUtf8(text);
    m_byId.bind(1, id);
    TWIN_TRY(const bool found, m_byId.step());
    if (found) {
        const QString name = QString::fromUtf8(m_byId.text(1));
        hits.push_back({name.isEmpty() ? text : name,
                        QStringLiteral("id"),
                        text,
                        {m_byId.real(2), m_byId.real(3), m_byId.real(4)},
                        QString::fromUtf8(m_byId.text(5))});
    }
    m_byId.reset();
    return {};
}

Result<std::vector<SearchHit>> Search::findWords(const std::vector<std::string>& words, int limit)
{
    std::string match;
    for (const std::string& word : words)
        match += (match.empty() ? "\"" : " \"") + word + "\"*";
    m_byWords.bind(1, match);
    m_byWords.bind(2, mostCandidates);
    std::vector<Candidate> candidates;
    std::set<QString> titles;
    for (;;) {
        Result<bool> row = m_byWords.step();
        if (!row) {
            m_byWords.reset();
            return failure(std::move(row).error());
        }
        if (!*row)
            break;
        SearchHit hit{QString::fromUtf8(m_byWords.text(0)),
                      QString::fromUtf8(m_byWords.text(1)),
                      QString::fromUtf8(m_byWords.text(2)),
                      {m_byWords.real(3), m_byWords.real(4), m_byWords.real(5)},
                      QString::fromUtf8(m_byWords.text(6))};
        // Buildings and their parts, houses and their garages share an address: one line is enough.
        if (!titles.insert(hit.title).second)
            continue;
        const int rank = rankOf(hit.title, words);
        candidates.push_back({std::move(hit), rank});
    }
    m_byWords.reset();
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.rank > b.rank; });
    std::vector<SearchHit> hits;
    for (Candidate& candidate : candidates) {
        if (hits.size() >= static_cast<std::size_t>(limit))
            break;
        hits.push_back(std::move(candidate.hit));
    }
    return hits;
}

Result<bool> Search::correct(std::vector<std::string>& words)
{
    if (m_vocabulary.empty()) {
        for (;;) {
            TWIN_TRY(const bool row, m_allWords.step());
            if (!row)
                break;
            m_vocabulary.emplace_back(m_allWords.text(0));
        }
        m_allWords.reset();
    }
    bool changed = false;
    for (std::string& word : words) {
        if (word.size() < shortestCorrectable || (word[0] >= '0' && word[0] <= '9'))
            continue;
        const auto at = std::lower_bound(m_vocabulary.begin(), m_vocabulary.end(), word);
        if (at != m_vocabulary.end() && at->compare(0, word.size(), word) == 0)
            continue;
        const std::string* best = nullptr;
        for (const std::string& known : m_vocabulary) {
            if (!isOneErrorPrefix(word, known))
                continue;
            const auto distance = [&word](const std::string& w) {
                return w.size() > word.size() ? w.size() - word.size() : word.size() - w.size();
            };
            if (best == nullptr || distance(known) < distance(*best))
                best = &known;
        }
        if (best != nullptr) {
            word = *best;
            changed = true;
        }
    }
    return changed;
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/Search.h"

#include "package/digest/Json.h"
#include "package/digest/SearchText.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace twin::package {
namespace {

/// Hits looked at before the best are chosen. Their order in the database is already names first, then streets, then
/// alphabetical.
constexpr std::int64_t mostCandidates = 400;
constexpr qsizetype longestText = 200;
constexpr std::size_t mostWords = 12;
constexpr std::size_t shortestTolerant = 4; ///< letters: shorter words are taken as they are
constexpr std::size_t shortestTwoErrors = 8;
constexpr std::size_t mostVariants = 40;
constexpr std::size_t fewHits = 3; ///< exact ones, up to which tolerant ones are added

/// What people write for words that stand in titles.
constexpr std::pair<std::string_view, std::string_view> shortForms[] = {
    {"hbf", "hauptbahnhof"}, {"bhf", "bahnhof"}, {"pl", "platz"}, {"uni", "universitaet"}, {"kh", "krankenhaus"}};

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

int allowedErrors(std::string_view word)
{
    const bool tolerant = word.size() >= shortestTolerant && (word[0] < '0' || word[0] > '9');
    return !tolerant ? 0 : word.size() < shortestTwoErrors ? 1 : 2;
}

std::string_view longForm(std::string_view word)
{
    for (const auto& [shortWord, longWord] : shortForms)
        if (word == shortWord)
            return longWord;
    return word;
}

/// How well titles answer: fewest errors first, whole words more than beginnings, in the order typed more still.
/// @returns false when a word is not there.
bool rate(RankedHit& found, const std::vector<std::string>& words)
{
    bool hasAll = true;
    const std::vector<std::string> title = indexWords(found.hit.title);
    const std::vector<std::string> detail = indexWords(found.detail);
    std::size_t whole = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        int errors = allowedErrors(word) + 1;
        const auto look = [&](const std::string& there) {
            if (startsWith(there, word) || startsWith(there, longForm(word)))
                errors = 0;
            else if (word.size() >= shortestTolerant && there.find(word) != std::string::npos)
                errors = std::min(errors, 1);
            else
                errors = std::min(errors, prefixErrors(word, there, errors));
        };
        std::for_each(title.begin(), title.end(), look);
        std::for_each(detail.begin(), detail.end(), look);
        found.errors += errors;
        hasAll &= errors <= allowedErrors(word);
        const bool isWhole = std::find(title.begin(), title.end(), word) != title.end();
        whole += isWhole;
        if (isWhole || std::find(detail.begin(), detail.end(), word) != detail.end())
            found.rank += 4;
        if (i < title.size() && startsWith(title[i], word))
            found.rank += 1;
    }
    if (whole == words.size() && whole >= queryWords(found.hit.title).size())
        found.rank += 6; // the title and nothing else
    return hasAll;
}

} // namespace

std::optional<RankedHit> matched(SearchHit hit, const QString& detail, const std::vector<std::string>& words)
{
    RankedHit found;
    found.hit = std::move(hit);
    found.detail = detail;
    if (words.empty() || !rate(found, words))
        return std::nullopt;
    return found;
}

Result<std::unique_ptr<Search>> Search::create(SqliteDatabase& database)
{
    auto search = std::make_unique<Search>();
    TWIN_TRY(search->m_hasObjects, database.hasColumn("city_object", "gml_id"));
    if (search->m_hasObjects) {
        TWIN_TRY(const bool saysModule, database.hasColumn("city_object", "module"));
        TWIN_TRY(search->m_byId,
                 database.prepare(std::string("SELECT gml_id, name, (min_easting + max_easting) / 2, (min_northing + "
                                              "max_northing) / 2, ground_height, ") +
                                  (saysModule ? "module" : "'buildings'") +
                                  ", function FROM city_object WHERE gml_id = ?1"));
    }
    // Packages of earlier versions know less.
    TWIN_TRY(const bool saysModule, database.hasColumn("search_entry", "module"));
    TWIN_TRY(const bool saysDetail, database.hasColumn("search_entry", "detail"));
    TWIN_TRY(search->m_byWords,
             database.prepare(std::string("SELECT e.title, e.kind, e.object_id, e.easting, e.northing, e.height, ") +
                              (saysModule ? "e.module" : "'buildings'") +
                              (saysDetail ? ", e.detail, e.min_easting, e.min_northing, e.max_easting, e.max_northing"
                                          : ", NULL, NULL, NULL, NULL, NULL") +
                              " FROM search_text t JOIN search_entry e ON e.fid = t.rowid WHERE search_text MATCH ?1 "
                              "ORDER BY t.rowid LIMIT ?2"));
    TWIN_TRY(search->m_allWords, database.prepare("SELECT word FROM search_word"));
    return search;
}

Result<std::vector<RankedHit>> Search::find(const QString& text, int limit)
{
    std::vector<RankedHit> hits;
    const QString wanted = text.left(longestText).trimmed();
    if (wanted.isEmpty() || limit <= 0)
        return hits;
    if (m_hasObjects)
        TWIN_CHECK(addExactId(wanted, hits));
    std::vector<std::string> words = queryWords(wanted);
    if (words.size() > mostWords)
        words.resize(mostWords);
    if (words.empty())
        return hits;
    std::vector<Variants> variants;
    for (const std::string& word : words)
        variants.push_back(longForm(word) == word ? Variants{word} : Variants{word, std::string(longForm(word))});
    TWIN_CHECK(addMatches(variants, words, hits));
    const bool canTolerate = std::any_of(words.begin(), words.end(), allowedErrors);
    if (hits.size() < fewHits && canTolerate) {
        TWIN_CHECK(readVocabulary());
        for (std::size_t i = 0; i < words.size(); ++i)
            if (allowedErrors(words[i]) > 0)
                variants[i] = variantsOf(words[i]);
        if (std::none_of(variants.begin(), variants.end(), [](const Variants& v) { return v.empty(); }))
            TWIN_CHECK(addMatches(variants, words, hits));
    }
    std::stable_sort(hits.begin(), hits.end(), [](const RankedHit& a, const RankedHit& b) {
        return std::tuple(a.errors, -a.rank) < std::tuple(b.errors, -b.rank);
    });
    if (hits.size() > static_cast<std::size_t>(limit))
        hits.resize(static_cast<std::size_t>(limit));
    return hits;
}

Result<void> Search::addExactId(const QString& text, std::vector<RankedHit>& hits)
{
    const std::string id = toUtf8(text);
    m_byId.bind(1, id);
    TWIN_TRY(const bool found, m_byId.step());
    if (found) {
        const QString name = QString::fromUtf8(m_byId.text(1));
        constexpr int aboveAll = 1000;
        hits.push_back({{name.isEmpty() ? text : name,
                         QStringLiteral("id"),
                         text,
                         {m_byId.real(2), m_byId.real(3), m_byId.real(4)},
                         QString::fromUtf8(m_byId.text(5))},
                        QString::fromUtf8(m_byId.text(6)),
                        {},
                        0,
                        aboveAll});
    }
    m_byId.reset();
    return {};
}

Result<void> Search::addMatches(const std::vector<Variants>& wanted, const std::vector<std::string>& words,
                                std::vector<RankedHit>& hits)
{
    std::string match;
    for (const Variants& variants : wanted) {
        match += match.empty() ? "(" : " AND (";
        for (std::size_t i = 0; i < variants.size(); ++i)
            match += (i == 0 ? "\"" : " OR \"") + variants[i] + "\"*";
        match += ')';
    }
    m_byWords.bind(1, match);
    m_byWords.bind(2, mostCandidates);
    // Buildings and their parts, houses and their garages share an address: one line is enough. Streets of one name in
    // two towns have the town in their title; equal features were put together when the index was made.
    std::set<std::pair<QString, QString>> known;
    for (const RankedHit& hit : hits)
        if (hit.hit.kind != QLatin1String("id"))
            known.emplace(hit.hit.title, hit.hit.kind == QLatin1String("feature") ? hit.hit.id : QString());
    for (;;) {
        Result<bool> row = m_byWords.step();
        if (!row) {
            m_byWords.reset();
            return failure(std::move(row).error());
        }
        if (!*row)
            break;
        RankedHit found;
        found.hit = {QString::fromUtf8(m_byWords.text(0)),
                     QString::fromUtf8(m_byWords.text(1)),
                     QString::fromUtf8(m_byWords.text(2)),
                     {m_byWords.real(3), m_byWords.real(4), m_byWords.real(5)},
                     QString::fromUtf8(m_byWords.text(6))};
        if (!known.emplace(found.hit.title, found.hit.kind == QLatin1String("feature") ? found.hit.id : QString())
                 .second)
            continue;
        found.detail = QString::fromUtf8(m_byWords.text(7));
        if (!m_byWords.isNull(8)) {
            found.extent.include(LocalPosition{m_byWords.real(8), m_byWords.real(9), m_byWords.real(5)});
            found.extent.include(LocalPosition{m_byWords.real(10), m_byWords.real(11), m_byWords.real(5)});
        }
        rate(found, words);
        hits.push_back(std::move(found));
    }
    m_byWords.reset();
    return {};
}

Result<void> Search::readVocabulary()
{
    if (!m_vocabulary.empty())
        return {};
    for (;;) {
        TWIN_TRY(const bool row, m_allWords.step());
        if (!row)
            break;
        m_vocabulary.emplace_back(m_allWords.text(0));
    }
    m_allWords.reset();
    return {};
}

Search::Variants Search::variantsOf(const std::string& word) const
{
    struct Near {
        int errors;
        std::size_t length;
        const std::string* word;
    };
    const int most = allowedErrors(word);
    std::vector<Near> all;
    bool isPrefix = false;
    for (const std::string& known : m_vocabulary) {
        if (startsWith(known, word))
            isPrefix = true;
        else if (known.find(word) != std::string::npos)
            all.push_back({1, known.size(), &known});
        else if (const int errors = prefixErrors(word, known, most); errors <= most)
            all.push_back({errors, known.size(), &known});
    }
    std::sort(all.begin(), all.end(), [](const Near& a, const Near& b) {
        return std::tie(a.errors, a.length, *a.word) < std::tie(b.errors, b.length, *b.word);
    });
    if (all.size() > mostVariants)
        all.resize(mostVariants);
    Variants variants;
    if (isPrefix)
        variants.push_back(word);
    if (longForm(word) != word)
        variants.emplace_back(longForm(word));
    for (const Near& near : all)
        variants.push_back(*near.word);
    return variants;
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/SearchText.h"

#include "package/digest/Json.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QString>

namespace twin::package {
namespace {

struct Word {
    std::string text;
    std::string plain;       ///< umlauts without their e; empty: no umlaut
    bool hyphenated = false; ///< a hyphen joins it to the word before
};

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool endsWith(std::string_view text, std::string_view ending)
{
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::string_view umlautBase(char16_t c)
{
    switch (c) {
    case u'ä':
        return "a";
    case u'ö':
        return "o";
    case u'ü':
        return "u";
    default:
        return {};
    }
}

std::vector<Word> split(QStringView raw)
{
    const QString text = raw.toString().toLower().normalized(QString::NormalizationForm_C);
    std::vector<Word> words;
    Word word;
    bool umlaut = false;
    bool hyphen = false;
    const auto flush = [&] {
        if (!word.text.empty()) {
            if (!umlaut)
                word.plain.clear();
            word.hyphenated = std::exchange(hyphen, false);
            words.push_back(std::move(word));
        }
        word = {};
        umlaut = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (const std::string_view base = umlautBase(c.unicode()); !base.empty()) {
            word.text.append(base).append("e");
            word.plain.append(base);
            umlaut = true;
        } else if (c == u'ß') {
            word.text += "ss";
            word.plain += "ss";
        } else if (c.unicode() < 0x80 ? c.isLetterOrNumber() : c.isLetterOrNumber() || c.isSurrogate()) {
            QString letter(c);
            if (c.isHighSurrogate() && i + 1 < text.size())
                letter += text[++i];
            else if (c.unicode() >= 0x80 && c.decompositionTag() == QChar::Canonical)
                letter = c.decomposition().left(1);
            appendUtf8(word.text, letter);
            appendUtf8(word.plain, letter);
        } else {
            flush();
            hyphen = c == u'-' && !words.empty();
        }
    }
    flush();
    return words;
}

void shortenStreet(std::string& word)
{
    if (endsWith(word, "strasse"))
        word.resize(word.size() - 4);
}

bool isLetters(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "sankt" and "st" are one word.
void shortenSaint(std::string& word)
{
    if (word == "sankt")
        word = "st";
}

/// What people write for a street while they type, or wrongly.
constexpr std::string_view streetSpellings[] = {"strasze", "strase", "strass", "stras", "stra"};
constexpr std::size_t longestRoadLetters = 3; ///< "a 45", "b 236", "rb 43"

/// "12", "a" → "12a"
void joinHouseNumbers(std::vector<Word>& words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const std::string& letter = words[i + 1].text;
        if (isDigits(words[i].text) && letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
            words[i].text += letter;
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
}

} // namespace

std::vector<std::string> indexWords(QStringView text)
{
    std::vector<Word> words = split(text);
    joinHouseNumbers(words);
    std::vector<std::string> result;
    const auto add = [&result](std::string word) {
        if (std::find(result.begin(), result.end(), word) == result.end())
            result.push_back(std::move(word));
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::string form : {words[i].text, words[i].plain}) {
            if (form.empty())
                continue;
            shortenStreet(form);
            shortenSaint(form);
            add(form);
            if (words[i].hyphenated && isLetters(form) && isLetters(words[i - 1].text))
                add(words[i - 1].text + form);
            if (i + 1 < words.size() && isLetters(form) && form.size() <= longestRoadLetters &&
                isDigits(words[i + 1].text))
                add(form + words[i + 1].text);
            const std::size_t letters = form.find_first_of("0123456789");
            if (letters > 0 && letters <= longestRoadLetters && isLetters(form.substr(0, letters)) &&
                isDigits(std::string_view(form).substr(letters))) {
                add(form.substr(0, letters));
                add(form.substr(letters));
            }
            if (form == "str") {
                if (i > 0 && !isDigits(words[i - 1].text))
                    add(words[i - 1].text + "str");
            } else if (endsWith(form, "str")) {
                add("str");
            }
        }
    }
    return result;
}

std::string joinedWords(const std::vector<std::string>& words)
{
    std::string joined;
    for (const std::string& word : words)
        joined.append(joined.empty() ? "" : " ").append(word);
    return joined;
}

std::vector<std::string> queryWords(QStringView text)
{
    std::vector<Word> words = split(text);
    joinHouseNumbers(words);
    std::vector<std::string> result;
    for (Word& word : words) {
        shortenStreet(word.text);
        shortenSaint(word.text);
        for (const std::string_view partial : streetSpellings)
            if (endsWith(word.text, partial)) {
                word.text.resize(word.text.size() - partial.size() + 3);
                break;
            }
        result.push_back(std::move(word.text));
    }
    return result;
}

std::string sortKey(QStringView title)
{
    std::vector<Word> words = split(title);
    joinHouseNumbers(words);
    std::string key;
    for (Word& word : words) {
        shortenStreet(word.text);
        const auto digits = static_cast<std::size_t>(
            std::find_if(word.text.begin(), word.text.end(), [](char c) { return c < '0' || c > '9'; }) -
            word.text.begin());
        if (digits > 0 && digits < 10)
            key.append(10 - digits, '0');
        key += word.text;
        key += ' ';
    }
    return key;
}

int prefixErrors(std::string_view typed, std::string_view word, int most)
{
    // Optimal string alignment, row by row along the typed word; the best beginning of `word` ends anywhere.
    constexpr std::size_t longest = 40;
    typed = typed.substr(0, longest);
    word = word.substr(0, std::min(longest, typed.size() + static_cast<std::size_t>(most)));
    if (word.size() + static_cast<std::size_t>(most) < typed.size())
        return most + 1;
    std::array<std::array<int, longest + 1>, 3> rows;
    for (std::size_t j = 0; j <= word.size(); ++j)
        rows[0][j] = static_cast<int>(j);
    int best = 0;
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        std::array<int, longest + 1>& now = rows[i % 3];
        const std::array<int, longest + 1>& before = rows[(i + 2) % 3];
        const std::array<int, longest + 1>& earlier = rows[(i + 1) % 3];
        best = now[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= word.size(); ++j) {
            const bool same = typed[i - 1] == word[j - 1];
            now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                now[j] = std::min(now[j], earlier[j - 2] + 1);
            best = std::min(best, now[j]);
        }
        if (best > most)
            return most + 1;
    }
    return best;
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/SearchText.h"

#include "package/digest/Json.h"

#include <algorithm>

#include <QString>

namespace twin::package {
namespace {

struct Word {
    std::string text;
    std::string plain; ///< umlauts without their e; empty: no umlaut
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
    const auto flush = [&] {
        if (!word.text.empty()) {
            if (!umlaut)
                word.plain.clear();
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
            add(form);
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

std::vector<std::string> queryWords(QStringView text)
{
    std::vector<Word> words = split(text);
    joinHouseNumbers(words);
    std::vector<std::string> result;
    for (Word& word : words) {
        shortenStreet(word.text);
        for (const std::string_view partial : {"strass", "stras", "stra"})
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

bool isOneErrorPrefix(std::string_view typed, std::string_view word)
{
    std::size_t same = 0;
    while (same < typed.size() && same < word.size() && typed[same] == word[same])
        ++same;
    if (same == typed.size())
        return true;
    const std::string_view t = typed.substr(same);
    const std::string_view w = word.substr(same);
    const auto starts = [](std::string_view text, std::string_view prefix) {
        return text.substr(0, prefix.size()) == prefix;
    };
    return starts(w, t.substr(1))                                   // one too many
           || (!w.empty() && (starts(w.substr(1), t)                // one missing
                              || starts(w.substr(1), t.substr(1)))) // one wrong
           || (w.size() > 1 && t.size() > 1 && w[0] == t[1] && w[1] == t[0] &&
               starts(w.substr(2), t.substr(2))); // swapped
}

} // namespace twin::package

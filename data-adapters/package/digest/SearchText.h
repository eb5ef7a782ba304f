// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QStringView>

namespace twin::package {

/// How names and addresses become words that can be found however they are typed: lower case, ä → ae, ß → ss, other
/// accents dropped, "Straße", "Strasse", "Str." all "str", "12 a" as "12a".

/// @returns the words to be indexed: also "muhle" beside "muehle", "str" beside "hauptstr", "hauptstr" beside "haupt
/// str", "a45", "a" and "45" for each of "A45" and "A 45", "phoenixsee" for "Phoenix-See".
[[nodiscard]] std::vector<std::string> indexWords(QStringView text);

/// @returns the words with a blank between them, as the index takes them.
[[nodiscard]] std::string joinedWords(const std::vector<std::string>& words);

/// @returns the words of a query, each to be found as a prefix; "hauptstraß" and "hauptstrase" become "hauptstr".
[[nodiscard]] std::vector<std::string> queryWords(QStringView text);

/// @returns a key that sorts titles alphabetically and house numbers by value.
[[nodiscard]] std::string sortKey(QStringView title);

/// @brief How many typing errors (a letter missing, added, wrong, or two swapped) lead from a beginning of `word` to
///        `typed`.
/// @returns more than `most` when there are more.
[[nodiscard]] int prefixErrors(std::string_view typed, std::string_view word, int most);

} // namespace twin::package

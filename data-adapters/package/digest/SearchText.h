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
/// str".
[[nodiscard]] std::vector<std::string> indexWords(QStringView text);

/// @returns the words of a query, each to be found as a prefix; "hauptstraß" becomes "hauptstr".
[[nodiscard]] std::vector<std::string> queryWords(QStringView text);

/// @returns a key that sorts titles alphabetically and house numbers by value.
[[nodiscard]] std::string sortKey(QStringView title);

/// @returns whether one typing error (a letter missing, added, wrong, or two swapped) leads from a prefix of `word` to
///          `typed`. Meant for words of four letters and more.
[[nodiscard]] bool isOneErrorPrefix(std::string_view typed, std::string_view word);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <QStringView>

namespace twin::package {

/// @brief Appends UTF-8; half of a surrogate pair becomes U+FFFD.
void appendUtf8(std::string& out, QStringView text);
[[nodiscard]] std::string toUtf8(QStringView text);

/// @brief Appends a quoted JSON string (RFC 8259).
void appendJsonText(std::string& out, QStringView text);
void appendJsonText(std::string& out, std::string_view utf8);

/// @brief Appends a number with fixed decimals, trailing zeros cut; "null" for what is no finite number.
void appendJsonNumber(std::string& out, double value, int decimals);

/// @brief Appends a number with all digits that reading it back needs.
void appendJsonExact(std::string& out, double value);
[[nodiscard]] std::string jsonExact(double value); ///< the same as a text of its own

} // namespace twin::package

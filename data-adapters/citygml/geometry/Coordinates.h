// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace twin::citygml {

/// How numbers are written in gml:coordinates (GML 3.1.1 §10.1.3); the defaults are those of posList.
struct NumberFormat {
    char decimal = '.';
    char coordinateSeparator = ' '; ///< besides white space
    char tupleSeparator = ' ';      ///< besides white space
};

enum class NumbersResult {
    Good,
    Invalid, ///< something that is no finite number, or of more than 1e9 metres; the numbers before it were appended
};

/// @brief Appends all numbers of a text. Correctly rounded; locale-independent; never throws but for memory.
[[nodiscard]] NumbersResult appendNumbers(std::string_view text, std::vector<double>& numbers,
                                          NumberFormat format = {});

} // namespace twin::citygml

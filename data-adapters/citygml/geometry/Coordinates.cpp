// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/geometry/Coordinates.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace twin::citygml {
namespace {

constexpr double largestCoordinate = 1e9;

/// Powers of ten that a double holds exactly.
constexpr std::array powersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

unsigned digitOf(char c)
{
    return unsigned(static_cast<unsigned char>(c)) - unsigned('0');
}

/// @brief Reads a number at `at`; exponents and more than 15 digits go to std::from_chars.
/// @returns the end of the number; null when there is none.
const char* readNumber(const char* at, const char* end, double& value)
{
    const char* p = at;
    const bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        ++p;
    const char* const digits = p;
    std::uint64_t mantissa = 0;
    for (; p < end && digitOf(*p) <= 9; ++p)
        mantissa = mantissa * 10 + digitOf(*p);
    std::ptrdiff_t count = p - digits;
    std::ptrdiff_t decimals = 0;
    if (p < end && *p == '.') {
        const char* const fraction = ++p;
        for (; p < end && digitOf(*p) <= 9; ++p)
            mantissa = mantissa * 10 + digitOf(*p);
        decimals = p - fraction;
        count += decimals;
    }
    if (count == 0)
        return nullptr;
    if (count <= 15 && (p == end || (*p != 'e' && *p != 'E'))) {
        // Both operands are exact, so the quotient is the correctly rounded value (Clinger's fast path).
        const double magnitude = double(mantissa) / powersOfTen[std::size_t(decimals)];
        value = negative ? -magnitude : magnitude;
        return p;
    }
    const auto [stop, error] = std::from_chars(*at == '+' ? at + 1 : at, end, value);
    return error == std::errc() ? stop : nullptr;
}

} // namespace

NumbersResult appendNumbers(std::string_view text, std::vector<double>& numbers, NumberFormat format)
{
    std::string rewritten;
    if (format.decimal != '.' || format.coordinateSeparator != ' ' || format.tupleSeparator != ' ') {
        rewritten.assign(text);
        for (char& c : rewritten)
            c = c == format.decimal ? '.' : c == format.coordinateSeparator || c == format.tupleSeparator ? ' ' : c;
        text = rewritten;
    }
    const char* p = text.data();
    const char* const end = p + text.size();
    while (true) {
        while (p < end && isBlank(*p))
            ++p;
        if (p == end)
            return NumbersResult::Good;
        double value = 0;
        p = readNumber(p, end, value);
        if (p == nullptr || (p < end && !isBlank(*p)) || !(std::abs(value) <= largestCoordinate))
            return NumbersResult::Invalid;
        numbers.push_back(value);
    }
}

} // namespace twin::citygml

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/Json.h"

#include <charconv>
#include <cmath>

#include <QChar>

namespace twin::package {
namespace {

void appendCodePoint(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

template <class Append> void eachCodePoint(QStringView text, Append append)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && QChar::isLowSurrogate(text[i + 1].unicode()))
            append(static_cast<char32_t>(QChar::surrogateToUcs4(unit, text[++i].unicode())));
        else
            append(QChar::isSurrogate(unit) ? U'\uFFFD' : static_cast<char32_t>(unit));
    }
}

void appendEscaped(std::string& out, char32_t c)
{
    constexpr char hex[] = "0123456789abcdef";
    if (c == U'"' || c == U'\\') {
        out += '\\';
        out += static_cast<char>(c);
    } else if (c == U'\n') {
        out += "\\n";
    } else if (c < 0x20) {
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    } else {
        appendCodePoint(out, c);
    }
}

} // namespace

void appendUtf8(std::string& out, QStringView text)
{
    eachCodePoint(text, [&out](char32_t c) { appendCodePoint(out, c); });
}

std::string toUtf8(QStringView text)
{
    std::string out;
    out.reserve(static_cast<std::size_t>(text.size()));
    appendUtf8(out, text);
    return out;
}

void appendJsonText(std::string& out, QStringView text)
{
    out += '"';
    eachCodePoint(text, [&out](char32_t c) { appendEscaped(out, c); });
    out += '"';
}

void appendJsonText(std::string& out, std::string_view utf8)
{
    out += '"';
    for (const char c : utf8) {
        if (static_cast<unsigned char>(c) < 0x80)
            appendEscaped(out, static_cast<char32_t>(c));
        else
            out += c;
    }
    out += '"';
}

void appendJsonNumber(std::string& out, double value, int decimals)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    char text[400];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    std::string_view digits(text, static_cast<std::size_t>(end - text));
    if (digits.find('.') != std::string_view::npos) {
        while (digits.back() == '0')
            digits.remove_suffix(1);
        if (digits.back() == '.')
            digits.remove_suffix(1);
    }
    out += digits == "-0" ? std::string_view("0") : digits;
}

void appendJsonExact(std::string& out, double value)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    out.append(text, end);
}

std::string jsonExact(double value)
{
    std::string text;
    appendJsonExact(text, value);
    return text;
}

} // namespace twin::package

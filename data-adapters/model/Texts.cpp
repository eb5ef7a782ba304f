// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Texts.h"
#include "model/CodeList.h"

#include <array>
#include <utility>

namespace twin {
namespace {

constexpr std::size_t mapSize = 4096;
constexpr std::string_view blanks = " \t\r\n";

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> unitNames{{
    {"metre", "m"},
    {"meter", "m"},
    {"meters", "m"},
    {"metres", "m"},
    {"9001", "m"}, // EPSG
    {"ft", "[ft_i]"},
    {"foot", "[ft_i]"},
    {"feet", "[ft_i]"},
    {"degree", "deg"},
    {"grad", "deg"}, // German: Grad
    {"percent", "%"},
    {"m\xC2\xB2", "m2"},
    {"m\xC2\xB3", "m3"},
    {"sqm", "m2"},
}};

} // namespace

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(blanks);
    return from == std::string_view::npos ? std::string_view()
                                          : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString ucumUnit(std::string_view uom)
{
    uom = trimmed(uom);
    if (const std::size_t last = uom.find_last_of(":#/");
        last != std::string_view::npos && last + 1 < uom.size() && (uom[last] != '/' || uom.substr(0, 4) == "http"))
        uom = uom.substr(last + 1);
    for (const auto& [name, unit] : unitNames)
        if (uom == name)
            return toQString(unit);
    return toQString(uom);
}

QString Texts::of(std::string_view utf8)
{
    const auto found = m_texts.find(utf8);
    if (found != m_texts.end())
        return found->second;
    if (m_texts.size() >= mapSize)
        m_texts.clear();
    return m_texts.emplace(std::string(utf8), toQString(utf8)).first->second;
}

CodedText Texts::coded(CityObjectType type, std::string_view attribute, std::string_view code,
                       std::string_view codeSpace)
{
    m_key.assign(1, char('0' + int(type)));
    m_key.append(attribute).append(1, '\n').append(code).append(1, '\n').append(codeSpace);
    const auto found = m_coded.find(std::string_view(m_key));
    if (found != m_coded.end())
        return found->second;
    if (m_coded.size() >= mapSize)
        m_coded.clear();
    const QString raw = toQString(code);
    const CodeWord word = CodeList::meaning(type, toQString(attribute), raw, toQString(codeSpace));
    CodedText text = word.german.isEmpty() ? CodedText{raw, {}} : CodedText{word.german, raw};
    return m_coded.emplace(m_key, std::move(text)).first->second;
}

} // namespace twin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace twin {

/// @returns the text without leading and trailing white space.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] QString toQString(std::string_view utf8);
/// @returns the UCUM unit of a uom as German and OGC data state it ("urn:adv:uom:m", "#m", "metre" → "m"); an unknown
/// one
///          by its last part.
[[nodiscard]] QString ucumUnit(std::string_view uom);

struct CodedText {
    QString value; ///< the German word, else the code
    QString code;  ///< empty when the list does not know it
};

/// Strings that occur again and again (attribute names, codes and their words), converted once. One object a thread, so
/// that threads do not fight for the reference counts. Bounded.
class Texts {
public:
    [[nodiscard]] QString of(std::string_view utf8);
    [[nodiscard]] CodedText coded(CityObjectType type, std::string_view attribute, std::string_view code,
                                  std::string_view codeSpace);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template <class Value> using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    Map<QString> m_texts;
    Map<CodedText> m_coded;
    std::string m_key;
};

} // namespace twin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

namespace twin::citygml {

/// The vocabularies that occur in a CityGML building file.
enum class Vocabulary : std::uint8_t { Other, Core, Building, Generics, Gml, Xal, Appearance, Wfs };

/// An XML name by meaning. `local` points into the document.
struct Name {
    Vocabulary vocabulary = Vocabulary::Other;
    std::string_view local;

    [[nodiscard]] bool is(Vocabulary v, std::string_view name) const { return vocabulary == v && local == name; }
};

/// @returns the part of a qualified name after its prefix.
[[nodiscard]] std::string_view localName(std::string_view qualifiedName);
/// @returns the vocabulary of a namespace URI, whatever its version.
[[nodiscard]] Vocabulary vocabularyOf(std::string_view uri);
/// @returns "1.0", "2.0", "3.0", … of a CityGML namespace; empty for any other URI.
[[nodiscard]] std::string_view cityGmlVersion(std::string_view uri);

/// What the prefixes of a file mean (Namespaces in XML 1.0), from the root element's declarations; declarations further
/// down are found by looking up the ancestors once the first one was met. One object a thread.
class Names {
public:
    using Declarations = std::vector<std::pair<std::string, std::string>>; ///< prefix (may be empty), URI

    explicit Names(const Declarations& root);

    /// @returns the element's name. Elements must be visited from the top: a declaration counts below where it was
    /// seen.
    [[nodiscard]] Name of(const pugi::xml_node& element);
    /// @returns the namespace URI of the element; empty when its prefix is not declared.
    [[nodiscard]] std::string_view uriOf(const pugi::xml_node& element) const;

private:
    [[nodiscard]] Vocabulary rootVocabulary(std::string_view prefix) const;

    Declarations m_root;
    std::vector<Vocabulary> m_rootVocabularies;
    bool m_localDeclarations = false;
};

} // namespace twin::citygml

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

/// The vocabularies that occur in CityGML files; versions of one count as one.
enum class Vocabulary : std::uint8_t {
    Other,
    Core,
    Building,
    Bridge,
    Tunnel,
    Construction,
    Transportation,
    Vegetation,
    WaterBody,
    CityFurniture,
    LandUse,
    Relief,
    Generics,
    Group,
    Appearance,
    Dynamizer,
    Versioning,
    PointCloud,
    TexturedSurface, ///< CityGML 1.0's deprecated one
    Gml,
    Xal,
    Wfs
};

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
/// @returns the customary prefix with its colon, e.g. "bldg:"; empty for Other: names in the product do not depend on a
///          file's prefixes.
[[nodiscard]] std::string_view customaryPrefix(Vocabulary vocabulary);
/// @returns true for CityGML's own modules, false for GML, addresses and extensions.
[[nodiscard]] constexpr bool isCityGml(Vocabulary vocabulary)
{
    return vocabulary >= Vocabulary::Core && vocabulary <= Vocabulary::TexturedSurface;
}
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

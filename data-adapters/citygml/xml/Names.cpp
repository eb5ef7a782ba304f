// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/xml/Names.h"

#include <array>

namespace twin::citygml {
namespace {

constexpr std::string_view ogc = "http://www.opengis.net/";

std::string_view prefixOf(std::string_view qualifiedName)
{
    const std::size_t colon = qualifiedName.find(':');
    return colon == std::string_view::npos ? std::string_view() : qualifiedName.substr(0, colon);
}

/// @returns the rest of an https or http URI behind "http://www.opengis.net/"; empty for others.
std::string_view ogcPath(std::string_view uri)
{
    if (uri.substr(0, 8) == "https://" && uri.substr(8, ogc.size() - 7) == ogc.substr(7))
        return uri.substr(ogc.size() + 1);
    return uri.substr(0, ogc.size()) == ogc ? uri.substr(ogc.size()) : std::string_view();
}

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

/// @returns the prefix that an xmlns attribute declares; false for other attributes.
bool isDeclaration(const char* attribute, std::string_view& prefix)
{
    if (attribute[0] != 'x')
        return false;
    const std::string_view name(attribute);
    if (!startsWith(name, "xmlns") || (name.size() > 5 && name[5] != ':'))
        return false;
    prefix = name.size() > 6 ? name.substr(6) : std::string_view();
    return true;
}

struct Module {
    std::string_view path;   ///< behind "http://www.opengis.net/citygml/"
    std::string_view prefix; ///< customary
    Vocabulary vocabulary;
};
constexpr std::array modules{
    Module{"building/", "bldg:", Vocabulary::Building},
    Module{"bridge/", "brid:", Vocabulary::Bridge},
    Module{"tunnel/", "tun:", Vocabulary::Tunnel},
    Module{"construction/", "con:", Vocabulary::Construction},
    Module{"transportation/", "tran:", Vocabulary::Transportation},
    Module{"vegetation/", "veg:", Vocabulary::Vegetation},
    Module{"waterbody/", "wtr:", Vocabulary::WaterBody},
    Module{"cityfurniture/", "frn:", Vocabulary::CityFurniture},
    Module{"landuse/", "luse:", Vocabulary::LandUse},
    Module{"relief/", "dem:", Vocabulary::Relief},
    Module{"generics/", "gen:", Vocabulary::Generics},
    Module{"cityobjectgroup/", "grp:", Vocabulary::Group},
    Module{"appearance/", "app:", Vocabulary::Appearance},
    Module{"dynamizer/", "dyn:", Vocabulary::Dynamizer},
    Module{"versioning/", "vers:", Vocabulary::Versioning},
    Module{"pointcloud/", "pcl:", Vocabulary::PointCloud},
    Module{"texturedsurface/", "tex:", Vocabulary::TexturedSurface},
};

} // namespace

std::string_view customaryPrefix(Vocabulary vocabulary)
{
    if (vocabulary == Vocabulary::Core)
        return "core:";
    if (vocabulary == Vocabulary::Gml)
        return "gml:";
    for (const Module& row : modules)
        if (row.vocabulary == vocabulary)
            return row.prefix;
    return {};
}

std::string_view localName(std::string_view qualifiedName)
{
    const std::size_t colon = qualifiedName.find(':');
    return colon == std::string_view::npos ? qualifiedName : qualifiedName.substr(colon + 1);
}

Vocabulary vocabularyOf(std::string_view uri)
{
    if (startsWith(uri, "urn:oasis:names:tc:ciq:xsdschema:xAL:"))
        return Vocabulary::Xal;
    const std::string_view path = ogcPath(uri);
    if (path == "gml" || startsWith(path, "gml/"))
        return Vocabulary::Gml;
    if (startsWith(path, "wfs"))
        return Vocabulary::Wfs;
    if (!startsWith(path, "citygml/"))
        return Vocabulary::Other;
    const std::string_view module = path.substr(8);
    for (const Module& row : modules)
        if (startsWith(module, row.path))
            return row.vocabulary;
    const bool core = startsWith(module, "profiles/base/") || (module.size() <= 4 && module.find('/') == module.npos);
    return core ? Vocabulary::Core : Vocabulary::Other;
}

std::string_view cityGmlVersion(std::string_view uri)
{
    if (startsWith(uri, "http://www.citygml.org/citygml/"))
        return "0.4"; // the drafts before OGC 08-007
    const std::string_view path = ogcPath(uri);
    return startsWith(path, "citygml/") ? path.substr(path.rfind('/') + 1) : std::string_view();
}

Names::Names(const Declarations& root) : m_root(root)
{
    for (const auto& [prefix, uri] : m_root)
        m_rootVocabularies.push_back(vocabularyOf(uri));
}

Vocabulary Names::rootVocabulary(std::string_view prefix) const
{
    for (std::size_t i = 0; i < m_root.size(); ++i)
        if (m_root[i].first == prefix)
            return m_rootVocabularies[i];
    return Vocabulary::Other;
}

Name Names::of(const pugi::xml_node& element)
{
    std::string_view declared;
    for (pugi::xml_attribute a = element.first_attribute(); a && !m_localDeclarations; a = a.next_attribute())
        m_localDeclarations = isDeclaration(a.name(), declared);
    const std::string_view name(element.name());
    const std::string_view prefix = prefixOf(name);
    const Vocabulary vocabulary = m_localDeclarations ? vocabularyOf(uriOf(element)) : rootVocabulary(prefix);
    return {vocabulary, prefix.data() == nullptr ? name : name.substr(prefix.size() + 1)};
}

std::string_view Names::uriOf(const pugi::xml_node& element) const
{
    const std::string_view prefix = prefixOf(element.name());
    std::string_view declared;
    for (pugi::xml_node node = element; node; node = node.parent())
        for (const pugi::xml_attribute& a : node.attributes())
            if (isDeclaration(a.name(), declared) && declared == prefix)
                return a.value();
    for (const auto& [rootPrefix, uri] : m_root)
        if (rootPrefix == prefix)
            return uri;
    return {};
}

} // namespace twin::citygml

// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/objects/MemberReader.h"

#include <algorithm>

namespace twin::citygml {
namespace {

constexpr std::size_t largeMember = 32u << 20; ///< from here on elements are counted before they are parsed
constexpr qint64 elementLimit = 8'000'000;     ///< of a large member: pugixml needs some 100 bytes each

constexpr unsigned parseOptions =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_embed_pcdata;

} // namespace

CityObject ObjectTree::assemble()
{
    for (std::size_t i = objects.size(); i-- > 1;) {
        std::vector<CityObject>& children = objects[std::size_t(parents[i])].children;
        children.push_back(std::move(objects[i]));
    }
    CityObject root = std::move(objects.front());
    std::vector<CityObject*> open{&root};
    while (!open.empty()) { // children were appended from the last to the first
        CityObject* object = open.back();
        open.pop_back();
        std::reverse(object->children.begin(), object->children.end());
        for (CityObject& child : object->children)
            open.push_back(&child);
    }
    return root;
}

void flip(Polygon& polygon)
{
    for (std::size_t ring = 0; ring < polygon.ringStarts.size(); ++ring) {
        const auto from = std::ptrdiff_t(polygon.ringStarts[ring]);
        const auto to = ring + 1 < polygon.ringStarts.size() ? std::ptrdiff_t(polygon.ringStarts[ring + 1])
                                                             : std::ptrdiff_t(polygon.points.size());
        std::reverse(polygon.points.begin() + from, polygon.points.begin() + to);
    }
}

MemberReader::MemberReader(const FileFacts& facts, geo::CrsTable& crsTable, Texts& texts)
    : m_facts(facts),
      m_crsTable(crsTable),
      m_texts(texts),
      m_names(facts.declarations),
      m_attributes(m_names, texts),
      m_geometry(m_names),
      m_shapeGeometry(m_names),
      m_selector(m_geometry),
      m_looks(facts.path, facts.appearances)
{
}

MemberResult MemberReader::read(char* text, const Member& member)
{
    MemberResult result;
    if (member.isAppearance || !parse(text, member, result)) // appearances of the model were read before
        return result;
    const pugi::xml_node element = memberObject();
    if (!element)
        return result; // an empty member, or one that links to an object elsewhere
    result.tree.emplace();
    readObject(element, m_names.of(element), -1, 0, m_facts.srsName.c_str());
    readSurfaces(element);
    readCurves();
    readShapes();
    reportLinks();
    if (member.size > largeMember) // the next one may be read by another thread
        m_document.reset();
    return result;
}

bool MemberReader::parse(char* text, const Member& member, MemberResult& result)
{
    m_result = &result;
    m_member = &member;
    m_generatedIds = 0;
    m_geometry.clear();
    m_looks.clear();
    m_lowestHeights.clear();
    m_crsFaults.assign(1, 0);
    char* const begin = text + member.offset;
    const SourceLocation where{m_facts.path, member.line, {}};
    if (member.size > largeMember && std::count(begin, begin + member.size, '<') > elementLimit) {
        result.issues.push_back(
            {QStringLiteral("member.too-large"), QStringLiteral("more than 4 million elements"), where});
        return false;
    }
    m_lines.build({begin, member.size}, member.line);
    const pugi::xml_parse_result parsed =
        m_document.load_buffer_inplace(begin, member.size, parseOptions, pugi::encoding_utf8);
    if (parsed)
        return true;
    const qint64 line = m_lines.lineAt(std::size_t(std::max<std::ptrdiff_t>(parsed.offset, 0)));
    const char* id = attributeValue(memberObject(), "id");
    result.issues.push_back({QStringLiteral("member.malformed"),
                             QString::fromLatin1(parsed.description()),
                             {m_facts.path, line, id == nullptr ? QString() : toQString(id)}});
    return false;
}

pugi::xml_node MemberReader::memberObject() const
{
    const pugi::xml_node root = m_document.first_child();
    const std::string_view local = localName(root.name());
    if (local != "cityObjectMember" && local != "featureMember" && local != "member")
        return root;
    return root.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
}

qint64 MemberReader::lineOf(const pugi::xml_node& node) const
{
    return m_lines.lineAt(std::size_t(std::max<std::ptrdiff_t>(node.offset_debug(), 0)));
}

void MemberReader::issue(const char* reason, const QString& detail, const pugi::xml_node& at, const QString& id)
{
    m_result->issues.push_back({QLatin1String(reason), detail, {m_facts.path, lineOf(at), id}});
}

std::size_t MemberReader::collectShared(char* text, const Member& member, SharedPolygons& wanted)
{
    MemberResult unused;
    if (!parse(text, member, unused))
        return 0;
    unused.tree.emplace();
    std::size_t points = 0;
    const pugi::xml_node element = memberObject();
    Place place;
    place.srsName = m_facts.srsName.c_str();
    double lowestHeight = 0;
    readEnvelope(element, place, lowestHeight);
    m_geometry.collect(element, place); // every geometry below, of whatever object and LoD
    for (const IdSite& site : m_geometry.ids) {
        const auto found = wanted.find(site.id);
        if (found == wanted.end() || !found->second.empty())
            continue;
        for (std::size_t i = site.firstPolygon; i < site.endPolygon; ++i) {
            std::optional<Polygon> polygon = m_polygons.read(m_geometry.polygons[i], lowestHeight);
            if (!polygon || !toRegion(m_geometry.polygons[i].place, m_geometry.polygons[i].node, polygon->points))
                continue;
            points += polygon->points.size();
            found->second.push_back(*std::move(polygon));
        }
    }
    return points;
}

} // namespace twin::citygml

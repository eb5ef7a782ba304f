// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/MemberReader.h"
#include "citygml/AddressReader.h"

#include <algorithm>

namespace twin::citygml {
namespace {

constexpr int partDepth = 32;                  ///< of building parts in one another
constexpr std::size_t largeMember = 32u << 20; ///< from here on elements are counted before they are parsed
constexpr qint64 elementLimit = 8'000'000;     ///< of a large member: pugixml needs some 100 bytes each

constexpr unsigned parseOptions =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_embed_pcdata;

CityObjectType objectType(const Name& name)
{
    if (name.vocabulary != Vocabulary::Building)
        return CityObjectType::Unknown;
    return name.local == "Building"               ? CityObjectType::Building
           : name.local == "BuildingPart"         ? CityObjectType::BuildingPart
           : name.local == "BuildingInstallation" ? CityObjectType::BuildingInstallation
                                                  : CityObjectType::Unknown;
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// @returns false for surfaces inside of buildings; extensions name theirs after the ones they refine.
bool boundaryType(std::string_view local, SurfaceType& type)
{
    if (local == "InteriorWallSurface" || local == "CeilingSurface" || local == "FloorSurface")
        return false;
    type = endsWith(local, "RoofSurface")           ? SurfaceType::Roof
           : endsWith(local, "WallSurface")         ? SurfaceType::Wall
           : endsWith(local, "GroundSurface")       ? SurfaceType::Ground
           : endsWith(local, "ClosureSurface")      ? SurfaceType::Closure
           : endsWith(local, "OuterCeilingSurface") ? SurfaceType::OuterCeiling
           : endsWith(local, "OuterFloorSurface")   ? SurfaceType::OuterFloor
                                                    : SurfaceType::None;
    return true;
}

/// "lod2Solid" and the like, but no curves.
bool isGeometryProperty(std::string_view local)
{
    return local.size() > 4 && local.substr(0, 3) == "lod" && local[3] >= '0' && local[3] <= '4' &&
           !endsWith(local, "TerrainIntersection") && !endsWith(local, "MultiCurve");
}

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
      m_selector(m_geometry)
{
}

MemberResult MemberReader::read(char* text, const Member& member)
{
    MemberResult result;
    if (!parse(text, member, result))
        return result;
    const pugi::xml_node element = memberObject();
    if (!element)
        return result; // an empty member, or one that links to an object elsewhere
    const Name name = m_names.of(element);
    if (objectType(name) != CityObjectType::Building && objectType(name) != CityObjectType::BuildingPart) {
        result.unsupportedType = toQString(name.local);
        return result;
    }
    result.tree.emplace();
    readObject(element, objectType(name), -1, 0, m_facts.srsName.c_str());
    readSurfaces(element);
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

/// Gives the object its id and place; a missing id becomes "<file>#<member>" or "<file>#<member>.<n>" for parts.
void MemberReader::identify(CityObject& object, const pugi::xml_node& element, int parent)
{
    if (const char* id = attributeValue(element, "id"); id != nullptr && *id != '\0') {
        object.id = toQString(id);
    } else {
        object.id = m_facts.baseName + QLatin1Char('#') + QString::number(m_member->ordinal);
        if (parent >= 0)
            object.id += QLatin1Char('.') + QString::number(++m_generatedIds);
        issue("id.missing", typeName(object.type), element, object.id);
    }
    object.where = {m_facts.path, lineOf(element), object.id};
}

void MemberReader::readObject(const pugi::xml_node& element, CityObjectType type, int parent, int depth,
                              const char* srsName)
{
    ObjectTree& tree = *m_result->tree;
    const int index = int(tree.objects.size());
    CityObject& object = tree.objects.emplace_back();
    tree.parents.push_back(parent);
    object.type = type;
    identify(object, element, parent);
    Place place;
    place.object = index;
    place.srsName = srsName;
    m_lowestHeights.push_back(0);
    readEnvelope(element, place, m_lowestHeights.back());
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element)
            readProperty(child, index, depth, place);
}

/// An object's own gml:boundedBy may state the CRS of its coordinates.
void MemberReader::readEnvelope(const pugi::xml_node& object, Place& place, double& lowestHeight)
{
    for (const pugi::xml_node& child : object.children()) {
        const Name name = m_names.of(child);
        if (name.vocabulary == Vocabulary::Building)
            return; // the properties of gml:_Feature come first
        if (!name.is(Vocabulary::Gml, "boundedBy"))
            continue;
        for (const pugi::xml_node& envelope : child.children()) {
            if (const char* srsName = attributeValue(envelope, "srsName"); srsName != nullptr && *srsName != '\0')
                place.srsName = srsName;
            std::vector<double> corner;
            std::string scratch;
            const pugi::xml_node lower = envelope.first_child();
            if (appendNumbers(textOf(lower, scratch), corner) == NumbersResult::Good && corner.size() == 3)
                lowestHeight = corner[2];
        }
        return;
    }
}

void MemberReader::readProperty(const pugi::xml_node& element, int index, int depth, const Place& place)
{
    const Name name = m_names.of(element);
    if (isGeometryProperty(name.local)) {
        readGeometry(element, name.local, place);
        return;
    }
    if (name.vocabulary == Vocabulary::Building && readBuildingProperty(element, name.local, index, depth, place))
        return;
    CityObject& object = m_result->tree->objects[std::size_t(index)];
    if (!m_attributes.read(element, name, object))
        issue("attribute.invalid-date", toQString(name.local), element, object.id);
}

bool MemberReader::readBuildingProperty(const pugi::xml_node& element, std::string_view local, int index, int depth,
                                        const Place& place)
{
    if (local == "boundedBy") {
        readBoundary(element, place);
        return true;
    }
    if (local == "consistsOfBuildingPart" || local == "outerBuildingInstallation") {
        readChildren(element, index, depth, place);
        return true;
    }
    if (local == "address") {
        if (std::optional<Address> address = readAddress(element))
            m_result->tree->objects[std::size_t(index)].addresses.push_back(*std::move(address));
        return true;
    }
    return local == "interiorRoom" || local == "interiorBuildingInstallation" || local == "interiorFurniture" ||
           local == "roomInstallation";
}

void MemberReader::readChildren(const pugi::xml_node& property, int index, int depth, const Place& place)
{
    for (const pugi::xml_node& child : property.children()) {
        const CityObjectType type = objectType(m_names.of(child));
        if (type == CityObjectType::Unknown)
            continue;
        if (depth >= partDepth) {
            issue("member.too-deep", typeName(type), child, m_result->tree->objects[std::size_t(index)].id);
            return;
        }
        readObject(child, type, index, depth + 1, place.srsName);
    }
}

void MemberReader::readBoundary(const pugi::xml_node& property, const Place& outer)
{
    for (const pugi::xml_node& surface : property.children()) {
        Place place = outer;
        const Name name = m_names.of(surface);
        if (surface.type() != pugi::node_element || !boundaryType(name.local, place.type))
            continue;
        place.thematic = true;
        if (const char* id = attributeValue(surface, "id"))
            place.surfaceId = id;
        for (const pugi::xml_node& part : surface.children()) {
            const Name partName = m_names.of(part);
            if (isGeometryProperty(partName.local)) {
                readGeometry(part, partName.local, place);
            } else if (partName.local == "opening") { // doors and windows close the holes of LoD3 walls
                for (const pugi::xml_node& opening : part.children()) {
                    Place inside = place;
                    if (const char* id = attributeValue(opening, "id"))
                        inside.surfaceId = id;
                    for (const pugi::xml_node& child : opening.children())
                        if (const Name childName = m_names.of(child); isGeometryProperty(childName.local))
                            readGeometry(child, childName.local, inside);
                }
            }
        }
    }
}

void MemberReader::readGeometry(const pugi::xml_node& element, std::string_view local, const Place& outer)
{
    Place place = outer;
    place.lod = Lod(10 * (local[3] - '0'));
    if (place.lod == 0 && !place.thematic)
        place.type = endsWith(local, "RoofEdge") ? SurfaceType::Roof : SurfaceType::Ground;
    m_geometry.collect(element, place);
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
            if (!polygon || !toRegion(m_geometry.polygons[i], *polygon))
                continue;
            points += polygon->points.size();
            found->second.push_back(*std::move(polygon));
        }
    }
    return points;
}

} // namespace twin::citygml

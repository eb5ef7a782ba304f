// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MemberReader that reads objects, their properties and what is nested in them.
#include "citygml/objects/AddressReader.h"
#include "citygml/objects/MemberReader.h"

namespace twin::citygml {
namespace {

constexpr int partDepth = 32; ///< of objects in one another

bool hasElements(const pugi::xml_node& element)
{
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element)
            return true;
    return false;
}

bool isTrafficArea(CityObjectType type)
{
    return type == CityObjectType::TrafficSpace || type == CityObjectType::AuxiliaryTrafficSpace;
}

bool isOpening(CityObjectType type)
{
    return type == CityObjectType::Window || type == CityObjectType::Door;
}

/// The level of detail of a relief component stands in an element of its own.
Lod statedLod(const pugi::xml_node& element)
{
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (localName(child.name()) == "lod")
            if (const std::string_view text = trimmed(child.child_value()); text.size() == 1 && text[0] <= '4')
                return Lod(10 * std::max(0, text[0] - '0'));
    return 0;
}

} // namespace

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

void MemberReader::readObject(const pugi::xml_node& element, const Name& name, int parent, int depth,
                              const char* srsName)
{
    ObjectTree& tree = *m_result->tree;
    Place place;
    place.object = int(tree.objects.size());
    place.srsName = srsName;
    CityObject& object = tree.objects.emplace_back();
    tree.parents.push_back(parent);
    object.type = objectTypeOf(name);
    if (object.type == CityObjectType::Unknown)
        object.className = m_texts.of(classNameOf(name, element));
    if (object.type == CityObjectType::Relief)
        place.lod = statedLod(element);
    place.type = ownSurfaceType(object.type);
    place.thematic = place.type != SurfaceType::None;
    identify(object, element, parent);
    if (place.thematic)
        if (const char* id = attributeValue(element, "id"))
            place.surfaceId = id;
    m_lowestHeights.push_back(0);
    readEnvelope(element, place, m_lowestHeights.back());
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element)
            readProperty(child, depth, place);
}

/// An object's own gml:boundedBy may state the CRS of its coordinates.
void MemberReader::readEnvelope(const pugi::xml_node& object, Place& place, double& lowestHeight)
{
    for (const pugi::xml_node& child : object.children()) {
        const Name name = m_names.of(child);
        if (name.vocabulary > Vocabulary::Core && name.vocabulary < Vocabulary::Gml)
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

void MemberReader::readProperty(const pugi::xml_node& element, int depth, const Place& place)
{
    const Name name = m_names.of(element);
    if (const GeometryProperty property = geometryPropertyOf(name); property.isGeometry && hasElements(element)) {
        if (!property.ignored)
            readGeometry(element, property, name.local, place);
        return;
    }
    if (name.local == "address" && name.vocabulary != Vocabulary::Gml) {
        if (std::optional<Address> address = readAddress(element))
            objectOf(place).addresses.push_back(*std::move(address));
        return;
    }
    if (name.local == "appearance" || name.local == "appearanceMember") {
        readAppearance(element);
        return;
    }
    const bool text = name.vocabulary == Vocabulary::Gml || name.vocabulary == Vocabulary::Generics ||
                      name.is(Vocabulary::Core, "genericAttribute");
    if (!text && readContent(element, name, depth, place))
        return;
    CityObject& object = objectOf(place);
    if (!m_attributes.read(element, name, object))
        issue("attribute.invalid-date", toQString(name.local), element, object.id);
}

/// @returns false when there is neither an object nor a boundary surface in the property.
bool MemberReader::readContent(const pugi::xml_node& property, const Name& name, int depth, const Place& place)
{
    const bool boundary = name.local == "boundedBy" || name.local == "boundary";
    bool any = false;
    for (pugi::xml_node child = property.first_child(); child; child = child.next_sibling()) {
        if (child.type() != pugi::node_element)
            continue;
        const Name childName = m_names.of(child);
        if (!isTypeName(childName.local) || childName.vocabulary == Vocabulary::Gml)
            continue;
        const CityObjectType type = objectTypeOf(childName);
        const bool surface = type == CityObjectType::Unknown || isTrafficArea(type) ||
                             (isOpening(type) && isOpening(objectOf(place).type));
        if (boundary && surface)
            readBoundary(child, childName, depth, place);
        else if (type != CityObjectType::Unknown || holdsGeometry(child))
            readChild(child, childName, depth, place);
        else
            continue;
        any = true;
    }
    return any;
}

void MemberReader::readChild(const pugi::xml_node& element, const Name& name, int depth, const Place& place)
{
    if (depth >= partDepth)
        issue("member.too-deep", toQString(name.local), element, objectOf(place).id);
    else
        readObject(element, name, place.object, depth + 1, place.srsName);
}

/// True for objects of extensions and classes without a type of their own: they hold geometry, data types do not.
bool MemberReader::holdsGeometry(const pugi::xml_node& element)
{
    return bool(element.find_node([this](const pugi::xml_node& node) {
        return node.type() == pugi::node_element && geometryPropertyOf(m_names.of(node)).isGeometry &&
               hasElements(node);
    }));
}

void MemberReader::readBoundary(const pugi::xml_node& surface, const Name& name, int depth, const Place& outer)
{
    Place place = outer;
    place.type = surfaceTypeOf(name.local);
    place.thematic = true;
    if (const char* id = attributeValue(surface, "id"))
        place.surfaceId = id;
    for (pugi::xml_node part = surface.first_child(); part; part = part.next_sibling()) {
        if (part.type() != pugi::node_element)
            continue;
        const Name partName = m_names.of(part);
        if (const GeometryProperty property = geometryPropertyOf(partName); property.isGeometry && hasElements(part))
            readGeometry(part, property, partName.local, place);
        else if (partName.local == "appearance")
            readAppearance(part);
        else if (partName.vocabulary == Vocabulary::Gml ||
                 (partName.vocabulary == Vocabulary::Core && partName.local != "genericAttribute" &&
                  partName.local != "dynamizer"))
            continue;                                        // names and dates of single surfaces
        else if (!readContent(part, partName, depth, outer)) // doors and windows: objects of their own
            m_attributes.read(part, partName, objectOf(place), std::string(name.local) + '/');
    }
}

void MemberReader::readAppearance(const pugi::xml_node& property)
{
    for (const pugi::xml_node& appearance : property.children())
        if (localName(appearance.name()) == "Appearance")
            m_looks.add(appearance, lineOf(appearance), m_result->issues);
}

void MemberReader::readGeometry(const pugi::xml_node& element, const GeometryProperty& property, std::string_view local,
                                const Place& outer)
{
    Place place = outer;
    place.lod = property.lod.value_or(outer.lod);
    if (place.lod == 0 && !place.thematic)
        place.type = planeSurfaceType(objectOf(place).type, local);
    m_geometry.collect(element, place);
}

} // namespace twin::citygml

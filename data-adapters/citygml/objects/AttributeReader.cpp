// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/objects/AttributeReader.h"
#include "citygml/geometry/GeometryCollector.h"
#include "citygml/objects/ObjectTypes.h"
#include "model/CodeList.h"

#include <array>

namespace twin::citygml {
namespace {

constexpr int setDepth = 16;  ///< of genericAttributeSets in one another
constexpr int pathDepth = 16; ///< of elements below a property; deeper ones are left out

bool hasElements(const pugi::xml_node& element)
{
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element)
            return true;
    return false;
}

/// @returns true for properties of gml:_Feature and core:_CityObject that say nothing of the object itself, and for
///          geometry, which is not text.
bool isAboutOthers(const Name& name)
{
    constexpr std::array names{"metaDataProperty", "boundedBy",        "location", "generalizesTo",
                               "appearance",       "appearanceMember", "address",  "opening"};
    for (const char* known : names)
        if (name.local == known)
            return true;
    constexpr std::array geometries{"Point",    "Curve",   "LineString", "Surface", "Polygon", "Solid",
                                    "Envelope", "Complex", "Geometry",   "Ring",    "Tin",     "RectifiedGrid"};
    if (name.vocabulary == Vocabulary::Gml && isTypeName(name.local))
        for (const char* part : geometries)
            if (name.local.find(part) != std::string_view::npos)
                return true;
    return name.vocabulary == Vocabulary::Appearance;
}

/// Properties whose values are codes of a list (CityGML 2.0, annex C).
bool isCoded(const Name& name)
{
    return isCityGml(name.vocabulary) &&
           (name.local == "function" || name.local == "usage" || name.local == "class" || name.local == "roofType" ||
            name.local == "surfaceMaterial" || name.local == "species" || name.local == "waterLevel");
}

} // namespace

bool AttributeReader::read(const pugi::xml_node& element, const Name& name, CityObject& object,
                           const std::string& prefix)
{
    switch (name.vocabulary) {
    case Vocabulary::Core:
        return readCore(element, name, object, prefix);
    case Vocabulary::Generics:
        if (hasElements(element))
            readGeneric(element, name, prefix, object, 0);
        else // class, function, usage of generic objects
            readProperty(element, name, prefix, object, 0);
        return true;
    case Vocabulary::Construction:
        if (name.local == "height" && prefix.empty())
            for (const pugi::xml_node& height : element.children())
                readHeight(height, object);
        else
            readProperty(element, name, prefix, object, 0);
        return true;
    case Vocabulary::Gml:
        if (name.local == "name" && object.name.isEmpty() && prefix.empty()) {
            object.name = toQString(textOf(element, m_scratch)).simplified();
            return true;
        }
        [[fallthrough]];
    default:
        readProperty(element, name, prefix, object, 0);
        return true;
    }
}

bool AttributeReader::readCore(const pugi::xml_node& element, const Name& name, CityObject& object,
                               const std::string& prefix)
{
    if (name.local == "externalReference") {
        readExternalReference(element, object);
        return true;
    }
    if (name.local == "genericAttribute") { // 3.0
        for (const pugi::xml_node& attribute : element.children())
            if (attribute.type() == pugi::node_element)
                readGeneric(attribute, m_names.of(attribute), prefix, object, 0);
        return true;
    }
    const bool creation = name.local == "creationDate";
    if (prefix.empty() && (creation || name.local == "terminationDate")) {
        // xs:date, in some files and in 3.0 xs:dateTime; a zone ("2020-12-18Z") is cut off
        const QString text = toQString(textOf(element, m_scratch));
        const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
        if (date.isValid()) {
            (creation ? object.creationDate : object.terminationDate) = date;
            return true;
        }
        readProperty(element, name, prefix, object, 0);
        return text.isEmpty();
    }
    readProperty(element, name, prefix, object, 0);
    return true;
}

/// 1.0, 2.0: informationSystem and externalObject (name or uri); 3.0: both in an ExternalReference, with
/// targetResource.
void AttributeReader::readExternalReference(const pugi::xml_node& element, CityObject& object)
{
    ExternalReference reference;
    const auto readPart = [&](const pugi::xml_node& part) {
        const std::string_view local = localName(part.name());
        if (local == "informationSystem")
            reference.informationSystem = m_texts.of(textOf(part, m_scratch));
        else if (local == "name" || local == "uri" || local == "targetResource")
            reference.name = toQString(textOf(part, m_scratch));
    };
    for (const pugi::xml_node& child : element.children()) {
        readPart(child);
        const std::string_view local = localName(child.name());
        if (local == "externalObject" || local == "ExternalReference")
            for (const pugi::xml_node& part : child.children())
                readPart(part);
    }
    if (!reference.informationSystem.isEmpty() || !reference.name.isEmpty())
        object.externalReferences.push_back(std::move(reference));
}

/// 1.0, 2.0: <gen:stringAttribute name="n"><gen:value>; 3.0: <gen:StringAttribute><gen:name>n</gen:name><gen:value>.
void AttributeReader::readGeneric(const pugi::xml_node& element, const Name& name, const std::string& set,
                                  CityObject& object, int depth)
{
    std::string_view stated = trimmed(element.attribute("name").value());
    std::string nameText;
    for (pugi::xml_node child = element.first_child(); child && stated.empty(); child = child.next_sibling())
        if (localName(child.name()) == "name") {
            nameText = textOf(child, m_scratch);
            stated = nameText;
        }
    const std::string full =
        set.empty() || set.back() == '/' ? set + std::string(stated) : set + '/' + std::string(stated);
    if (name.local == "genericAttributeSet" || name.local == "GenericAttributeSet") {
        for (pugi::xml_node child = element.first_child(); child && depth < setDepth; child = child.next_sibling()) {
            if (child.type() != pugi::node_element || localName(child.name()) == "name")
                continue;
            const bool wrapped = localName(child.name()) == "genericAttribute"; // 3.0
            const pugi::xml_node inner = wrapped ? child.first_child() : child;
            if (inner.type() == pugi::node_element)
                readGeneric(inner, m_names.of(inner), full, object, depth + 1);
        }
        return;
    }
    for (pugi::xml_node value = element.first_child(); value; value = value.next_sibling()) {
        if (value.type() != pugi::node_element || localName(value.name()) != "value")
            continue;
        const QString attributeName = m_texts.of(full);
        const std::string_view codedName = CodeList::isCodedGeneric(m_texts.of(stated)) ? stated : std::string_view();
        const char* uom = value.attribute("uom").value();
        add(object, attributeName, textOf(value, m_scratch), uom, m_texts.of("gen:" + std::string(name.local)),
            codedName, value.attribute("codeSpace").value());
    }
}

/// con:Height (3.0) is a length and what it is measured between; the measured one takes the name it has in 2.0.
void AttributeReader::readHeight(const pugi::xml_node& height, CityObject& object)
{
    std::string status;
    for (const pugi::xml_node& part : height.children())
        if (localName(part.name()) == "status")
            status = textOf(part, m_scratch);
    for (const pugi::xml_node& part : height.children()) {
        if (part.type() != pugi::node_element)
            continue;
        const std::string_view local = localName(part.name());
        const bool value = local == "value";
        const std::string name =
            value ? (status == "estimated" ? "estimatedHeight" : "measuredHeight") : "height/" + std::string(local);
        if (const std::string_view text = textOf(part, m_scratch); !text.empty())
            add(object, m_texts.of(name), text, part.attribute("uom").value(), m_texts.of("con:height"), {}, {});
    }
}

/// Adds the text of an element under the path that leads to it, or that of the elements below.
void AttributeReader::readProperty(const pugi::xml_node& element, const Name& name, const std::string& path,
                                   CityObject& object, int depth)
{
    if (isAboutOthers(name) || depth > pathDepth)
        return;
    if (hasElements(element)) {
        const std::string below = path + std::string(name.local) + '/';
        for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
            if (child.type() == pugi::node_element)
                readProperty(child, m_names.of(child), below, object, depth + 1);
        return;
    }
    std::string_view text = textOf(element, m_scratch);
    if (text.empty())
        if (const char* href = attributeValue(element, "href")) // a member of a group, a relation
            text = href;
    if (text.empty())
        return;
    const QString attributeName = path.empty() ? m_texts.of(name.local) : m_texts.of(path + std::string(name.local));
    const std::string_view codedName = isCoded(name) ? name.local : std::string_view();
    add(object, attributeName, text, element.attribute("uom").value(), m_texts.of(classNameOf(name, element)),
        codedName, element.attribute("codeSpace").value());
}

void AttributeReader::add(CityObject& object, const QString& name, std::string_view value, std::string_view uom,
                          const QString& source, std::string_view codedName, std::string_view codeSpace)
{
    Attribute attribute{name, {}, uom.empty() ? QString() : ucumUnit(uom), {}, source};
    if (codedName.empty()) {
        attribute.value = toQString(value);
        if (value.find('\n') != std::string_view::npos) // wrapped by the exporter, not by a person
            attribute.value = attribute.value.simplified();
    } else {
        CodedText coded = m_texts.coded(object.type, codedName, value, codeSpace);
        attribute.value = std::move(coded.value);
        attribute.code = std::move(coded.code);
    }
    object.attributes.push_back(std::move(attribute));
}

} // namespace twin::citygml

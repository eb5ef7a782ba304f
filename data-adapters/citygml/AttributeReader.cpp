// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/AttributeReader.h"
#include "model/CodeList.h"

#include <array>

namespace twin::citygml {
namespace {

constexpr int setDepth = 16; ///< of genericAttributeSets in one another

bool hasElements(const pugi::xml_node& element)
{
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_element)
            return true;
    return false;
}

/// The customary prefix of a vocabulary: Attribute::source does not depend on the file's prefixes.
std::string_view customaryPrefix(Vocabulary vocabulary)
{
    switch (vocabulary) {
    case Vocabulary::Core:
        return "core:";
    case Vocabulary::Building:
        return "bldg:";
    case Vocabulary::Generics:
        return "gen:";
    case Vocabulary::Gml:
        return "gml:";
    default:
        return {};
    }
}

/// Properties of gml:_Feature and core:_CityObject that say nothing of the object itself.
bool isAboutOthers(const Name& name)
{
    constexpr std::array names{"metaDataProperty", "boundedBy",        "location", "generalizesTo",
                               "appearance",       "appearanceMember", "address",  "opening"};
    for (const char* known : names)
        if (name.local == known)
            return true;
    return false;
}

bool isCoded(const Name& name)
{
    return name.vocabulary == Vocabulary::Building &&
           (name.local == "function" || name.local == "usage" || name.local == "class" || name.local == "roofType");
}

} // namespace

bool AttributeReader::read(const pugi::xml_node& element, const Name& name, CityObject& object)
{
    switch (name.vocabulary) {
    case Vocabulary::Core:
        return readCore(element, name, object);
    case Vocabulary::Gml:
        readGml(element, name, object);
        return true;
    case Vocabulary::Generics:
        readGeneric(element, name, {}, object, 0);
        return true;
    case Vocabulary::Appearance:
        return true;
    default:
        readPlain(element, name, object);
        return true;
    }
}

bool AttributeReader::readCore(const pugi::xml_node& element, const Name& name, CityObject& object)
{
    if (name.local == "externalReference") {
        readExternalReference(element, object);
        return true;
    }
    const bool creation = name.local == "creationDate";
    if (creation || name.local == "terminationDate") {
        // xs:date, in some files xs:dateTime; a zone ("2020-12-18Z") is cut off
        const QString text = toQString(textOf(element, m_scratch));
        const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
        if (date.isValid()) {
            (creation ? object.creationDate : object.terminationDate) = date;
            return true;
        }
        readPlain(element, name, object);
        return text.isEmpty();
    }
    readPlain(element, name, object);
    return true;
}

void AttributeReader::readGml(const pugi::xml_node& element, const Name& name, CityObject& object)
{
    if (name.local == "name" && object.name.isEmpty())
        object.name = toQString(textOf(element, m_scratch)).simplified();
    else
        readPlain(element, name, object);
}

void AttributeReader::readExternalReference(const pugi::xml_node& element, CityObject& object)
{
    ExternalReference reference;
    for (const pugi::xml_node& child : element.children()) {
        const std::string_view local = localName(child.name());
        if (local == "informationSystem")
            reference.informationSystem = m_texts.of(textOf(child, m_scratch));
        else if (local == "externalObject")
            for (const pugi::xml_node& part : child.children())
                if (const std::string_view kind = localName(part.name()); kind == "name" || kind == "uri")
                    reference.name = toQString(textOf(part, m_scratch));
    }
    if (!reference.informationSystem.isEmpty() || !reference.name.isEmpty())
        object.externalReferences.push_back(std::move(reference));
}

void AttributeReader::readGeneric(const pugi::xml_node& element, const Name& name, const std::string& set,
                                  CityObject& object, int depth)
{
    const std::string_view stated = trimmed(element.attribute("name").value());
    const std::string full = set.empty() ? std::string(stated) : set + '/' + std::string(stated);
    if (name.local == "genericAttributeSet") {
        for (pugi::xml_node child = element.first_child(); child && depth < setDepth; child = child.next_sibling())
            if (child.type() == pugi::node_element)
                readGeneric(child, m_names.of(child), full, object, depth + 1);
        return;
    }
    for (pugi::xml_node value = element.first_child(); value; value = value.next_sibling()) {
        if (value.type() != pugi::node_element || localName(value.name()) != "value")
            continue;
        const std::string_view uom(value.attribute("uom").value());
        const std::string_view codedName = CodeList::isCodedGeneric(m_texts.of(stated)) ? stated : std::string_view();
        add(object, m_texts.of(full), textOf(value, m_scratch), uom, m_texts.of("gen:" + std::string(name.local)),
            codedName, value.attribute("codeSpace").value());
    }
}

void AttributeReader::readPlain(const pugi::xml_node& element, const Name& name, CityObject& object)
{
    if (isAboutOthers(name) || hasElements(element))
        return;
    const std::string_view text = textOf(element, m_scratch);
    if (text.empty())
        return;
    const std::string_view prefix = customaryPrefix(name.vocabulary);
    const QString source =
        m_texts.of(prefix.empty() ? std::string(element.name()) : std::string(prefix) + std::string(name.local));
    const std::string_view codedName = isCoded(name) ? name.local : std::string_view();
    add(object, m_texts.of(name.local), text, element.attribute("uom").value(), source, codedName,
        element.attribute("codeSpace").value());
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

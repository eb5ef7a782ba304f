// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/Names.h"
#include "citygml/Texts.h"
#include "model/CityObject.h"

namespace twin::citygml {

/// Reads what city objects state beside geometry: properties of core and building, generic attributes of every kind,
/// and unknown elements with plain text (application domain extensions). One object a thread.
class AttributeReader {
public:
    AttributeReader(Names& names, Texts& texts) : m_names(names), m_texts(texts) {}

    /// @brief Takes in a property that is neither geometry nor a part nor an address; adds what it says to the object.
    /// @returns false when a date is none: the text is kept as an attribute.
    bool read(const pugi::xml_node& element, const Name& name, CityObject& object);

private:
    bool readCore(const pugi::xml_node& element, const Name& name, CityObject& object);
    void readGml(const pugi::xml_node& element, const Name& name, CityObject& object);
    void readGeneric(const pugi::xml_node& element, const Name& name, const std::string& set, CityObject& object,
                     int depth);
    void readPlain(const pugi::xml_node& element, const Name& name, CityObject& object);
    void readExternalReference(const pugi::xml_node& element, CityObject& object);
    void add(CityObject& object, const QString& name, std::string_view value, std::string_view uom,
             const QString& source, std::string_view codedName, std::string_view codeSpace);

    Names& m_names;
    Texts& m_texts;
    std::string m_scratch;
};

} // namespace twin::citygml

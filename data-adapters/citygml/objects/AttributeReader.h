// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/xml/Names.h"
#include "citygml/xml/Texts.h"
#include "model/CityObject.h"

namespace twin::citygml {

/// Reads what city objects state beside geometry: properties of all CityGML modules, generic attributes of every kind,
/// and whatever else stands there, complex or of an extension, by the path of its elements. One object a thread.
class AttributeReader {
public:
    AttributeReader(Names& names, Texts& texts) : m_names(names), m_texts(texts) {}

    /// @brief Takes in a property that is neither geometry nor another object nor an address; adds what it says to the
    ///        object.
    /// @param prefix  before the name of each attribute, e.g. "RoofSurface/" for those of a boundary surface
    /// @returns false when a date is none: the text is kept as an attribute.
    bool read(const pugi::xml_node& element, const Name& name, CityObject& object, const std::string& prefix = {});

private:
    bool readCore(const pugi::xml_node& element, const Name& name, CityObject& object, const std::string& prefix);
    void readGeneric(const pugi::xml_node& element, const Name& name, const std::string& set, CityObject& object,
                     int depth);
    void readHeight(const pugi::xml_node& height, CityObject& object);
    void readProperty(const pugi::xml_node& element, const Name& name, const std::string& path, CityObject& object,
                      int depth);
    void readExternalReference(const pugi::xml_node& element, CityObject& object);
    void add(CityObject& object, const QString& name, std::string_view value, std::string_view uom,
             const QString& source, std::string_view codedName, std::string_view codeSpace);

    Names& m_names;
    Texts& m_texts;
    std::string m_scratch;
};

} // namespace twin::citygml

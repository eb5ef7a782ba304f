// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/Scene.h"
#include "model/Texts.h"

namespace twin::cityjson {

/// Reads what objects state beside geometry: attributes of any JSON type, extra properties of extensions, addresses.
/// One object a thread.
class AttributeReader {
public:
    explicit AttributeReader(Texts& texts) : m_texts(texts) {}

    /// @brief Adds the members of an "attributes" object. Objects in it become dotted names ("owner.name"), lists of
    ///        plain values one text ("a; b"), lists of objects numbered names ("owners.1.name"); null says nothing.
    ///        {"value": 3.2, "uom": "m"} is a measure.
    void readAttributes(const Json& attributes, CityObject& object, Faults& faults);
    /// Adds one property as an attribute, whatever it is: those that extensions put beside "attributes".
    void readExtra(std::string_view name, const Json& value, CityObject& object);
    /// Adds the addresses of an object: a list since CityJSON 1.1, one object in 1.0.
    void readAddresses(const Json& address, CityObject& object);

private:
    void read(const std::string& name, const Json& value, CityObject& object, int depth);
    void readList(const std::string& name, const JsonArray& list, CityObject& object, int depth);
    [[nodiscard]] bool readMeasure(const std::string& name, const JsonObject& value, CityObject& object);
    [[nodiscard]] bool readDate(std::string_view name, const Json& value, CityObject& object, Faults& faults);
    void add(const std::string& name, const Json& value, CityObject& object);

    Texts& m_texts;
};

} // namespace twin::cityjson

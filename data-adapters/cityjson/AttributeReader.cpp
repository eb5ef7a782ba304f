// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/AttributeReader.h"
#include "model/CodeList.h"

#include <array>
#include <charconv>

namespace twin::cityjson {
namespace {

constexpr int nestingLimit = 16;           ///< deeper values are kept as JSON text
constexpr std::size_t textLimit = 1 << 20; ///< bytes of one value
const QString attributeSource = QStringLiteral("cityjson:attributes");

bool isCoded(std::string_view name)
{
    return name == "function" || name == "usage" || name == "class" || name == "roofType" || name == "species" ||
           name == "surfaceMaterial" || name == "waterLevel";
}

/// @returns a plain value as text; numbers in the shortest form that reads back the same.
std::string textOfValue(const Json& value)
{
    std::array<char, 40> digits;
    const auto printed = [&digits](auto number) {
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        return std::string(digits.data(), error == std::errc() ? end : digits.data());
    };
    switch (value.type()) {
    case simdjson::dom::element_type::STRING: {
        const std::string_view text = value.get_string().value_unsafe();
        return std::string(trimmed(text.substr(0, textLimit)));
    }
    case simdjson::dom::element_type::INT64:
        return printed(value.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64:
        return printed(value.get_uint64().value_unsafe());
    case simdjson::dom::element_type::DOUBLE:
        return printed(value.get_double().value_unsafe());
    case simdjson::dom::element_type::BOOL:
        return value.get_bool().value_unsafe() ? "true" : "false";
    case simdjson::dom::element_type::NULL_VALUE:
        return {};
    default:
        return simdjson::minify(value).substr(0, textLimit);
    }
}

bool isPlain(const Json& value)
{
    return !value.is_object() && !value.is_array();
}

struct AddressName {
    std::string_view name;
    QString Address::*part;
};
/// The words of xAL that CityJSON's examples and citygml-tools use, and plain ones.
const std::array addressNames{AddressName{"ThoroughfareName", &Address::street},
                              AddressName{"thoroughfareName", &Address::street},
                              AddressName{"Street", &Address::street},
                              AddressName{"street", &Address::street},
                              AddressName{"ThoroughfareNumber", &Address::houseNumber},
                              AddressName{"thoroughfareNumber", &Address::houseNumber},
                              AddressName{"HouseNumber", &Address::houseNumber},
                              AddressName{"houseNumber", &Address::houseNumber},
                              AddressName{"PostalCode", &Address::postalCode},
                              AddressName{"postalCode", &Address::postalCode},
                              AddressName{"Postcode", &Address::postalCode},
                              AddressName{"postcode", &Address::postalCode},
                              AddressName{"PostalCodeNumber", &Address::postalCode},
                              AddressName{"LocalityName", &Address::locality},
                              AddressName{"Locality", &Address::locality},
                              AddressName{"locality", &Address::locality},
                              AddressName{"City", &Address::locality},
                              AddressName{"city", &Address::locality},
                              AddressName{"CountryName", &Address::country},
                              AddressName{"Country", &Address::country},
                              AddressName{"country", &Address::country}};

} // namespace

void AttributeReader::readAttributes(const Json& attributes, CityObject& object, Faults& faults)
{
    const auto fields = asObject(attributes);
    if (!fields) {
        if (!attributes.is_null())
            faults.add("attribute.malformed");
        return;
    }
    object.attributes.reserve(object.attributes.size() + fields->size());
    for (const auto field : *fields) {
        if ((field.key == "name" || field.key == "gml:name") && object.name.isEmpty() && field.value.is_string())
            object.name = toQString(asText(field.value).value_or("")).simplified();
        else if (!readDate(field.key, field.value, object, faults))
            read(std::string(field.key), field.value, object, 0);
    }
}

void AttributeReader::readExtra(std::string_view name, const Json& value, CityObject& object)
{
    read(std::string(name), value, object, 0);
}

bool AttributeReader::readDate(std::string_view name, const Json& value, CityObject& object, Faults& faults)
{
    const bool creation = name == "creationDate";
    const auto text = creation || name == "terminationDate" ? asText(value) : std::nullopt;
    if (!text || text->empty())
        return false;
    const QDate date = QDate::fromString(toQString(text->substr(0, 10)), Qt::ISODate);
    if (!date.isValid()) {
        faults.add("attribute.invalid-date", toQString(name));
        return false;
    }
    (creation ? object.creationDate : object.terminationDate) = date;
    return true;
}

void AttributeReader::read(const std::string& name, const Json& value, CityObject& object, int depth)
{
    if (isPlain(value) || depth >= nestingLimit) {
        add(name, value, object);
    } else if (const auto list = asArray(value)) {
        readList(name, *list, object, depth);
    } else if (const auto fields = asObject(value); fields && !readMeasure(name, *fields, object)) {
        for (const auto field : *fields)
            read(name + '.' + std::string(field.key), field.value, object, depth + 1);
    }
}

void AttributeReader::readList(const std::string& name, const JsonArray& list, CityObject& object, int depth)
{
    bool plain = true;
    for (const Json value : list)
        plain &= isPlain(value);
    if (!plain) {
        int number = 0;
        for (const Json value : list)
            read(name + '.' + std::to_string(++number), value, object, depth + 1);
        return;
    }
    std::string all;
    for (const Json value : list) {
        if (all.size() > textLimit)
            break;
        if (!all.empty())
            all += "; ";
        all += textOfValue(value);
    }
    if (!all.empty())
        object.attributes.push_back({m_texts.of(name), toQString(all), {}, {}, attributeSource});
}

bool AttributeReader::readMeasure(const std::string& name, const JsonObject& value, CityObject& object)
{
    Json number;
    std::string_view unit;
    if (value.size() != 2 || value.at_key("value").get(number) != simdjson::SUCCESS || !isPlain(number) ||
        value.at_key("uom").get(unit) != simdjson::SUCCESS)
        return false;
    object.attributes.push_back(
        {m_texts.of(name), toQString(textOfValue(number)), ucumUnit(unit), {}, attributeSource});
    return true;
}

void AttributeReader::add(const std::string& name, const Json& value, CityObject& object)
{
    const std::string text = textOfValue(value);
    if (text.empty())
        return;
    Attribute attribute{m_texts.of(name), {}, {}, {}, attributeSource};
    if (isCoded(name) || (value.is_string() && CodeList::isCodedGeneric(attribute.name))) {
        CodedText coded = m_texts.coded(object.type, name, text, {});
        attribute.value = std::move(coded.value);
        attribute.code = std::move(coded.code);
    } else {
        attribute.value = toQString(text);
    }
    object.attributes.push_back(std::move(attribute));
}

void AttributeReader::readAddresses(const Json& address, CityObject& object)
{
    if (const auto list = asArray(address)) {
        for (const Json each : *list)
            if (each.is_object())
                readAddresses(each, object);
        return;
    }
    const auto fields = asObject(address);
    if (!fields)
        return;
    Address result;
    bool any = false;
    for (const auto field : *fields) {
        if (!isPlain(field.value))
            continue;
        const QString text = toQString(textOfValue(field.value));
        for (const AddressName& known : addressNames)
            if (known.name == field.key && (result.*known.part).isEmpty() && !text.isEmpty()) {
                result.*known.part = text;
                any = true;
            }
    }
    if (any)
        object.addresses.push_back(std::move(result));
}

} // namespace twin::cityjson

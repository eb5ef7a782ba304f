// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/objects/AddressReader.h"
#include "citygml/xml/Names.h"
#include "citygml/xml/Texts.h"

namespace twin::citygml {
namespace {

/// The parts of an address while it is read; the fallbacks fill what no better element states.
struct Parts {
    Address address;
    QString numberSuffix;
    QString premiseNumber;
    QString dependentLocality;
    QString countryCode;
    QString lines; ///< AddressLine: free text
    std::string scratch;

    void set(QString& part, const pugi::xml_node& element)
    {
        if (part.isEmpty())
            part = toQString(textOf(element, scratch)).simplified();
    }
};

/// xAL 3 calls all names NameElement and all numbers Number: the element around tells which.
void readNameElement(const pugi::xml_node& element, std::string_view around, Parts& parts)
{
    if (around == "Thoroughfare")
        parts.set(parts.address.street, element);
    else if (around == "Locality")
        parts.set(parts.address.locality, element);
    else if (around == "Country")
        parts.set(parts.address.country, element);
}

void readPart(const pugi::xml_node& element, std::string_view around, Parts& parts)
{
    const std::string_view local = localName(element.name());
    if (local == "ThoroughfareName")
        parts.set(parts.address.street, element);
    else if (local == "ThoroughfareNumber" || local == "ThoroughfareNumberRange")
        parts.set(parts.address.houseNumber, element);
    else if (local == "ThoroughfareNumberSuffix")
        parts.set(parts.numberSuffix, element);
    else if (local == "PremiseNumber" || local == "BuildingNumber")
        parts.set(parts.premiseNumber, element);
    else if (local == "Number")
        parts.set(around == "Thoroughfare" ? parts.address.houseNumber : parts.premiseNumber, element);
    else if (local == "LocalityName")
        parts.set(around == "DependentLocality" ? parts.dependentLocality : parts.address.locality, element);
    else if (local == "DependentLocalityName")
        parts.set(parts.dependentLocality, element);
    else if (local == "PostalCodeNumber" || (local == "Identifier" && around == "PostCode"))
        parts.set(parts.address.postalCode, element);
    else if (local == "CountryName")
        parts.set(parts.address.country, element);
    else if (local == "CountryNameCode")
        parts.set(parts.countryCode, element);
    else if (local == "AddressLine")
        parts.set(parts.lines, element);
    else if (local == "NameElement")
        readNameElement(element, around, parts);
    else if (local == "PostalCode" && !element.first_child())
        parts.set(parts.address.postalCode, element);
}

void readParts(const pugi::xml_node& element, Parts& parts)
{
    const std::string_view around = localName(element.name());
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling()) {
        const std::string_view local = localName(child.name());
        if (child.type() != pugi::node_element || local == "multiPoint")
            continue;
        readPart(child, around, parts);
        readParts(child, parts);
    }
}

} // namespace

std::optional<Address> readAddress(const pugi::xml_node& element)
{
    Parts parts;
    readParts(element, parts);
    Address& address = parts.address;
    if (address.houseNumber.isEmpty())
        address.houseNumber = parts.premiseNumber;
    if (!parts.numberSuffix.isEmpty() && !address.houseNumber.endsWith(parts.numberSuffix))
        address.houseNumber += parts.numberSuffix;
    if (address.locality.isEmpty())
        address.locality = parts.dependentLocality;
    if (address.country.isEmpty())
        address.country = parts.countryCode;
    if (address.street.isEmpty())
        address.street = parts.lines;
    const bool stated = !address.street.isEmpty() || !address.houseNumber.isEmpty() || !address.postalCode.isEmpty() ||
                        !address.locality.isEmpty() || !address.country.isEmpty();
    return stated ? std::optional(std::move(address)) : std::nullopt;
}

} // namespace twin::citygml

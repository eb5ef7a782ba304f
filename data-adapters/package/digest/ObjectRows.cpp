// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/ObjectRows.h"

#include "package/digest/Json.h"
#include "package/digest/LevelChoice.h"
#include "package/digest/SearchText.h"

#include <limits>

namespace twin::package {
namespace {

void appendMember(std::string& out, std::string_view key, QStringView value)
{
    if (value.isEmpty())
        return;
    if (out.back() != '{')
        out += ',';
    out.append("\"").append(key).append("\":");
    appendJsonText(out, value);
}

template <class List, class AppendOne> std::string jsonArray(const List& list, AppendOne appendOne)
{
    std::string out = "[";
    for (const auto& item : list) {
        if (out.size() > 1)
            out += ',';
        out += '{';
        appendOne(out, item);
        out += '}';
    }
    return out += ']';
}

QString addressTitle(const Address& address)
{
    QString title = address.street;
    if (!address.houseNumber.isEmpty())
        title += QLatin1Char(' ') + address.houseNumber;
    QString place = address.postalCode;
    if (!address.locality.isEmpty())
        place += (place.isEmpty() ? QString() : QStringLiteral(" ")) + address.locality;
    if (!place.isEmpty())
        title += (title.isEmpty() ? QString() : QStringLiteral(", ")) + place;
    return title.trimmed();
}

void addSearchEntry(ObjectRow& row, const QString& title, bool isAddress)
{
    if (title.isEmpty())
        return;
    SearchEntry entry{toUtf8(title), sortKey(title), joinedWords(indexWords(title)), isAddress};
    if (!entry.words.empty())
        row.searchEntries.push_back(std::move(entry));
}

void putEntry(ByteWriter& out, const SearchEntry& entry)
{
    out.putText(entry.title);
    out.putText(entry.sortKey);
    out.putText(entry.words);
    out.put(entry.isAddress);
}

constexpr auto texts = {&ObjectRow::id,
                        &ObjectRow::name,
                        &ObjectRow::functionCode,
                        &ObjectRow::function,
                        &ObjectRow::roofType,
                        &ObjectRow::creationDate,
                        &ObjectRow::terminationDate,
                        &ObjectRow::attributes,
                        &ObjectRow::addresses,
                        &ObjectRow::externalReferences,
                        &ObjectRow::surfaces,
                        &ObjectRow::footprint,
                        &ObjectRow::className,
                        &ObjectRow::lods};

} // namespace

void describe(const CityObject& object, ObjectRow& row)
{
    row.id = object.id.isEmpty() ? "unnamed" : toUtf8(object.id);
    row.name = toUtf8(object.name);
    row.className = toUtf8(object.className);
    for (const Lod lod : lodsOf(object))
        row.lods += (row.lods.empty() ? "" : ", ") + toUtf8(lodName(lod));
    row.type = object.type;
    row.line = object.where.line;
    row.measuredHeight = std::numeric_limits<double>::quiet_NaN();
    if (object.creationDate.isValid())
        row.creationDate = toUtf8(object.creationDate.toString(Qt::ISODate));
    if (object.terminationDate.isValid())
        row.terminationDate = toUtf8(object.terminationDate.toString(Qt::ISODate));
    for (const Attribute& attribute : object.attributes) {
        bool isNumber = false;
        if (attribute.name == QLatin1String("function") && row.function.empty()) {
            row.function = toUtf8(attribute.value);
            row.functionCode = toUtf8(attribute.code);
        } else if (attribute.name == QLatin1String("roofType") && row.roofType.empty()) {
            row.roofType = toUtf8(attribute.value);
        } else if (attribute.name == QLatin1String("measuredHeight")) {
            const double height = attribute.value.toDouble(&isNumber);
            if (isNumber)
                row.measuredHeight = height;
        } else if (attribute.name == QLatin1String("storeysAboveGround")) {
            const int storeys = attribute.value.toInt(&isNumber);
            if (isNumber)
                row.storeysAboveGround = storeys;
        }
    }
    row.attributes = jsonArray(object.attributes, [](std::string& out, const Attribute& attribute) {
        appendMember(out, "name", attribute.name);
        appendMember(out, "value", attribute.value);
        appendMember(out, "unit", attribute.unit);
        appendMember(out, "code", attribute.code);
        appendMember(out, "source", attribute.source);
    });
    if (!object.addresses.empty())
        row.addresses = jsonArray(object.addresses, [](std::string& out, const Address& address) {
            appendMember(out, "street", address.street);
            appendMember(out, "houseNumber", address.houseNumber);
            appendMember(out, "postalCode", address.postalCode);
            appendMember(out, "locality", address.locality);
            appendMember(out, "country", address.country);
        });
    if (!object.externalReferences.empty())
        row.externalReferences =
            jsonArray(object.externalReferences, [](std::string& out, const ExternalReference& reference) {
                appendMember(out, "informationSystem", reference.informationSystem);
                appendMember(out, "name", reference.name);
            });
    addSearchEntry(row, object.name, false);
    for (const Address& address : object.addresses) {
        addSearchEntry(row, addressTitle(address), true);
        row.postalAddresses.push_back({toUtf8(address.street), toUtf8(address.houseNumber), toUtf8(address.postalCode),
                                       toUtf8(address.locality)});
    }
}

std::string surfacesJson(const std::vector<MeasuredSurface>& surfaces)
{
    std::string out = "[";
    for (const MeasuredSurface& measured : surfaces) {
        out += out.size() > 1 ? ",[" : "[";
        appendJsonText(out, measured.surface->id);
        out += ",\"";
        appendUtf8(out, typeName(measured.surface->type));
        out += "\",";
        appendJsonNumber(out, measured.areaSquareMetres, 3);
        out += ',';
        appendJsonNumber(out, measured.inclinationDegrees, 2);
        out += ',';
        if (measured.azimuthDegrees < 0)
            out += "null";
        else
            appendJsonNumber(out, measured.azimuthDegrees, 2);
        out += ']';
    }
    return out += ']';
}

void write(ByteWriter& out, const std::vector<ObjectRow>& rows)
{
    out.put(static_cast<std::uint32_t>(rows.size()));
    for (const ObjectRow& row : rows) {
        for (const auto text : texts)
            out.putText(row.*text);
        out.put(static_cast<std::uint32_t>(row.searchEntries.size()));
        for (const SearchEntry& entry : row.searchEntries)
            putEntry(out, entry);
        out.put(static_cast<std::uint32_t>(row.postalAddresses.size()));
        for (const auto& address : row.postalAddresses)
            for (const std::string& part : address)
                out.putText(part);
        out.put(row.extent);
        out.put(row.measuredHeight);
        out.put(row.footprintArea);
        out.put(row.volume);
        out.put(row.line);
        out.put(row.parent);
        out.put(row.storeysAboveGround);
        out.put(row.type);
    }
}

bool read(std::string_view bytes, std::vector<ObjectRow>& rows)
{
    ByteReader in(bytes);
    const auto count = in.get<std::uint32_t>();
    if (count > bytes.size())
        return false;
    rows.resize(count);
    for (ObjectRow& row : rows) {
        for (const auto text : texts)
            row.*text = in.getText();
        const auto entries = in.get<std::uint32_t>();
        if (entries > bytes.size())
            return false;
        row.searchEntries.resize(entries);
        for (SearchEntry& entry : row.searchEntries) {
            entry.title = in.getText();
            entry.sortKey = in.getText();
            entry.words = in.getText();
            entry.isAddress = in.get<bool>();
        }
        const auto addresses = in.get<std::uint32_t>();
        if (addresses > bytes.size())
            return false;
        row.postalAddresses.resize(addresses);
        for (auto& address : row.postalAddresses)
            for (std::string& part : address)
                part = in.getText();
        row.extent = in.get<Extent>();
        row.measuredHeight = in.get<double>();
        row.footprintArea = in.get<double>();
        row.volume = in.get<double>();
        row.line = in.get<std::int64_t>();
        row.parent = in.get<std::int32_t>();
        row.storeysAboveGround = in.get<std::int32_t>();
        row.type = in.get<CityObjectType>();
    }
    return !in.isBroken();
}

} // namespace twin::package

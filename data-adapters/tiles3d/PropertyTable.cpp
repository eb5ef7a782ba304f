// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/PropertyTable.h"

#include <cmath>
#include <cstring>

namespace twin::tiles3d {
namespace {

constexpr std::size_t maxRows = 4'000'000;

using Bytes = std::span<const std::uint8_t>;

template <class T> T valueAt(Bytes bytes, std::size_t index)
{
    T value;
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    return value;
}

template <class T> QString textOf(T value)
{
    if constexpr (std::is_floating_point_v<T>)
        return value == std::floor(value) && std::abs(value) < T(1e15) ? QString::number(qint64(value))
                                                                       : QString::number(double(value), 'g', 17);
    else if constexpr (std::is_signed_v<T>)
        return QString::number(qint64(value));
    else
        return QString::number(quint64(value));
}

template <class T> std::optional<std::vector<QString>> scalars(Bytes bytes, std::size_t count)
{
    if (count > bytes.size() / sizeof(T))
        return std::nullopt;
    std::vector<QString> texts;
    texts.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        texts.push_back(textOf(valueAt<T>(bytes, i)));
    return texts;
}

std::optional<std::vector<QString>> scalarsOf(std::string_view type, Bytes bytes, std::size_t count)
{
    if (type == "INT8")
        return scalars<std::int8_t>(bytes, count);
    if (type == "UINT8")
        return scalars<std::uint8_t>(bytes, count);
    if (type == "INT16")
        return scalars<std::int16_t>(bytes, count);
    if (type == "UINT16")
        return scalars<std::uint16_t>(bytes, count);
    if (type == "INT32")
        return scalars<std::int32_t>(bytes, count);
    if (type == "UINT32")
        return scalars<std::uint32_t>(bytes, count);
    if (type == "INT64")
        return scalars<std::int64_t>(bytes, count);
    if (type == "UINT64")
        return scalars<std::uint64_t>(bytes, count);
    if (type == "FLOAT32")
        return scalars<float>(bytes, count);
    return type == "FLOAT64" ? scalars<double>(bytes, count) : std::nullopt;
}

template <class T> std::optional<std::vector<QString>> strings(Bytes values, Bytes offsets, std::size_t count)
{
    if (count >= offsets.size() / sizeof(T)) // one more offset than strings
        return std::nullopt;
    std::vector<QString> texts;
    texts.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t from = valueAt<T>(offsets, i);
        const std::uint64_t to = valueAt<T>(offsets, i + 1);
        if (from > to || to > values.size())
            return std::nullopt;
        texts.push_back(QString::fromUtf8(reinterpret_cast<const char*>(values.data() + from), qsizetype(to - from)));
    }
    return texts;
}

std::optional<std::vector<QString>> stringsOf(std::string_view type, Bytes values, Bytes offsets, std::size_t count)
{
    if (type == "UINT8")
        return strings<std::uint8_t>(values, offsets, count);
    if (type == "UINT16")
        return strings<std::uint16_t>(values, offsets, count);
    return type == "UINT64" ? strings<std::uint64_t>(values, offsets, count)
                            : strings<std::uint32_t>(values, offsets, count);
}

struct IdProperty {
    int rank = 0;
    JsonValue description; ///< in the schema's class
    JsonValue values;      ///< in the table
};

/// @returns the table's best id property of a readable type.
std::optional<IdProperty> idPropertyOf(JsonValue table, JsonValue properties)
{
    std::optional<IdProperty> best;
    const auto columns = objectMember(table, "properties");
    simdjson::dom::object described;
    if (!columns || properties.get_object().get(described) != simdjson::SUCCESS)
        return best;
    for (const auto& field : described) {
        const auto type = stringMember(field.value, "type");
        const auto rank = idRank(field.key, stringMember(field.value, "semantic").value_or(""));
        const auto values = objectMember(*columns, field.key);
        const bool readable = type && (*type == "STRING" || *type == "SCALAR") && !member(field.value, "array");
        if (rank && readable && values && (!best || *rank < best->rank))
            best = IdProperty{*rank, field.value, *values};
    }
    return best;
}

/// A table with the descriptions of its columns.
struct DescribedTable {
    JsonValue table;
    std::optional<JsonValue> properties; ///< in the schema's class; an external schema (schemaUri) only lacks names
};

/// @returns empty when there is no such table.
std::optional<DescribedTable> tableAt(GltfDocument& document, std::size_t tableIndex)
{
    const auto metadata = extension(document.root(), "EXT_structural_metadata");
    std::optional<JsonValue> table;
    std::size_t index = 0;
    if (metadata)
        for (const JsonValue candidate : arrayMember(*metadata, "propertyTables"))
            if (index++ == tableIndex)
                table = candidate;
    if (!table)
        return std::nullopt;
    const auto className = stringMember(*table, "class");
    const auto schema = objectMember(*metadata, "schema");
    const auto classes = schema ? objectMember(*schema, "classes") : std::nullopt;
    const auto ofClass = classes && className ? objectMember(*classes, *className) : std::nullopt;
    return DescribedTable{*table, ofClass ? objectMember(*ofClass, "properties") : std::nullopt};
}

/// @returns the texts of a column; empty when they reach beyond their buffer views. Malformed without values.
Result<std::optional<std::vector<QString>>> textsOf(GltfDocument& document, JsonValue column, std::size_t count)
{
    const auto valueView = countMember(column, "values");
    const auto offsetView = countMember(column, "stringOffsets");
    if (!valueView || !offsetView)
        return std::optional<std::vector<QString>>();
    TWIN_TRY(const Bytes values, document.bufferView(*valueView));
    TWIN_TRY(const Bytes offsets, document.bufferView(*offsetView));
    return stringsOf(stringMember(column, "stringOffsetType").value_or("UINT32"), values, offsets, count);
}

} // namespace

std::optional<int> idRank(std::string_view name, std::string_view semantic)
{
    if (semantic == "ID")
        return 0;
    static const std::array<QLatin1String, 11> names{
        QLatin1String("gml_id"),      QLatin1String("gml:id"), QLatin1String("gmlid"),   QLatin1String("gml-id"),
        QLatin1String("gid"),         QLatin1String("id"),     QLatin1String("ids"),     QLatin1String("identifier"),
        QLatin1String("building_id"), QLatin1String("uuid"),   QLatin1String("objectid")};
    const QString given = toQString(name);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (given.compare(names[i], Qt::CaseInsensitive) == 0)
            return int(i) + 1;
    return std::nullopt;
}

Result<std::vector<QString>> readPropertyTableIds(GltfDocument& document, std::size_t tableIndex)
{
    const auto found = tableAt(document, tableIndex);
    if (!found)
        return document.malformed(QStringLiteral("property table %1 is missing").arg(tableIndex));
    const auto count = countMember(found->table, "count");
    const auto id = found->properties ? idPropertyOf(found->table, *found->properties) : std::nullopt;
    if (count && *count > maxRows)
        return document.malformed(
            QStringLiteral("property table %1 has more than %2 rows").arg(tableIndex).arg(maxRows));
    if (!count || !id)
        return std::vector<QString>();

    const auto valueView = countMember(id->values, "values");
    if (!valueView)
        return document.malformed(QStringLiteral("property table %1 has no values").arg(tableIndex));
    std::optional<std::vector<QString>> names;
    if (stringMember(id->description, "type") == "SCALAR") {
        TWIN_TRY(const Bytes values, document.bufferView(*valueView));
        names = scalarsOf(stringMember(id->description, "componentType").value_or(""), values, *count);
    } else {
        TWIN_TRY(names, textsOf(document, id->values, *count));
    }
    if (!names)
        return document.malformed(
            QStringLiteral("ids of property table %1 reach beyond their buffer view").arg(tableIndex));
    return *std::move(names);
}

std::vector<QString> readPropertyTableTexts(GltfDocument& document, std::size_t tableIndex, std::string_view property)
{
    const auto found = tableAt(document, tableIndex);
    const auto description = found && found->properties ? objectMember(*found->properties, property) : std::nullopt;
    const auto columns = found ? objectMember(found->table, "properties") : std::nullopt;
    const auto column = columns ? objectMember(*columns, property) : std::nullopt;
    const auto count = found ? countMember(found->table, "count") : std::nullopt;
    if (!description || !column || !count || *count > maxRows || stringMember(*description, "type") != "STRING" ||
        member(*description, "array"))
        return {};
    auto texts = textsOf(document, *column, *count);
    return texts && *texts ? **std::move(texts) : std::vector<QString>();
}

} // namespace twin::tiles3d

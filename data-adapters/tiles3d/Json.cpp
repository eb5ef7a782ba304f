// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/Json.h"

#include <cmath>

#include <QCoreApplication>

namespace twin::tiles3d {

Result<JsonDocument> JsonDocument::parse(std::span<const std::uint8_t> text, const QString& source)
{
    JsonDocument document;
    document.m_parser = std::make_unique<simdjson::dom::parser>();
    // Several exporters begin their files with a byte order mark, which RFC 8259 lets a reader skip.
    if (text.size() >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF)
        text = text.subspan(3);
    const auto error = document.m_parser->parse(text.data(), text.size()).get(document.m_root);
    if (error != simdjson::SUCCESS)
        return failure(ErrorCode::MalformedData,
                       QCoreApplication::translate("twin::tiles3d", "Die Datei ist kein gültiges JSON."),
                       QString::fromLatin1(simdjson::error_message(error)), {}, {source, -1, {}});
    return document;
}

std::optional<JsonValue> member(JsonValue object, std::string_view name)
{
    simdjson::dom::object fields;
    JsonValue value;
    if (object.get_object().get(fields) != simdjson::SUCCESS || fields.at_key(name).get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

std::optional<JsonValue> objectMember(JsonValue object, std::string_view name)
{
    const auto value = member(object, name);
    return value && value->is_object() ? value : std::nullopt;
}

std::optional<JsonValue> extension(JsonValue object, std::string_view name)
{
    const auto extensions = objectMember(object, "extensions");
    return extensions ? objectMember(*extensions, name) : std::nullopt;
}

std::optional<double> numberMember(JsonValue object, std::string_view name)
{
    const auto value = member(object, name);
    double number = 0;
    if (!value || value->get_double().get(number) != simdjson::SUCCESS)
        return std::nullopt;
    return number;
}

std::optional<std::size_t> countValue(JsonValue value)
{
    double number = 0;
    if (value.get_double().get(number) != simdjson::SUCCESS || !(number >= 0) || number >= 9007199254740992.0 ||
        number != std::floor(number))
        return std::nullopt;
    return static_cast<std::size_t>(number);
}

std::optional<std::size_t> countMember(JsonValue object, std::string_view name)
{
    const auto value = member(object, name);
    return value ? countValue(*value) : std::nullopt;
}

std::optional<std::string_view> stringMember(JsonValue object, std::string_view name)
{
    const auto value = member(object, name);
    std::string_view text;
    if (!value || value->get_string().get(text) != simdjson::SUCCESS)
        return std::nullopt;
    return text;
}

simdjson::dom::array arrayMember(JsonValue object, std::string_view name)
{
    static const std::unique_ptr<const simdjson::dom::parser> nothing = [] {
        auto parser = std::make_unique<simdjson::dom::parser>();
        [[maybe_unused]] const auto parsed = parser->parse(std::string_view("[]"));
        return parser;
    }();
    const auto value = member(object, name);
    simdjson::dom::array array;
    if (!value || value->get_array().get(array) != simdjson::SUCCESS)
        array = nothing->doc.root().get_array().value_unsafe();
    return array;
}

} // namespace twin::tiles3d

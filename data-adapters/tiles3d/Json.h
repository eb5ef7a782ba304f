// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include <simdjson.h>

namespace twin::tiles3d {

using JsonValue = simdjson::dom::element;

/// A parsed JSON text; values stay valid while it lives.
class JsonDocument {
public:
    /// @returns MalformedData with the parser's words as detail. Nesting is limited to 1024.
    static Result<JsonDocument> parse(std::span<const std::uint8_t> text, const QString& source);
    [[nodiscard]] JsonValue root() const { return m_root; }

private:
    std::unique_ptr<simdjson::dom::parser> m_parser;
    JsonValue m_root;
};

// Look-ups that say "not there" for a missing member as for one of another type: every caller checks the same way.
[[nodiscard]] std::optional<JsonValue> member(JsonValue object, std::string_view name);
[[nodiscard]] std::optional<JsonValue> objectMember(JsonValue object, std::string_view name);
[[nodiscard]] std::optional<JsonValue> extension(JsonValue object, std::string_view name);
[[nodiscard]] std::optional<double> numberMember(JsonValue object, std::string_view name);
/// @returns a whole number ≥ 0 below 2^53, also when written as 3.0.
[[nodiscard]] std::optional<std::size_t> countMember(JsonValue object, std::string_view name);
[[nodiscard]] std::optional<std::size_t> countValue(JsonValue value);
[[nodiscard]] std::optional<std::string_view> stringMember(JsonValue object, std::string_view name);
/// @returns the elements of an array member; an empty array when there is none.
[[nodiscard]] simdjson::dom::array arrayMember(JsonValue object, std::string_view name);
/// @returns exactly N numbers.
template <std::size_t N>
[[nodiscard]] std::optional<std::array<double, N>> numbersMember(JsonValue object, std::string_view name)
{
    std::array<double, N> numbers{};
    std::size_t i = 0;
    for (const JsonValue value : arrayMember(object, name)) {
        if (i == N || value.get_double().get(numbers[i]) != simdjson::SUCCESS)
            return std::nullopt;
        ++i;
    }
    return i == N ? std::optional(numbers) : std::nullopt;
}
[[nodiscard]] inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace twin::tiles3d

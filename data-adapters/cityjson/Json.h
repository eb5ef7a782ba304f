// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include <simdjson.h>

namespace twin::cityjson {

using Json = simdjson::dom::element;
using JsonArray = simdjson::dom::array;
using JsonObject = simdjson::dom::object;

// Look-ups that say "not there" for a missing member as for one of another type: every caller checks the same way.

[[nodiscard]] inline std::optional<Json> member(const Json& object, std::string_view name)
{
    JsonObject fields;
    Json value;
    if (object.get(fields) != simdjson::SUCCESS || fields.at_key(name).get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}
[[nodiscard]] inline std::optional<JsonObject> asObject(const std::optional<Json>& value)
{
    JsonObject object;
    return value && value->get(object) == simdjson::SUCCESS ? std::optional(object) : std::nullopt;
}
[[nodiscard]] inline std::optional<JsonArray> asArray(const std::optional<Json>& value)
{
    JsonArray array;
    return value && value->get(array) == simdjson::SUCCESS ? std::optional(array) : std::nullopt;
}
[[nodiscard]] inline std::optional<std::string_view> asText(const std::optional<Json>& value)
{
    std::string_view text;
    return value && value->get(text) == simdjson::SUCCESS ? std::optional(text) : std::nullopt;
}
[[nodiscard]] inline std::optional<double> asNumber(const std::optional<Json>& value)
{
    double number = 0;
    return value && value->get(number) == simdjson::SUCCESS ? std::optional(number) : std::nullopt;
}
/// @returns a whole number 0 … 2^32 − 2; anything else is no index.
[[nodiscard]] inline std::optional<std::uint32_t> asIndex(const Json& value)
{
    std::uint64_t number = 0;
    return value.get(number) == simdjson::SUCCESS && number < 0xFFFFFFFFu ? std::optional(std::uint32_t(number))
                                                                          : std::nullopt;
}

/// Walks an array beside another one: semantics, materials and textures are nested like the boundaries they describe,
/// but may be shorter, absent or null on any level.
class Companion {
public:
    explicit Companion(const std::optional<Json>& values)
    {
        if (const auto array = asArray(values)) {
            m_at = array->begin();
            m_end = array->end();
            m_any = true;
        }
    }
    /// @returns the value beside the next element; empty: none.
    [[nodiscard]] std::optional<Json> next()
    {
        if (!m_any || !(m_at != m_end))
            return std::nullopt;
        const Json value = *m_at;
        ++m_at;
        return value.is_null() ? std::nullopt : std::optional(value);
    }

private:
    JsonArray::iterator m_at{};
    JsonArray::iterator m_end{};
    bool m_any = false;
};

} // namespace twin::cityjson

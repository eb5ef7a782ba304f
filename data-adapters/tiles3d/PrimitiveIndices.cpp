// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/PrimitiveIndices.h"

#include <algorithm>
#include <cstring>

namespace twin::tiles3d {
namespace {

constexpr std::size_t modeTriangles = 4;

std::size_t modeOf(JsonValue primitive)
{
    return member(primitive, "mode") ? countMember(primitive, "mode").value_or(7) : modeTriangles;
}

Result<std::vector<std::uint32_t>> rawIndices(GltfDocument& document, JsonValue json, std::size_t vertexCount)
{
    std::vector<std::uint32_t> raw;
    if (member(json, "indices")) {
        const auto accessor = countMember(json, "indices");
        if (!accessor)
            return document.malformed(QStringLiteral("indices name no accessor"));
        TWIN_TRY(const ElementView view, document.accessor(*accessor));
        const bool isUnsigned = view.type == ComponentType::UInt8 || view.type == ComponentType::UInt16 ||
                                view.type == ComponentType::UInt32;
        if (view.components != 1 || !isUnsigned)
            return document.malformed(QStringLiteral("indices are no unsigned integers"));
        raw.resize(view.count);
        const auto copyAs = [&]<class T>(T) {
            std::uint32_t largest = 0;
            for (std::size_t i = 0; i < view.count; ++i) {
                T value;
                std::memcpy(&value, view.data + i * view.stride, sizeof value);
                raw[i] = value;
                largest = std::max(largest, raw[i]);
            }
            return largest;
        };
        const std::uint32_t largest = view.type == ComponentType::UInt8    ? copyAs(std::uint8_t())
                                      : view.type == ComponentType::UInt16 ? copyAs(std::uint16_t())
                                                                           : copyAs(std::uint32_t());
        if (!raw.empty() && largest >= vertexCount)
            return document.malformed(QStringLiteral("an index is out of range"));
    } else {
        raw.resize(vertexCount);
        for (std::size_t i = 0; i < vertexCount; ++i)
            raw[i] = std::uint32_t(i);
    }
    return raw;
}

/// Strips alternate, fans turn around the first.
std::vector<std::uint32_t> triangles(const std::vector<std::uint32_t>& raw, bool strip)
{
    std::vector<std::uint32_t> taken;
    taken.reserve(raw.size() * 3);
    for (std::size_t i = 0; i + 2 < raw.size(); ++i) {
        const std::uint32_t a = strip ? raw[i] : raw[0];
        const std::uint32_t b = strip ? raw[i + 1 + i % 2] : raw[i + 1];
        const std::uint32_t c = strip ? raw[i + 2 - i % 2] : raw[i + 2];
        if (a != b && b != c && a != c)
            taken.insert(taken.end(), {a, b, c});
    }
    return taken;
}

std::vector<std::uint32_t> lines(const std::vector<std::uint32_t>& raw, bool loop)
{
    std::vector<std::uint32_t> taken;
    taken.reserve(raw.size() * 2);
    for (std::size_t i = 0; i + 1 < raw.size(); ++i)
        taken.insert(taken.end(), {raw[i], raw[i + 1]});
    if (loop && raw.size() > 2)
        taken.insert(taken.end(), {raw.back(), raw.front()});
    return taken;
}

} // namespace

std::optional<PrimitiveKind> kindOf(JsonValue primitive)
{
    switch (modeOf(primitive)) {
    case 0:
        return PrimitiveKind::Points;
    case 1:
    case 2:
    case 3:
        return PrimitiveKind::Lines;
    case modeTriangles:
    case 5:
    case 6:
        return PrimitiveKind::Triangles;
    default:
        return std::nullopt;
    }
}

Result<std::vector<std::uint32_t>> readIndices(GltfDocument& document, JsonValue primitive, std::size_t vertexCount)
{
    TWIN_TRY(std::vector<std::uint32_t> raw, rawIndices(document, primitive, vertexCount));
    switch (modeOf(primitive)) {
    case 1:
        raw.resize(raw.size() - raw.size() % 2);
        return raw;
    case 2:
    case 3:
        return lines(raw, modeOf(primitive) == 2);
    case modeTriangles:
        raw.resize(raw.size() - raw.size() % 3);
        return raw;
    case 5:
    case 6:
        return triangles(raw, modeOf(primitive) == 5);
    default:
        return raw;
    }
}

} // namespace twin::tiles3d

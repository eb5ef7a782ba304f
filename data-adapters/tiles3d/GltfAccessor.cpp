// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/GltfDocument.h"

#include <algorithm>
#include <cstring>

#include <meshoptimizer.h>

namespace twin::tiles3d {
namespace {

constexpr std::size_t maxElements = std::size_t(1) << 26;

unsigned componentsOf(std::string_view type)
{
    if (type == "SCALAR")
        return 1;
    if (type == "VEC2")
        return 2;
    if (type == "VEC3")
        return 3;
    return type == "VEC4" ? 4 : 0; // matrices serve skins, which city models have not
}

template <class T> double valueAt(const std::uint8_t* p)
{
    T value;
    std::memcpy(&value, p, sizeof value);
    return double(value);
}

bool isComponentType(std::size_t value)
{
    return value == 5120 || value == 5121 || value == 5122 || value == 5123 || value == 5125 || value == 5126;
}

} // namespace

std::size_t byteSize(ComponentType type)
{
    switch (type) {
    case ComponentType::Int8:
    case ComponentType::UInt8:
        return 1;
    case ComponentType::Int16:
    case ComponentType::UInt16:
        return 2;
    default:
        return 4;
    }
}

double ElementView::at(std::size_t element, unsigned component) const
{
    const std::uint8_t* p = data + element * stride + component * byteSize(type);
    switch (type) {
    case ComponentType::Int8:
        return normalized ? std::max(valueAt<std::int8_t>(p) / 127, -1.0) : valueAt<std::int8_t>(p);
    case ComponentType::UInt8:
        return normalized ? valueAt<std::uint8_t>(p) / 255 : valueAt<std::uint8_t>(p);
    case ComponentType::Int16:
        return normalized ? std::max(valueAt<std::int16_t>(p) / 32767, -1.0) : valueAt<std::int16_t>(p);
    case ComponentType::UInt16:
        return normalized ? valueAt<std::uint16_t>(p) / 65535 : valueAt<std::uint16_t>(p);
    case ComponentType::UInt32:
        return valueAt<std::uint32_t>(p);
    case ComponentType::Float:
        return valueAt<float>(p);
    }
    return 0;
}

Result<ElementView> GltfDocument::accessor(std::size_t index)
{
    const auto json = item("accessors", index);
    if (!json)
        return malformed(QStringLiteral("accessor %1 is missing").arg(index));
    const auto type = countMember(*json, "componentType");
    const auto count = countMember(*json, "count");
    const unsigned components = componentsOf(stringMember(*json, "type").value_or(""));
    if (!type || !isComponentType(*type) || !count || *count > maxElements || components == 0 ||
        (member(*json, "byteOffset") && !countMember(*json, "byteOffset")))
        return malformed(QStringLiteral("accessor %1 is incomplete").arg(index));
    ElementView view;
    view.type = ComponentType(*type);
    view.components = components;
    view.count = *count;
    view.stride = components * byteSize(view.type);
    bool normalized = false;
    if (const auto flag = member(*json, "normalized"); flag && flag->get_bool().get(normalized) == simdjson::SUCCESS)
        view.normalized = normalized;

    const auto viewIndex = countMember(*json, "bufferView");
    if (!viewIndex && member(*json, "bufferView"))
        return malformed(QStringLiteral("accessor %1 names no buffer view").arg(index));
    if (!viewIndex) { // zeros, to be patched by a sparse part
        TWIN_CHECK(own(view.count * view.stride));
        view.data = m_patched.emplace_back(view.count * view.stride).data();
    } else {
        TWIN_TRY(const Bytes bytes, bufferView(*viewIndex));
        const std::size_t elementSize = view.stride;
        const auto bufferViewJson = item("bufferViews", *viewIndex);
        if (member(*bufferViewJson, "byteStride"))
            view.stride = countMember(*bufferViewJson, "byteStride").value_or(0);
        const std::size_t offset = countMember(*json, "byteOffset").value_or(0);
        // stride ≤ 252 (glTF 2.0 §5.11.4), count ≤ 2^26: the product cannot overflow.
        const bool fits = view.stride >= elementSize && view.stride <= 256 && offset <= bytes.size() &&
                          (view.count == 0 || (bytes.size() - offset >= elementSize &&
                                               (view.count - 1) * view.stride <= bytes.size() - offset - elementSize));
        if (!fits)
            return malformed(QStringLiteral("accessor %1 reaches beyond its buffer view").arg(index));
        view.data = bytes.data() + offset;
    }
    if (const auto sparse = objectMember(*json, "sparse"))
        TWIN_CHECK(applySparse(*sparse, view));
    return view;
}

Result<void> GltfDocument::applySparse(JsonValue sparse, ElementView& view)
{
    const auto count = countMember(sparse, "count");
    const auto indices = objectMember(sparse, "indices");
    const auto values = objectMember(sparse, "values");
    const auto indexView = indices ? countMember(*indices, "bufferView") : std::nullopt;
    const std::size_t indexType = indices ? countMember(*indices, "componentType").value_or(0) : 0;
    const auto valueView = values ? countMember(*values, "bufferView") : std::nullopt;
    if (!count || !indexView || !valueView || (indexType != 5121 && indexType != 5123 && indexType != 5125) ||
        *count > view.count)
        return malformed(QStringLiteral("a sparse accessor is incomplete"));
    const std::size_t elementSize = view.components * byteSize(view.type);
    const std::size_t indexSize = byteSize(ComponentType(indexType));
    const std::size_t indexOffset = countMember(*indices, "byteOffset").value_or(0);
    const std::size_t valueOffset = countMember(*values, "byteOffset").value_or(0);
    TWIN_TRY(const Bytes indexBytes, bufferView(*indexView));
    TWIN_TRY(const Bytes valueBytes, bufferView(*valueView));
    if (indexOffset > indexBytes.size() || *count * indexSize > indexBytes.size() - indexOffset ||
        valueOffset > valueBytes.size() || *count * elementSize > valueBytes.size() - valueOffset)
        return malformed(QStringLiteral("a sparse accessor reaches beyond its buffer views"));

    TWIN_CHECK(own(view.count * elementSize));
    std::vector<std::uint8_t> patched(view.count * elementSize);
    for (std::size_t i = 0; i < view.count; ++i)
        std::memcpy(patched.data() + i * elementSize, view.data + i * view.stride, elementSize);
    const ElementView positions{indexBytes.data() + indexOffset, *count, indexSize, ComponentType(indexType), 1, false};
    for (std::size_t i = 0; i < *count; ++i) {
        const auto target = std::size_t(positions.at(i, 0));
        if (target >= view.count)
            return malformed(QStringLiteral("a sparse index is out of range"));
        std::memcpy(patched.data() + target * elementSize, valueBytes.data() + valueOffset + i * elementSize,
                    elementSize);
    }
    view.data = m_patched.emplace_back(std::move(patched)).data();
    view.stride = elementSize;
    return {};
}

/// EXT_meshopt_compression; the codec checks its own input, the sizes are checked here.
Result<std::vector<std::uint8_t>> GltfDocument::decompressed(JsonValue compression)
{
    TWIN_TRY(const Bytes source, slice(compression));
    const auto count = countMember(compression, "count");
    const auto stride = countMember(compression, "byteStride");
    const std::string_view mode = stringMember(compression, "mode").value_or("");
    const std::string_view filter = stringMember(compression, "filter").value_or("NONE");
    if (!count || !stride || *count > maxElements || *stride == 0 || *stride > 256)
        return malformed(QStringLiteral("meshopt compression is incomplete"));
    TWIN_CHECK(own(*count * *stride));
    std::vector<std::uint8_t> bytes(*count * *stride);
    int status = -1;
    if (mode == "ATTRIBUTES" && *stride % 4 == 0)
        status = meshopt_decodeVertexBuffer(bytes.data(), *count, *stride, source.data(), source.size());
    else if (mode == "TRIANGLES" && *count % 3 == 0 && (*stride == 2 || *stride == 4))
        status = meshopt_decodeIndexBuffer(bytes.data(), *count, *stride, source.data(), source.size());
    else if (mode == "INDICES" && (*stride == 2 || *stride == 4))
        status = meshopt_decodeIndexSequence(bytes.data(), *count, *stride, source.data(), source.size());
    if (status != 0)
        return malformed(
            QStringLiteral("meshopt data cannot be decoded (mode %1, status %2)").arg(toQString(mode)).arg(status));

    if (filter == "OCTAHEDRAL" && (*stride == 4 || *stride == 8))
        meshopt_decodeFilterOct(bytes.data(), *count, *stride);
    else if (filter == "QUATERNION" && *stride == 8)
        meshopt_decodeFilterQuat(bytes.data(), *count, *stride);
    else if (filter == "EXPONENTIAL" && *stride % 4 == 0)
        meshopt_decodeFilterExp(bytes.data(), *count, *stride);
    else if (filter != "NONE")
        return malformed(QStringLiteral("meshopt filter %1 with stride %2").arg(toQString(filter)).arg(*stride));
    return bytes;
}

} // namespace twin::tiles3d

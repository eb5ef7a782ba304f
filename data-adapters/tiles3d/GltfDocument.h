// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/Json.h"
#include "tiles3d/Resource.h"

#include <map>
#include <string>
#include <vector>

namespace twin::tiles3d {

/// glTF 2.0 §3.6.2.2; the values are the specification's.
enum class ComponentType : std::uint32_t {
    Int8 = 5120,
    UInt8 = 5121,
    Int16 = 5122,
    UInt16 = 5123,
    UInt32 = 5125,
    Float = 5126
};

[[nodiscard]] std::size_t byteSize(ComponentType type);

/// Elements of an accessor in memory; every element lies inside its buffer.
struct ElementView {
    const std::uint8_t* data = nullptr;
    std::size_t count = 0;
    std::size_t stride = 0;
    ComponentType type = ComponentType::Float;
    unsigned components = 1;
    bool normalized = false;

    /// @returns one component as a number, normalised integers as glTF 2.0 §3.6.2.2 says.
    [[nodiscard]] double at(std::size_t element, unsigned component) const;
};

/// The JSON part of a glTF asset with its buffers, bounds-checked on access. Used by one thread.
class GltfDocument {
public:
    /// @param json    text of the asset
    /// @param binary  the GLB's binary chunk, outlives the document; empty: none
    /// @param path    of the asset relative to `resources`: relative buffers are looked up beside it
    /// @returns UnsupportedFormat for a required extension that is not known (Draco, …), UnsupportedVersion,
    /// MalformedData.
    static Result<GltfDocument> open(std::span<const std::uint8_t> json, std::span<const std::uint8_t> binary,
                                     const ResourceRoot& resources, const QString& path);

    [[nodiscard]] JsonValue root() const { return m_json.root(); }
    [[nodiscard]] const QString& path() const { return m_path; }
    /// @returns element `index` of a top-level array ("nodes", "meshes", …); empty when out of range.
    [[nodiscard]] std::optional<JsonValue> item(std::string_view array, std::size_t index) const;
    [[nodiscard]] std::size_t itemCount(std::string_view array) const;

    /// @returns the bytes of a buffer view, decompressed where EXT_meshopt_compression says so.
    Result<std::span<const std::uint8_t>> bufferView(std::size_t index);
    Result<ElementView> accessor(std::size_t index);
    /// @returns the file that an image is: from a buffer view, a data URI or beside the asset.
    Result<QByteArray> image(std::size_t index);

    [[nodiscard]] tl::unexpected<Error> malformed(const QString& detail) const;

private:
    using Bytes = std::span<const std::uint8_t>;

    Result<void> checkExtensions() const;
    void indexArrays();
    Result<Bytes> buffer(std::size_t index);
    Result<QByteArray> resource(std::string_view uri, qint64 maxBytes);
    Result<Bytes> slice(JsonValue view);
    Result<std::vector<std::uint8_t>> decompressed(JsonValue compression);
    Result<void> applySparse(JsonValue sparse, ElementView& view);
    /// @brief Accounts for memory that the asset makes us allocate. @returns ResourceExhausted beyond the limit.
    Result<void> own(std::size_t bytes);

    JsonDocument m_json;
    Bytes m_binary;
    const ResourceRoot* m_resources = nullptr;
    QString m_path;
    std::map<std::string, std::vector<JsonValue>, std::less<>> m_arrays; ///< simdjson's arrays have no random access
    std::map<std::size_t, QByteArray> m_buffers;                         ///< read from files and data URIs
    std::map<std::size_t, std::vector<std::uint8_t>> m_decompressed;     ///< by buffer view
    std::vector<std::vector<std::uint8_t>> m_patched;                    ///< sparse accessors
    std::size_t m_ownedBytes = 0;
};

} // namespace twin::tiles3d

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twin::package {

// glTF 2.0 §3.6.2.2, §5.11.5
inline constexpr int componentByte = 5120;
inline constexpr int componentUshort = 5123;
inline constexpr int componentUint = 5125;
inline constexpr int componentFloat = 5126;

/// Appends a number as it lies in memory (little-endian, as glTF wants it).
template <class T> void put(std::string& out, T value)
{
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// @brief A GLB file (glTF 2.0 §4.4) of its two chunks, both padded. The JSON chunk is padded so that the BIN data
/// begin at
///        a multiple of 8: property tables want that (EXT_structural_metadata).
[[nodiscard]] std::string glbFile(std::string json, std::string bin);

/// The binary chunk of a GLB and its buffer views and accessors as they grow.
class GlbBuffers {
public:
    /// @brief Vertex data through EXT_meshopt_compression. @param stride  a multiple of 4
    /// @param accessor  its members beside bufferView and count, as JSON
    /// @returns the accessor
    int appendAttribute(const std::string& bytes, std::size_t count, std::size_t stride, const std::string& accessor);
    /// @brief Indices through EXT_meshopt_compression. @param triangles  else: a plain sequence
    int appendIndices(const std::vector<std::uint32_t>& indices, std::size_t vertexCount, bool triangles);
    /// @brief An accessor on bytes as they are.
    int appendPlain(std::string_view bytes, std::size_t count, const std::string& accessor);
    /// @returns the buffer view of bytes as they are, at a multiple of 8.
    int plainView(std::string_view bytes);

    [[nodiscard]] const std::string& bytes() const { return m_bin; }
    [[nodiscard]] const std::string& views() const { return m_views; }         ///< JSON, comma-separated
    [[nodiscard]] const std::string& accessors() const { return m_accessors; } ///< JSON, comma-separated
    /// @returns the size of the buffer that would hold everything uncompressed.
    [[nodiscard]] std::size_t fallbackBytes() const { return m_fallbackBytes; }

private:
    int compressedView(std::size_t rawBytes, std::size_t count, std::size_t stride, int target, const char* mode,
                       const std::vector<unsigned char>& packed);
    int appendAccessor(const std::string& members);
    void pad(std::size_t alignment) { m_bin.resize((m_bin.size() + alignment - 1) / alignment * alignment, '\0'); }

    std::string m_bin;
    std::string m_views;
    std::string m_accessors;
    std::size_t m_fallbackBytes = 0;
    int m_viewCount = 0;
    int m_accessorCount = 0;
};

} // namespace twin::package

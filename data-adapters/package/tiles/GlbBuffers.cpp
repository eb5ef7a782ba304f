// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/GlbBuffers.h"

#include <meshoptimizer.h>

namespace twin::package {
namespace {

constexpr int targetVertices = 34962;
constexpr int targetIndices = 34963;

} // namespace

int GlbBuffers::appendAttribute(const std::string& bytes, std::size_t count, std::size_t stride,
                                const std::string& accessor)
{
    std::vector<unsigned char> packed(meshopt_encodeVertexBufferBound(count, stride));
    packed.resize(meshopt_encodeVertexBuffer(packed.data(), packed.size(), bytes.data(), count, stride));
    const int view = compressedView(bytes.size(), count, stride, targetVertices, "ATTRIBUTES", packed);
    return appendAccessor("\"bufferView\":" + std::to_string(view) + ",\"count\":" + std::to_string(count) + ',' +
                          accessor);
}

int GlbBuffers::appendIndices(const std::vector<std::uint32_t>& indices, std::size_t vertexCount, bool triangles)
{
    std::vector<unsigned char> packed(triangles ? meshopt_encodeIndexBufferBound(indices.size(), vertexCount)
                                                : meshopt_encodeIndexSequenceBound(indices.size(), vertexCount));
    packed.resize(triangles
                      ? meshopt_encodeIndexBuffer(packed.data(), packed.size(), indices.data(), indices.size())
                      : meshopt_encodeIndexSequence(packed.data(), packed.size(), indices.data(), indices.size()));
    const bool isShort = vertexCount <= 65535; // 65535 itself is the restart index
    const std::size_t size = isShort ? 2 : 4;
    const int view = compressedView(indices.size() * size, indices.size(), size, targetIndices,
                                    triangles ? "TRIANGLES" : "INDICES", packed);
    return appendAccessor("\"bufferView\":" + std::to_string(view) + ",\"count\":" + std::to_string(indices.size()) +
                          ",\"componentType\":" + std::to_string(isShort ? componentUshort : componentUint) +
                          ",\"type\":\"SCALAR\"");
}

int GlbBuffers::compressedView(std::size_t rawBytes, std::size_t count, std::size_t stride, int target,
                               const char* mode, const std::vector<unsigned char>& packed)
{
    pad(4);
    m_fallbackBytes = (m_fallbackBytes + 3) / 4 * 4;
    const std::string strideText = std::to_string(stride);
    m_views +=
        std::string(m_viewCount > 0 ? "," : "") + "{\"buffer\":1,\"byteOffset\":" + std::to_string(m_fallbackBytes) +
        ",\"byteLength\":" + std::to_string(rawBytes) +
        (target == targetVertices ? ",\"byteStride\":" + strideText : std::string()) +
        ",\"target\":" + std::to_string(target) +
        ",\"extensions\":{\"EXT_meshopt_compression\":{\"buffer\":0,\"byteOffset\":" + std::to_string(m_bin.size()) +
        ",\"byteLength\":" + std::to_string(packed.size()) + ",\"byteStride\":" + strideText + ",\"mode\":\"" + mode +
        "\",\"count\":" + std::to_string(count) + "}}}";
    m_bin.append(reinterpret_cast<const char*>(packed.data()), packed.size());
    m_fallbackBytes += rawBytes;
    return m_viewCount++;
}

int GlbBuffers::plainView(std::string_view bytes)
{
    pad(8);
    m_views += std::string(m_viewCount > 0 ? "," : "") +
               "{\"buffer\":0,\"byteOffset\":" + std::to_string(m_bin.size()) +
               ",\"byteLength\":" + std::to_string(bytes.size()) + '}';
    m_bin.append(bytes);
    return m_viewCount++;
}

int GlbBuffers::appendPlain(std::string_view bytes, std::size_t count, const std::string& accessor)
{
    return appendAccessor("\"bufferView\":" + std::to_string(plainView(bytes)) + ",\"count\":" + std::to_string(count) +
                          ',' + accessor);
}

int GlbBuffers::appendAccessor(const std::string& members)
{
    m_accessors += std::string(m_accessorCount > 0 ? "," : "") + '{' + members + '}';
    return m_accessorCount++;
}

std::string glbFile(std::string json, std::string bin)
{
    constexpr std::size_t headers = 28; // of the file and both chunks
    json.resize((json.size() + headers + 7) / 8 * 8 - headers, ' ');
    bin.resize((bin.size() + 3) / 4 * 4, '\0');
    std::string glb;
    glb.reserve(headers + json.size() + bin.size());
    put(glb, std::uint32_t{0x46546C67}); // "glTF"
    put(glb, std::uint32_t{2});
    put(glb, static_cast<std::uint32_t>(headers + json.size() + bin.size()));
    put(glb, static_cast<std::uint32_t>(json.size()));
    put(glb, std::uint32_t{0x4E4F534A}); // "JSON"
    glb += json;
    put(glb, static_cast<std::uint32_t>(bin.size()));
    put(glb, std::uint32_t{0x004E4942}); // "BIN"
    return glb += bin;
}

} // namespace twin::package

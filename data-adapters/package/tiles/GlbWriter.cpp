// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/Json.h"
#include "package/tiles/TileMesh.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <meshoptimizer.h>

namespace twin::package {
namespace {

constexpr int componentByte = 5120;
constexpr int componentUshort = 5123;
constexpr int componentUint = 5125;
constexpr int componentFloat = 5126;
constexpr int targetVertices = 34962;
constexpr int targetIndices = 34963;
constexpr double quantisationSteps = 65535;
constexpr float noHeight = -9999;

/// sRGB-like factors of glTF base colours are linear.
struct MaterialColour {
    float red, green, blue;
};
constexpr std::array<MaterialColour, tileMaterialCount> colours{{
    {0.42f, 0.17f, 0.11f}, // muted clay
    {0.78f, 0.75f, 0.68f}, // off-white plaster
    {0.30f, 0.29f, 0.27f},
    {0.62f, 0.62f, 0.60f},
    {0.66f, 0.63f, 0.58f},
    {0.46f, 0.42f, 0.38f},
    {0.27f, 0.33f, 0.20f}, // meadow
}};

/// The JSON and BIN chunk as they grow.
class GlbWriter {
public:
    explicit GlbWriter(const TileMesh& mesh) : m_mesh(mesh) {}
    std::string encode();

private:
    struct VertexLayout {
        LocalPosition centre; ///< of the positions, glTF axes
        double scale = 1;     ///< metres a step; 1 with float positions
        bool quantised = false;
        bool wideFeatures = false;
    };

    void chooseLayout();
    void appendPrimitive(TileMaterial material, const TilePrimitive& primitive);
    int appendAttribute(const std::string& bytes, std::size_t count, std::size_t stride, const std::string& accessor);
    int appendIndices(const std::vector<std::uint32_t>& indices, std::size_t vertexCount);
    int compressedView(std::size_t rawBytes, std::size_t count, std::size_t stride, int target, const char* mode,
                       const std::vector<unsigned char>& packed);
    int plainView(std::string_view bytes);
    int appendAccessor(const std::string& members);
    std::string metadata();
    std::string stringColumn(std::string FeatureProperties::*member);
    std::string finish(const std::string& metadataJson) const;
    void pad(std::size_t alignment) { m_bin.resize((m_bin.size() + alignment - 1) / alignment * alignment, '\0'); }

    const TileMesh& m_mesh;
    VertexLayout m_layout;
    std::string m_bin;
    std::string m_views;
    std::string m_accessors;
    std::string m_primitives;
    std::string m_materials;
    std::size_t m_fallbackBytes = 0;
    int m_viewCount = 0;
    int m_accessorCount = 0;
    int m_materialCount = 0;
};

template <class T> void put(std::string& out, T value)
{
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string number(double value)
{
    std::string text;
    appendJsonExact(text, value);
    return text;
}

std::string vec3(double x, double y, double z)
{
    return '[' + number(x) + ',' + number(y) + ',' + number(z) + ']';
}

/// glTF axes of a position.
LocalPosition yUp(const Point3& p)
{
    return {p.x, p.z, -static_cast<double>(p.y)};
}

std::string GlbWriter::encode()
{
    chooseLayout();
    for (std::size_t i = 0; i < m_mesh.primitives.size(); ++i)
        if (!m_mesh.primitives[i].indices.empty())
            appendPrimitive(static_cast<TileMaterial>(i), m_mesh.primitives[i]);
    return finish(m_mesh.features.empty() ? std::string() : metadata());
}

void GlbWriter::chooseLayout()
{
    const Box box = m_mesh.bounds();
    const LocalPosition size = box.size();
    const LocalPosition centre = box.centre();
    m_layout.centre = {centre.x, centre.z, -centre.y};
    const double range = std::max({size.x, size.y, size.z, 1e-3});
    // Rounding moves a coordinate by half a step.
    m_layout.quantised = range / quantisationSteps / 2 <= m_mesh.precisionMetres;
    m_layout.scale = m_layout.quantised ? range / quantisationSteps : 1;
    m_layout.wideFeatures = m_mesh.features.size() > 65536;
}

void GlbWriter::appendPrimitive(TileMaterial material, const TilePrimitive& primitive)
{
    const std::size_t count = primitive.positions.size();
    std::vector<std::uint32_t> indices(primitive.indices.size());
    meshopt_optimizeVertexCache(indices.data(), primitive.indices.data(), primitive.indices.size(), count);
    std::vector<std::uint32_t> remap(count);
    const std::size_t used = meshopt_optimizeVertexFetchRemap(remap.data(), indices.data(), indices.size(), count);
    meshopt_remapIndexBuffer(indices.data(), indices.data(), indices.size(), remap.data());

    const std::size_t positionStride = m_layout.quantised ? 8 : 12;
    std::string positions(used * positionStride, '\0');
    std::string normals(used * 4, '\0');
    std::string features(used * 4, '\0');
    std::array<double, 3> low{};
    std::array<double, 3> high{};
    low.fill(std::numeric_limits<double>::infinity());
    high.fill(-std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = remap[i];
        if (at >= used)
            continue;
        const LocalPosition offset = yUp(primitive.positions[i]) - m_layout.centre;
        const std::array<double, 3> place{offset.x, offset.y, offset.z};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            double stored = 0;
            if (m_layout.quantised) {
                const double step = std::round(place[axis] / m_layout.scale + quantisationSteps / 2);
                const auto value = static_cast<std::uint16_t>(std::clamp(step, 0.0, quantisationSteps));
                std::memcpy(positions.data() + at * 8 + axis * 2, &value, 2);
                stored = value;
            } else {
                const auto value = static_cast<float>(place[axis]);
                std::memcpy(positions.data() + at * 12 + axis * 4, &value, 4);
                stored = static_cast<double>(value);
            }
            low[axis] = std::min(low[axis], stored);
            high[axis] = std::max(high[axis], stored);
        }
        const auto& n = primitive.normals[i];
        const std::array<std::int8_t, 3> turned{n[0], n[2], static_cast<std::int8_t>(-n[1])};
        std::memcpy(normals.data() + at * 4, turned.data(), 3);
        if (m_mesh.features.empty())
            continue;
        if (m_layout.wideFeatures) {
            const auto id = static_cast<float>(primitive.features[i]);
            std::memcpy(features.data() + at * 4, &id, 4);
        } else {
            const auto id = static_cast<std::uint16_t>(primitive.features[i]);
            std::memcpy(features.data() + at * 4, &id, 2);
        }
    }

    const std::string range =
        ",\"min\":" + vec3(low[0], low[1], low[2]) + ",\"max\":" + vec3(high[0], high[1], high[2]);
    const int positionType = m_layout.quantised ? componentUshort : componentFloat;
    const int position =
        appendAttribute(positions, used, positionStride,
                        "\"componentType\":" + std::to_string(positionType) + ",\"type\":\"VEC3\"" + range);
    const int normal = appendAttribute(normals, used, 4,
                                       "\"componentType\":" + std::to_string(componentByte) +
                                           ",\"normalized\":true,\"type\":\"VEC3\"");
    std::string attributes = "\"POSITION\":" + std::to_string(position) + ",\"NORMAL\":" + std::to_string(normal);
    std::string extensions;
    if (!m_mesh.features.empty()) {
        const int featureType = m_layout.wideFeatures ? componentFloat : componentUshort;
        const int feature = appendAttribute(
            features, used, 4, "\"componentType\":" + std::to_string(featureType) + ",\"type\":\"SCALAR\"");
        attributes += ",\"_FEATURE_ID_0\":" + std::to_string(feature);
        extensions = ",\"extensions\":{\"EXT_mesh_features\":{\"featureIds\":[{\"featureCount\":" +
                     std::to_string(m_mesh.features.size()) + ",\"attribute\":0,\"propertyTable\":0}]}}";
    }
    const int index = appendIndices(indices, used);
    m_primitives += (m_primitives.empty() ? "{\"attributes\":{" : ",{\"attributes\":{") + attributes +
                    "},\"indices\":" + std::to_string(index) +
                    ",\"mode\":4,\"material\":" + std::to_string(m_materialCount) + extensions + "}";
    const MaterialColour& colour = colours[static_cast<std::size_t>(material)];
    m_materials += std::string(m_materialCount > 0 ? "," : "") + "{\"name\":\"" + materialName(material) +
                   "\",\"pbrMetallicRoughness\":{\"baseColorFactor\":[" + number(static_cast<double>(colour.red)) +
                   ',' + number(static_cast<double>(colour.green)) + ',' + number(static_cast<double>(colour.blue)) +
                   ",1],\"metallicFactor\":0,\"roughnessFactor\":0.9},\"doubleSided\":true}";
    ++m_materialCount;
}

int GlbWriter::appendAttribute(const std::string& bytes, std::size_t count, std::size_t stride,
                               const std::string& accessor)
{
    std::vector<unsigned char> packed(meshopt_encodeVertexBufferBound(count, stride));
    packed.resize(meshopt_encodeVertexBuffer(packed.data(), packed.size(), bytes.data(), count, stride));
    const int view = compressedView(bytes.size(), count, stride, targetVertices, "ATTRIBUTES", packed);
    return appendAccessor("\"bufferView\":" + std::to_string(view) + ",\"count\":" + std::to_string(count) + ',' +
                          accessor);
}

int GlbWriter::appendIndices(const std::vector<std::uint32_t>& indices, std::size_t vertexCount)
{
    std::vector<unsigned char> packed(meshopt_encodeIndexBufferBound(indices.size(), vertexCount));
    packed.resize(meshopt_encodeIndexBuffer(packed.data(), packed.size(), indices.data(), indices.size()));
    const bool isShort = vertexCount <= 65535; // 65535 itself is the restart index
    const std::size_t size = isShort ? 2 : 4;
    const int view = compressedView(indices.size() * size, indices.size(), size, targetIndices, "TRIANGLES", packed);
    return appendAccessor("\"bufferView\":" + std::to_string(view) + ",\"count\":" + std::to_string(indices.size()) +
                          ",\"componentType\":" + std::to_string(isShort ? componentUshort : componentUint) +
                          ",\"type\":\"SCALAR\"");
}

int GlbWriter::compressedView(std::size_t rawBytes, std::size_t count, std::size_t stride, int target, const char* mode,
                              const std::vector<unsigned char>& packed)
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

int GlbWriter::plainView(std::string_view bytes)
{
    pad(8);
    m_views += std::string(m_viewCount > 0 ? "," : "") +
               "{\"buffer\":0,\"byteOffset\":" + std::to_string(m_bin.size()) +
               ",\"byteLength\":" + std::to_string(bytes.size()) + '}';
    m_bin.append(bytes);
    return m_viewCount++;
}

int GlbWriter::appendAccessor(const std::string& members)
{
    m_accessors += std::string(m_accessorCount > 0 ? "," : "") + '{' + members + '}';
    return m_accessorCount++;
}

std::string GlbWriter::stringColumn(std::string FeatureProperties::*member)
{
    std::string values;
    std::string offsets;
    put(offsets, std::uint32_t{0});
    for (const FeatureProperties& feature : m_mesh.features) {
        values += feature.*member;
        put(offsets, static_cast<std::uint32_t>(values.size()));
    }
    if (values.empty())
        return {}; // a buffer view may not be empty; a property without values is left out
    const int valueView = plainView(values);
    const int offsetView = plainView(offsets);
    return "{\"values\":" + std::to_string(valueView) + ",\"stringOffsets\":" + std::to_string(offsetView) +
           ",\"stringOffsetType\":\"UINT32\"}";
}

std::string GlbWriter::metadata()
{
    std::string heights;
    std::string types;
    for (const FeatureProperties& feature : m_mesh.features) {
        put(heights, std::isnan(feature.measuredHeight) ? noHeight : feature.measuredHeight);
        put(types, static_cast<std::uint8_t>(feature.type));
    }
    std::string columns;
    const auto add = [&columns](const char* name, const std::string& column) {
        if (!column.empty())
            columns += std::string(columns.empty() ? "\"" : ",\"") + name + "\":" + column;
    };
    add("id", stringColumn(&FeatureProperties::id));
    add("type", "{\"values\":" + std::to_string(plainView(types)) + '}');
    add("measuredHeight", "{\"values\":" + std::to_string(plainView(heights)) + '}');
    add("function", stringColumn(&FeatureProperties::function));
    add("roofType", stringColumn(&FeatureProperties::roofType));
    std::string enumValues;
    for (int i = 0; i <= static_cast<int>(CityObjectType::Unknown); ++i) {
        enumValues += std::string(i > 0 ? "," : "") + "{\"name\":";
        appendJsonText(enumValues, typeName(static_cast<CityObjectType>(i)));
        enumValues += ",\"value\":" + std::to_string(i) + '}';
    }
    return "\"EXT_structural_metadata\":{\"schema\":{\"id\":\"stadtzwilling\",\"classes\":{\"cityObject\":{"
           "\"properties\":{"
           "\"id\":{\"description\":\"gml:id\",\"type\":\"STRING\"},"
           "\"type\":{\"type\":\"ENUM\",\"enumType\":\"cityObjectType\"},"
           "\"measuredHeight\":{\"description\":\"metres\",\"type\":\"SCALAR\",\"componentType\":\"FLOAT32\","
           "\"noData\":" +
           number(static_cast<double>(noHeight)) +
           "},\"function\":{\"type\":\"STRING\",\"noData\":\"\"},\"roofType\":{\"type\":\"STRING\",\"noData\":\"\"}}}},"
           "\"enums\":{\"cityObjectType\":{\"valueType\":\"UINT8\",\"values\":[" +
           enumValues +
           "]}}},\"propertyTables\":[{\"class\":\"cityObject\",\"count\":" + std::to_string(m_mesh.features.size()) +
           ",\"properties\":{" + columns + "}}]}";
}

std::string GlbWriter::finish(const std::string& metadataJson) const
{
    const std::string required =
        "\"EXT_meshopt_compression\",\"KHR_mesh_quantization\""; // the latter for int8 normals alone
    std::string used = required;
    if (!metadataJson.empty())
        used += ",\"EXT_mesh_features\",\"EXT_structural_metadata\"";
    // Quantised steps are counted from the middle of the range.
    const double shift = m_layout.quantised ? -quantisationSteps / 2 * m_layout.scale : 0;
    const LocalPosition translation = m_layout.centre + LocalPosition{shift, shift, shift};
    std::string json =
        "{\"asset\":{\"version\":\"2.0\",\"generator\":\"Stadtzwilling\"},\"extensionsUsed\":[" + used +
        "],\"extensionsRequired\":[" + required +
        "],\"scene\":0,\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"mesh\":0,\"translation\":" +
        vec3(translation.x, translation.y, translation.z) +
        (m_layout.quantised ? ",\"scale\":" + vec3(m_layout.scale, m_layout.scale, m_layout.scale) : std::string()) +
        "}],\"meshes\":[{\"primitives\":[" + m_primitives + "]}],\"materials\":[" + m_materials + "],\"accessors\":[" +
        m_accessors + "],\"bufferViews\":[" + m_views +
        "],\"buffers\":[{\"byteLength\":" + std::to_string(m_bin.size()) +
        "},{\"byteLength\":" + std::to_string(m_fallbackBytes) +
        ",\"extensions\":{\"EXT_meshopt_compression\":{\"fallback\":true}}}]" +
        (metadataJson.empty() ? std::string() : ",\"extensions\":{" + metadataJson + '}') + '}';
    // Headers before the BIN data are 28 bytes: the property table wants its start at a multiple of 8.
    json.resize((json.size() + 28 + 7) / 8 * 8 - 28, ' ');
    std::string bin = m_bin;
    bin.resize((bin.size() + 3) / 4 * 4, '\0');
    std::string glb;
    glb.reserve(28 + json.size() + bin.size());
    put(glb, std::uint32_t{0x46546C67});
    put(glb, std::uint32_t{2});
    put(glb, static_cast<std::uint32_t>(28 + json.size() + bin.size()));
    put(glb, static_cast<std::uint32_t>(json.size()));
    put(glb, std::uint32_t{0x4E4F534A});
    glb += json;
    put(glb, static_cast<std::uint32_t>(bin.size()));
    put(glb, std::uint32_t{0x004E4942});
    return glb += bin;
}

} // namespace

std::string encodeGlb(const TileMesh& mesh)
{
    // EXT_meshopt_compression is defined for these versions of the streams; the library's default changes with
    // releases.
    [[maybe_unused]] static const bool versionsSet = [] {
        meshopt_encodeVertexVersion(0);
        meshopt_encodeIndexVersion(1);
        return true;
    }();
    return GlbWriter(mesh).encode();
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/Json.h"
#include "package/tiles/GlbBuffers.h"
#include "package/tiles/GlbMetadata.h"
#include "package/tiles/TileMesh.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <meshoptimizer.h>

namespace twin::package {
namespace {

constexpr double quantisationSteps = 65535;
constexpr int repeatWrap = 10497;
constexpr int clampWrap = 33071;

/// sRGB-like factors of glTF base colours are linear.
struct MaterialColour {
    float red, green, blue;
};
constexpr std::array<MaterialColour, tileMaterialCount> materialColours{{
    {0.42f, 0.17f, 0.11f}, // muted clay
    {0.78f, 0.75f, 0.68f}, // off-white plaster
    {0.30f, 0.29f, 0.27f}, {0.62f, 0.62f, 0.60f}, {0.66f, 0.63f, 0.58f}, {0.46f, 0.42f, 0.38f},
    {0.27f, 0.33f, 0.20f},                        // meadow
    {0.19f, 0.25f, 0.31f},                        // glass under the sky
    {0.22f, 0.13f, 0.08f},                        // stained wood
    {0.10f, 0.21f, 0.29f}, {0.11f, 0.21f, 0.07f}, // foliage
    {0.21f, 0.21f, 0.22f},                        // asphalt
    {0.36f, 0.35f, 0.32f},                        // paving
    {0.26f, 0.22f, 0.19f},                        // ballast
    {0.19f, 0.20f, 0.21f}, {0.47f, 0.46f, 0.44f}, // concrete
    {0.39f, 0.42f, 0.28f}, {0.72f, 0.69f, 0.62f}, {0.60f, 0.59f, 0.57f}, {1, 1, 1},
}};

std::string vec3(double x, double y, double z)
{
    return '[' + jsonExact(x) + ',' + jsonExact(y) + ',' + jsonExact(z) + ']';
}

std::string componentType(int type)
{
    return "\"componentType\":" + std::to_string(type);
}

/// Appends to a comma-separated list.
void append(std::string& list, const std::string& item)
{
    list += (list.empty() ? "" : ",") + item;
}

/// glTF axes of a position.
LocalPosition yUp(const Point3& p)
{
    return {p.x, p.z, -static_cast<double>(p.y)};
}

/// IEC 61966-2-1: vertex colours are linear in glTF.
std::uint16_t linear(std::uint32_t byte)
{
    const double c = byte / 255.0;
    return static_cast<std::uint16_t>(
        std::lround(65535 * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4))));
}

/// One tile as it is written.
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
    void appendPart(const MeshPart& part, const TilePrimitive& primitive);
    /// Where each vertex goes, or beyond `used` when nothing uses it.
    std::size_t orderVertices(const MeshPart& part, const TilePrimitive& primitive, std::vector<std::uint32_t>& indices,
                              std::vector<std::uint32_t>& remap) const;
    int appendPositions(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap, std::size_t used);
    int appendNormals(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap, std::size_t used);
    int appendFeatures(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap, std::size_t used);
    int appendColours(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap, std::size_t used);
    int appendTextureCoordinates(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap,
                                 std::size_t used);
    void appendMaterial(const MeshPart& part);
    void appendImages();
    [[nodiscard]] std::string featureIds() const;
    std::string instancing();
    std::string finish(const std::string& metadataJson, const std::string& instancingJson) const;

    const TileMesh& m_mesh;
    VertexLayout m_layout;
    GlbBuffers m_buffers;
    std::string m_primitives;
    std::string m_materials;
    std::string m_textures;
    std::string m_images;
    int m_materialCount = 0;
};

std::string GlbWriter::encode()
{
    chooseLayout();
    for (std::size_t i = 0; i < m_mesh.primitives.size(); ++i)
        if (!m_mesh.primitives[i].indices.empty())
            appendPart({PrimitiveKind::Triangles, static_cast<TileMaterial>(i), -1, false, {}}, m_mesh.primitives[i]);
    for (const MeshPart& part : m_mesh.parts)
        if (!part.primitive.positions.empty())
            appendPart(part, part.primitive);
    appendImages();
    const std::string instances = m_mesh.instances.empty() ? std::string() : instancing();
    return finish(m_mesh.features.empty() ? std::string() : structuralMetadata(m_mesh.features, m_buffers), instances);
}

void GlbWriter::chooseLayout()
{
    m_layout.wideFeatures = m_mesh.features.size() > 65536;
    // An instance is placed before the node's transformation, which is where quantised steps become metres.
    if (!m_mesh.instances.empty())
        return;
    const Box box = m_mesh.bounds();
    const LocalPosition size = box.size();
    const LocalPosition centre = box.centre();
    m_layout.centre = {centre.x, centre.z, -centre.y};
    const double range = std::max({size.x, size.y, size.z, 1e-3});
    // Rounding moves a coordinate by half a step.
    m_layout.quantised = range / quantisationSteps / 2 <= m_mesh.precisionMetres;
    m_layout.scale = m_layout.quantised ? range / quantisationSteps : 1;
}

std::size_t GlbWriter::orderVertices(const MeshPart& part, const TilePrimitive& primitive,
                                     std::vector<std::uint32_t>& indices, std::vector<std::uint32_t>& remap) const
{
    const std::size_t count = primitive.positions.size();
    indices = primitive.indices;
    remap.resize(count);
    if (part.kind != PrimitiveKind::Triangles) {
        for (std::size_t i = 0; i < count; ++i)
            remap[i] = static_cast<std::uint32_t>(i);
        return count;
    }
    meshopt_optimizeVertexCache(indices.data(), primitive.indices.data(), primitive.indices.size(), count);
    const std::size_t used = meshopt_optimizeVertexFetchRemap(remap.data(), indices.data(), indices.size(), count);
    meshopt_remapIndexBuffer(indices.data(), indices.data(), indices.size(), remap.data());
    return used;
}

void GlbWriter::appendPart(const MeshPart& part, const TilePrimitive& primitive)
{
    std::vector<std::uint32_t> indices;
    std::vector<std::uint32_t> remap;
    const std::size_t used = orderVertices(part, primitive, indices, remap);
    std::string attributes;
    const auto add = [&attributes](const char* name, int accessor) {
        append(attributes, std::string("\"") + name + "\":" + std::to_string(accessor));
    };
    add("POSITION", appendPositions(primitive, remap, used));
    if (!primitive.normals.empty())
        add("NORMAL", appendNormals(primitive, remap, used));
    if (!primitive.textureCoordinates.empty())
        add("TEXCOORD_0", appendTextureCoordinates(primitive, remap, used));
    if (!primitive.colours.empty())
        add("COLOR_0", appendColours(primitive, remap, used));
    std::string extensions;
    if (!m_mesh.features.empty() && m_mesh.instances.empty()) {
        add("_FEATURE_ID_0", appendFeatures(primitive, remap, used));
        extensions = ",\"extensions\":{\"EXT_mesh_features\":{" + featureIds() + "}}";
    }
    const int mode = part.kind == PrimitiveKind::Triangles ? 4 : part.kind == PrimitiveKind::Lines ? 1 : 0;
    if (mode != 0)
        attributes += "},\"indices\":" + std::to_string(m_buffers.appendIndices(indices, used, mode == 4));
    else
        attributes += '}';
    append(m_primitives, "{\"attributes\":{" + attributes + ",\"mode\":" + std::to_string(mode) +
                             ",\"material\":" + std::to_string(m_materialCount) + extensions + '}');
    appendMaterial(part);
}

int GlbWriter::appendPositions(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap,
                               std::size_t used)
{
    const std::size_t stride = m_layout.quantised ? 8 : 12;
    std::string positions(used * stride, '\0');
    std::array<double, 3> low{};
    std::array<double, 3> high{};
    low.fill(std::numeric_limits<double>::infinity());
    high.fill(-std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < primitive.positions.size(); ++i) {
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
    }
    return m_buffers.appendAttribute(positions, used, stride,
                                     componentType(m_layout.quantised ? componentUshort : componentFloat) +
                                         ",\"type\":\"VEC3\",\"min\":" + vec3(low[0], low[1], low[2]) +
                                         ",\"max\":" + vec3(high[0], high[1], high[2]));
}

int GlbWriter::appendNormals(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap, std::size_t used)
{
    std::string normals(used * 4, '\0');
    for (std::size_t i = 0; i < primitive.normals.size(); ++i) {
        if (remap[i] >= used)
            continue;
        const auto& n = primitive.normals[i];
        const std::array<std::int8_t, 3> turned{n[0], n[2], static_cast<std::int8_t>(-n[1])};
        std::memcpy(normals.data() + std::size_t{remap[i]} * 4, turned.data(), 3);
    }
    return m_buffers.appendAttribute(normals, used, 4,
                                     componentType(componentByte) + ",\"normalized\":true,\"type\":\"VEC3\"");
}

int GlbWriter::appendFeatures(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap, std::size_t used)
{
    std::string features(used * 4, '\0');
    for (std::size_t i = 0; i < primitive.features.size(); ++i) {
        if (remap[i] >= used)
            continue;
        char* const at = features.data() + std::size_t{remap[i]} * 4;
        if (m_layout.wideFeatures) {
            const auto id = static_cast<float>(primitive.features[i]);
            std::memcpy(at, &id, 4);
        } else {
            const auto id = static_cast<std::uint16_t>(primitive.features[i]);
            std::memcpy(at, &id, 2);
        }
    }
    return m_buffers.appendAttribute(features, used, 4,
                                     componentType(m_layout.wideFeatures ? componentFloat : componentUshort) +
                                         ",\"type\":\"SCALAR\"");
}

int GlbWriter::appendColours(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap, std::size_t used)
{
    std::string colours(used * 8, '\0');
    for (std::size_t i = 0; i < primitive.colours.size(); ++i) {
        if (remap[i] >= used)
            continue;
        const std::uint32_t c = primitive.colours[i];
        const std::array<std::uint16_t, 4> rgba{linear(c & 255), linear(c >> 8 & 255), linear(c >> 16 & 255),
                                                static_cast<std::uint16_t>((c >> 24) * 257)};
        std::memcpy(colours.data() + std::size_t{remap[i]} * 8, rgba.data(), 8);
    }
    return m_buffers.appendAttribute(colours, used, 8,
                                     componentType(componentUshort) + ",\"normalized\":true,\"type\":\"VEC4\"");
}

int GlbWriter::appendTextureCoordinates(const TilePrimitive& primitive, const std::vector<std::uint32_t>& remap,
                                        std::size_t used)
{
    const bool fits =
        std::all_of(primitive.textureCoordinates.begin(), primitive.textureCoordinates.end(),
                    [](const TextureCoordinate& t) { return t.u >= 0 && t.u <= 1 && t.v >= 0 && t.v <= 1; });
    const std::size_t stride = fits ? 4 : 8;
    std::string bytes(used * stride, '\0');
    for (std::size_t i = 0; i < primitive.textureCoordinates.size(); ++i) {
        if (remap[i] >= used)
            continue;
        const TextureCoordinate& t = primitive.textureCoordinates[i];
        char* const at = bytes.data() + std::size_t{remap[i]} * stride;
        if (fits) {
            const std::array<std::uint16_t, 2> uv{static_cast<std::uint16_t>(std::lround(t.u * 65535)),
                                                  static_cast<std::uint16_t>(std::lround(t.v * 65535))};
            std::memcpy(at, uv.data(), 4);
        } else {
            const std::array<float, 2> uv{t.u, t.v};
            std::memcpy(at, uv.data(), 8);
        }
    }
    return m_buffers.appendAttribute(
        bytes, used, stride,
        (fits ? componentType(componentUshort) + ",\"normalized\":true" : componentType(componentFloat)) +
            ",\"type\":\"VEC2\"");
}

void GlbWriter::appendMaterial(const MeshPart& part)
{
    const bool white = part.image >= 0 || !part.primitive.colours.empty();
    const MaterialColour colour =
        white ? MaterialColour{1, 1, 1} : materialColours[static_cast<std::size_t>(part.material)];
    append(m_materials,
           std::string("{\"name\":\"") + materialName(part.material) + "\",\"pbrMetallicRoughness\":{" +
               (part.image >= 0 ? "\"baseColorTexture\":{\"index\":" + std::to_string(part.image) + "}," : "") +
               "\"baseColorFactor\":[" + jsonExact(static_cast<double>(colour.red)) + ',' +
               jsonExact(static_cast<double>(colour.green)) + ',' + jsonExact(static_cast<double>(colour.blue)) +
               ",1],\"metallicFactor\":0,\"roughnessFactor\":0.9}," + (part.blended ? "\"alphaMode\":\"BLEND\"," : "") +
               "\"doubleSided\":true}");
    ++m_materialCount;
}

void GlbWriter::appendImages()
{
    // Texture n shows image n through sampler 0 (edges go on) or 1 (repeats).
    for (std::size_t i = 0; i < m_mesh.images.size(); ++i) {
        const TileImage& image = m_mesh.images[i];
        append(m_textures,
               "{\"sampler\":" + std::to_string(image.repeats ? 1 : 0) + ",\"source\":" + std::to_string(i) + '}');
        append(m_images, "{\"bufferView\":" + std::to_string(m_buffers.plainView(image.bytes)) + ",\"mimeType\":\"" +
                             image.mimeType + "\"}");
    }
}

std::string GlbWriter::featureIds() const
{
    return "\"featureIds\":[{\"featureCount\":" + std::to_string(m_mesh.features.size()) +
           ",\"attribute\":0,\"propertyTable\":0}]";
}

std::string GlbWriter::instancing()
{
    std::string translations;
    std::string rotations;
    std::string scales;
    std::string features;
    for (const MeshInstance& instance : m_mesh.instances) {
        const LocalPosition at = yUp(instance.position);
        for (const double v : {at.x, at.y, at.z})
            put(translations, static_cast<float>(v));
        const auto& r = instance.rotation; // an axis turns like any other vector
        for (const float v : {r[0], r[2], -r[1], r[3]})
            put(rotations, v);
        for (const float v : {instance.scale[0], instance.scale[2], instance.scale[1]})
            put(scales, v);
        put(features, static_cast<float>(instance.feature));
    }
    const std::size_t count = m_mesh.instances.size();
    const std::string vectors = componentType(componentFloat) + ",\"type\":\"VEC3\"";
    std::string attributes;
    append(attributes, "\"TRANSLATION\":" + std::to_string(m_buffers.appendPlain(translations, count, vectors)));
    append(attributes, "\"ROTATION\":" + std::to_string(m_buffers.appendPlain(
                                             rotations, count, componentType(componentFloat) + ",\"type\":\"VEC4\"")));
    append(attributes, "\"SCALE\":" + std::to_string(m_buffers.appendPlain(scales, count, vectors)));
    append(attributes,
           "\"_FEATURE_ID_0\":" + std::to_string(m_buffers.appendPlain(
                                      features, count, componentType(componentFloat) + ",\"type\":\"SCALAR\"")));
    return ",\"extensions\":{\"EXT_mesh_gpu_instancing\":{\"attributes\":{" + attributes +
           "}},\"EXT_instance_features\":{" + featureIds() + "}}";
}

std::string GlbWriter::finish(const std::string& metadataJson, const std::string& instancingJson) const
{
    // The second for int8 normals alone.
    std::string required = "\"EXT_meshopt_compression\",\"KHR_mesh_quantization\"";
    if (!instancingJson.empty())
        required += ",\"EXT_mesh_gpu_instancing\"";
    std::string used = required;
    if (!metadataJson.empty())
        used += instancingJson.empty() ? ",\"EXT_mesh_features\",\"EXT_structural_metadata\""
                                       : ",\"EXT_instance_features\",\"EXT_structural_metadata\"";
    // Quantised steps are counted from the middle of the range.
    const double shift = m_layout.quantised ? -quantisationSteps / 2 * m_layout.scale : 0;
    const LocalPosition translation = m_layout.centre + LocalPosition{shift, shift, shift};
    const std::string samplers = "{\"magFilter\":9729,\"minFilter\":9987,\"wrapS\":" + std::to_string(clampWrap) +
                                 ",\"wrapT\":" + std::to_string(clampWrap) +
                                 "},{\"magFilter\":9729,\"minFilter\":9987,\"wrapS\":" + std::to_string(repeatWrap) +
                                 ",\"wrapT\":" + std::to_string(repeatWrap) + '}';
    std::string json =
        "{\"asset\":{\"version\":\"2.0\",\"generator\":\"Stadtzwilling\"},\"extensionsUsed\":[" + used +
        "],\"extensionsRequired\":[" + required +
        "],\"scene\":0,\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"mesh\":0,\"translation\":" +
        vec3(translation.x, translation.y, translation.z) +
        (m_layout.quantised ? ",\"scale\":" + vec3(m_layout.scale, m_layout.scale, m_layout.scale) : std::string()) +
        instancingJson + "}],\"meshes\":[{\"primitives\":[" + m_primitives + "]}],\"materials\":[" + m_materials +
        "]," +
        (m_images.empty()
             ? std::string()
             : "\"samplers\":[" + samplers + "],\"textures\":[" + m_textures + "],\"images\":[" + m_images + "],") +
        "\"accessors\":[" + m_buffers.accessors() + "],\"bufferViews\":[" + m_buffers.views() +
        "],\"buffers\":[{\"byteLength\":" + std::to_string(m_buffers.bytes().size()) +
        "},{\"byteLength\":" + std::to_string(m_buffers.fallbackBytes()) +
        ",\"extensions\":{\"EXT_meshopt_compression\":{\"fallback\":true}}}]" +
        (metadataJson.empty() ? std::string() : ",\"extensions\":{" + metadataJson + '}') + '}';
    return glbFile(std::move(json), m_buffers.bytes());
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

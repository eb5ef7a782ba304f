// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/MeshDecoder.h"

#include <cmath>
#include <cstring>

#include <QCoreApplication>

namespace twin::tiles3d {
namespace {

constexpr std::size_t maxVertices = std::size_t(1) << 24; ///< per tile: 384 MiB
constexpr std::size_t maxIndices = std::size_t(1) << 26;
constexpr std::size_t maxWork = 4 * maxVertices;
constexpr std::size_t workPerPrimitive = 100;
constexpr int maxNodeDepth = 64;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::tiles3d", text);
}

FaceClass faceClassOf(std::string_view materialName)
{
    if (materialName.starts_with("RoofSurface"))
        return FaceClass::Roof;
    if (materialName.starts_with("WallSurface"))
        return FaceClass::Wall;
    if (materialName.starts_with("GroundSurface"))
        return FaceClass::Ground;
    if (materialName.starts_with("ClosureSurface"))
        return FaceClass::Closure;
    if (materialName.starts_with("Terrain"))
        return FaceClass::Terrain;
    // Names that only our own tiles have must match whole: a foreign "Door…" may mean anything.
    struct Row {
        std::string_view name;
        FaceClass faceClass;
    };
    constexpr std::array rows{Row{"WindowSurface", FaceClass::Window},
                              Row{"DoorSurface", FaceClass::Door},
                              Row{"WaterSurface", FaceClass::Water},
                              Row{"VegetationSurface", FaceClass::Vegetation},
                              Row{"TrafficArea", FaceClass::Traffic},
                              Row{"AuxiliaryTrafficArea", FaceClass::AuxiliaryTraffic},
                              Row{"RailwaySurface", FaceClass::Rail},
                              Row{"CityFurnitureSurface", FaceClass::Furniture},
                              Row{"ConstructionSurface", FaceClass::Construction},
                              Row{"LandUseSurface", FaceClass::LandUse},
                              Row{"InteriorSurface", FaceClass::Interior}};
    for (const Row& row : rows)
        if (materialName == row.name)
            return row.faceClass;
    return FaceClass::Generic;
}

/// IEC 61966-2-1: eight bits hold colours as screens want them.
std::uint32_t encodedByte(double linear)
{
    const double c = std::clamp(linear, 0.0, 1.0);
    return std::uint32_t(std::lround(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055)));
}

std::uint32_t rgba(const std::array<double, 4>& c)
{
    return encodedByte(c[0]) | encodedByte(c[1]) << 8 | encodedByte(c[2]) << 16 |
           std::uint32_t(std::lround(255 * std::clamp(c[3], 0.0, 1.0))) << 24;
}

/// Rounds to nearest without a call into libm: this runs three times a vertex.
std::int8_t rounded(double value)
{
    return std::int8_t(int(value + 128.5) - 128);
}

void setNormal(TileVertex& vertex, const LocalPosition& n)
{
    const double l = length(n);
    const double scale = l > 1e-30 && l < 1e30 ? 127 / l : 0; // a normal of nothing: unlit rather than undefined
    vertex.nx = rounded(scale > 0 ? n.x * scale : 0);
    vertex.ny = rounded(scale > 0 ? n.y * scale : 0);
    vertex.nz = rounded(scale > 0 ? n.z * scale : 0);
}

std::optional<Matrix4> matrixOf(JsonValue node)
{
    if (member(node, "matrix"))
        return numbersMember<16>(node, "matrix");
    const auto t = member(node, "translation") ? numbersMember<3>(node, "translation") : std::array<double, 3>{0, 0, 0};
    const auto r = member(node, "rotation") ? numbersMember<4>(node, "rotation") : std::array<double, 4>{0, 0, 0, 1};
    const auto s = member(node, "scale") ? numbersMember<3>(node, "scale") : std::array<double, 3>{1, 1, 1};
    if (!t || !r || !s)
        return std::nullopt;
    const auto [x, y, z, w] = *r;
    const Matrix4 rotation{1 - 2 * (y * y + z * z),
                           2 * (x * y + z * w),
                           2 * (x * z - y * w),
                           0,
                           2 * (x * y - z * w),
                           1 - 2 * (x * x + z * z),
                           2 * (y * z + x * w),
                           0,
                           2 * (x * z + y * w),
                           2 * (y * z - x * w),
                           1 - 2 * (x * x + y * y),
                           0,
                           0,
                           0,
                           0,
                           1};
    const Matrix4 scale{(*s)[0], 0, 0, 0, 0, (*s)[1], 0, 0, 0, 0, (*s)[2], 0, 0, 0, 0, 1};
    return translation({(*t)[0], (*t)[1], (*t)[2]}) * rotation * scale;
}

/// Reads vectors of one component type; the type is chosen once, not per number.
template <class T, class Take> void forEachVector(const ElementView& view, double factor, Take take)
{
    for (std::size_t i = 0; i < view.count; ++i) {
        std::array<T, 3> v;
        std::memcpy(v.data(), view.data + i * view.stride, sizeof v);
        if (view.normalized)
            take(i, LocalPosition{std::max(v[0] * factor, -1.0), std::max(v[1] * factor, -1.0),
                                  std::max(v[2] * factor, -1.0)});
        else
            take(i, LocalPosition{double(v[0]), double(v[1]), double(v[2])});
    }
}

template <class Take> void forEachVector(const ElementView& view, Take take)
{
    switch (view.type) {
    case ComponentType::Int8:
        return forEachVector<std::int8_t>(view, 1.0 / 127, take);
    case ComponentType::UInt8:
        return forEachVector<std::uint8_t>(view, 1.0 / 255, take);
    case ComponentType::Int16:
        return forEachVector<std::int16_t>(view, 1.0 / 32767, take);
    case ComponentType::UInt16:
        return forEachVector<std::uint16_t>(view, 1.0 / 65535, take);
    case ComponentType::UInt32:
        return forEachVector<std::uint32_t>(view, 1.0 / 4294967295.0, take);
    case ComponentType::Float:
        return forEachVector<float>(view, 1, take);
    }
}

} // namespace

MeshDecoder::MeshDecoder(GltfDocument& document, FeatureNames& features, TileContent& content,
                         const CancellationToken& cancel)
    : m_document(document),
      m_features(features),
      m_content(content),
      m_cancel(cancel),
      m_visited(document.itemCount("nodes"))
{
}

Result<void> MeshDecoder::decode(const Matrix4& sceneFromAsset)
{
    const std::size_t sceneIndex = countMember(m_document.root(), "scene").value_or(0);
    if (const auto scene = m_document.item("scenes", sceneIndex)) {
        for (const JsonValue node : arrayMember(*scene, "nodes")) {
            const auto index = countValue(node);
            if (!index)
                return m_document.malformed(QStringLiteral("a scene names no node"));
            TWIN_CHECK(decodeNode(*index, sceneFromAsset, 0));
        }
        return {};
    }
    if (m_document.itemCount("scenes") > 0)
        return m_document.malformed(QStringLiteral("scene %1 is missing").arg(sceneIndex));
    // Without scenes nothing must be drawn; in old tiles it means: all meshes.
    for (std::size_t mesh = 0; mesh < m_document.itemCount("meshes"); ++mesh)
        for (const JsonValue primitive : arrayMember(*m_document.item("meshes", mesh), "primitives"))
            TWIN_CHECK(decodePrimitive(primitive, sceneFromAsset));
    return {};
}

tl::unexpected<Error> MeshDecoder::tooLarge() const
{
    return failure(ErrorCode::ResourceExhausted, tr("Die Kachel ist zu groß."), {}, {}, {m_document.path(), -1, {}});
}

Result<void> MeshDecoder::decodeNode(std::size_t index, const Matrix4& parent, int depth)
{
    const auto node = m_document.item("nodes", index);
    if (!node || depth > maxNodeDepth || m_visited[index])
        return m_document.malformed(QStringLiteral("node %1 is missing, nested too deep or used twice").arg(index));
    m_visited[index] = true;
    const auto own = matrixOf(*node);
    if (!own)
        return m_document.malformed(QStringLiteral("node %1 has no valid transform").arg(index));
    const Matrix4 matrix = parent * *own;
    if (extension(*node, "EXT_mesh_gpu_instancing"))
        return failure(
            ErrorCode::UnsupportedFormat,
            tr("Die Kachel wiederholt Objekte mit EXT_mesh_gpu_instancing, was hier nicht unterstützt wird."), {},
            tr("Erzeugen Sie den Kachelsatz ohne diese Erweiterung neu."), {m_document.path(), -1, {}});
    if (member(*node, "mesh")) {
        const auto meshIndex = countMember(*node, "mesh");
        const auto mesh = meshIndex ? m_document.item("meshes", *meshIndex) : std::nullopt;
        if (!mesh)
            return m_document.malformed(QStringLiteral("node %1 names no mesh").arg(index));
        for (const JsonValue primitive : arrayMember(*mesh, "primitives"))
            TWIN_CHECK(decodePrimitive(primitive, matrix));
    }
    for (const JsonValue child : arrayMember(*node, "children")) {
        const auto childIndex = countValue(child);
        if (!childIndex)
            return m_document.malformed(QStringLiteral("node %1 has a child that is no index").arg(index));
        TWIN_CHECK(decodeNode(*childIndex, matrix, depth + 1));
    }
    return {};
}

Result<void> MeshDecoder::decodePrimitive(JsonValue json, const Matrix4& sceneFromMesh)
{
    if (m_cancel.isCancelled())
        return failure(ErrorCode::Cancelled, tr("Abgebrochen."));
    const std::size_t mode = member(json, "mode") ? countMember(json, "mode").value_or(7) : 4;
    if (mode < 4)
        return {}; // points and lines
    if (extension(json, "KHR_draco_mesh_compression"))
        return failure(ErrorCode::UnsupportedFormat,
                       tr("Die Kachel ist mit Draco komprimiert, was hier nicht unterstützt wird."), {},
                       tr("Erzeugen Sie den Kachelsatz ohne Kompression oder mit EXT_meshopt_compression neu."),
                       {m_document.path(), -1, {}});
    const auto attributes = objectMember(json, "attributes");
    const auto positionIndex = attributes ? countMember(*attributes, "POSITION") : std::nullopt;
    if (mode > 6 || !positionIndex)
        return m_document.malformed(QStringLiteral("a primitive has no positions or an unknown mode"));

    Primitive primitive;
    TWIN_TRY(primitive.positions, m_document.accessor(*positionIndex));
    const std::size_t count = primitive.positions.count;
    m_work += count + workPerPrimitive;
    if (m_work > maxWork)
        return tooLarge();
    const auto vectors = [&](const char* name, unsigned least, unsigned most) -> Result<std::optional<ElementView>> {
        const auto index = countMember(*attributes, name);
        if (!index)
            return std::optional<ElementView>();
        TWIN_TRY(const ElementView view, m_document.accessor(*index));
        if (view.count != count || view.components < least || view.components > most)
            return m_document.malformed(QStringLiteral("%1 does not fit the positions").arg(QLatin1String(name)));
        return std::optional(view);
    };
    if (primitive.positions.components != 3)
        return m_document.malformed(QStringLiteral("positions have %1 components").arg(primitive.positions.components));
    TWIN_TRY(primitive.normals, vectors("NORMAL", 3, 3));
    TWIN_TRY(primitive.colours, vectors("COLOR_0", 3, 4));
    TWIN_TRY(primitive.features, m_features.featuresOf(json, count));
    TWIN_TRY(primitive.indices, trianglesOf(json, count, mode));
    if (primitive.indices.empty())
        return {};
    primitive.material = materialOf(json);
    if (determinant3(sceneFromMesh) < 0) // a mirror turns triangles inside out (glTF 2.0 §3.7.4)
        for (std::size_t i = 0; i + 2 < primitive.indices.size(); i += 3)
            std::swap(primitive.indices[i + 1], primitive.indices[i + 2]);
    std::vector<TileVertex> vertices = shadedVertices(primitive, sceneFromMesh, m_content.origin);
    if (!primitive.normals) {
        if (primitive.indices.size() > maxVertices)
            return tooLarge();
        makeFlat(vertices, primitive.indices);
    }
    return append(std::move(vertices), std::move(primitive.indices));
}

Result<std::vector<std::uint32_t>> MeshDecoder::trianglesOf(JsonValue json, std::size_t vertexCount, std::size_t mode)
{
    std::vector<std::uint32_t> raw;
    if (member(json, "indices")) {
        const auto accessor = countMember(json, "indices");
        if (!accessor)
            return m_document.malformed(QStringLiteral("indices name no accessor"));
        TWIN_TRY(const ElementView view, m_document.accessor(*accessor));
        const bool isUnsigned = view.type == ComponentType::UInt8 || view.type == ComponentType::UInt16 ||
                                view.type == ComponentType::UInt32;
        if (view.components != 1 || !isUnsigned)
            return m_document.malformed(QStringLiteral("indices are no unsigned integers"));
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
            return m_document.malformed(QStringLiteral("an index is out of range"));
    } else {
        raw.resize(vertexCount);
        for (std::size_t i = 0; i < vertexCount; ++i)
            raw[i] = std::uint32_t(i);
    }
    if (mode == 4) {
        raw.resize(raw.size() - raw.size() % 3);
        return raw;
    }
    std::vector<std::uint32_t> triangles; // glTF 2.0 §3.7.2.1: strips alternate, fans turn around the first
    triangles.reserve(raw.size() * 3);
    for (std::size_t i = 0; i + 2 < raw.size(); ++i) {
        const bool strip = mode == 5;
        const std::uint32_t a = strip ? raw[i] : raw[0];
        const std::uint32_t b = strip ? raw[i + 1 + i % 2] : raw[i + 1];
        const std::uint32_t c = strip ? raw[i + 2 - i % 2] : raw[i + 2];
        if (a != b && b != c && a != c)
            triangles.insert(triangles.end(), {a, b, c});
    }
    return triangles;
}

MeshDecoder::Material MeshDecoder::materialOf(JsonValue json) const
{
    Material material;
    const auto index = countMember(json, "material");
    const auto item = index ? m_document.item("materials", *index) : std::nullopt;
    if (!item)
        return material;
    material.faceClass = faceClassOf(stringMember(*item, "name").value_or(""));
    if (const auto pbr = objectMember(*item, "pbrMetallicRoughness"))
        if (const auto colour = numbersMember<4>(*pbr, "baseColorFactor");
            colour && material.faceClass == FaceClass::Generic)
            material.baseColour = *colour;
    return material;
}

std::vector<TileVertex> MeshDecoder::shadedVertices(const Primitive& primitive, const Matrix4& sceneFromMesh,
                                                    const LocalPosition& origin)
{
    const Matrix4 toOrigin = translation(origin * -1) * sceneFromMesh;
    TileVertex blank{0,
                     0,
                     0,
                     0,
                     0,
                     0,
                     std::uint8_t(primitive.material.faceClass),
                     TileContent::noFeature,
                     rgba(primitive.material.baseColour)};
    std::vector<TileVertex> vertices(primitive.positions.count, blank);
    forEachVector(primitive.positions, [&](std::size_t i, const LocalPosition& v) {
        const LocalPosition p = transformPoint(toOrigin, v);
        vertices[i].x = float(p.x);
        vertices[i].y = float(p.y);
        vertices[i].z = float(p.z);
    });
    if (primitive.normals) {
        Matrix4 matrix = normalMatrix(sceneFromMesh);
        if (determinant3(sceneFromMesh) < 0) // cofactors of a mirror point inwards
            for (double& value : matrix)
                value = -value;
        forEachVector(*primitive.normals, [&](std::size_t i, const LocalPosition& v) {
            setNormal(vertices[i], transformVector(matrix, v));
        });
    }
    for (std::size_t i = 0; i < primitive.features.size(); ++i)
        vertices[i].feature = primitive.features[i];
    if (primitive.colours) {
        const ElementView& colours = *primitive.colours;
        for (std::size_t i = 0; i < colours.count; ++i) {
            std::array<double, 4> c = primitive.material.baseColour;
            for (unsigned k = 0; k < colours.components; ++k)
                c[k] *= colours.at(i, k);
            vertices[i].colour = rgba(c);
        }
    }
    return vertices;
}

void MeshDecoder::makeFlat(std::vector<TileVertex>& vertices, std::vector<std::uint32_t>& indices)
{
    std::vector<TileVertex> flat;
    flat.reserve(indices.size());
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        std::array<TileVertex, 3> corner{vertices[indices[i]], vertices[indices[i + 1]], vertices[indices[i + 2]]};
        const auto at = [&corner](std::size_t k) { return LocalPosition{corner[k].x, corner[k].y, corner[k].z}; };
        const LocalPosition normal = cross(at(1) - at(0), at(2) - at(0));
        for (TileVertex& vertex : corner) {
            setNormal(vertex, normal);
            flat.push_back(vertex);
        }
    }
    vertices = std::move(flat);
    for (std::size_t i = 0; i < indices.size(); ++i)
        indices[i] = std::uint32_t(i);
}

Result<void> MeshDecoder::append(std::vector<TileVertex>&& vertices, std::vector<std::uint32_t>&& indices)
{
    if (vertices.size() > maxVertices - m_content.vertices.size() ||
        indices.size() > maxIndices - m_content.indices.size())
        return tooLarge();
    Box box;
    float sum = 0; // stays a number only if all are
    for (const TileVertex& v : vertices) {
        sum += (v.x - v.x) + (v.y - v.y) + (v.z - v.z);
        box.include(LocalPosition{v.x, v.y, v.z});
    }
    if (sum != 0 || std::isnan(sum))
        return m_document.malformed(QStringLiteral("a position is not finite"));
    if (!box.isEmpty()) {
        m_content.bounds.include(box.min + m_content.origin);
        m_content.bounds.include(box.max + m_content.origin);
    }
    if (m_content.vertices.empty()) {
        m_content.vertices = std::move(vertices);
        m_content.indices = std::move(indices);
        return {};
    }
    const auto first = std::uint32_t(m_content.vertices.size());
    m_content.vertices.insert(m_content.vertices.end(), vertices.begin(), vertices.end());
    for (const std::uint32_t index : indices)
        m_content.indices.push_back(first + index);
    return {};
}

} // namespace twin::tiles3d

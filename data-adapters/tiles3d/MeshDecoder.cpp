// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/MeshDecoder.h"

#include "tiles3d/Instances.h"
#include "tiles3d/NodeTransform.h"
#include "tiles3d/PrimitiveIndices.h"

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

/// Own tiles say how wide their points are to be drawn. @returns metres; 0: nothing sensible is said
float pointSizeIn(JsonValue extras)
{
    const double metres = numberMember(extras, "pointSizeMetres").value_or(0);
    return metres > 0 && metres < 10000 ? float(metres) : 0.0F;
}

/// The eight bits of each linear value of sixteen: points bring millions of them.
const std::vector<std::uint8_t>& encodedShorts()
{
    static const std::vector<std::uint8_t> table = [] {
        std::vector<std::uint8_t> bytes(65536);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = std::uint8_t(encodedByte(double(i) / 65535));
        return bytes;
    }();
    return table;
}

/// Opaque colours of sixteen bits as they are.
void takeColours(const ElementView& colours, std::vector<TileVertex>& vertices)
{
    const std::vector<std::uint8_t>& encoded = encodedShorts();
    for (std::size_t i = 0; i < colours.count; ++i) {
        std::array<std::uint16_t, 3> c;
        std::memcpy(c.data(), colours.data + i * colours.stride, sizeof c);
        vertices[i].colour = std::uint32_t(encoded[c[0]]) | std::uint32_t(encoded[c[1]]) << 8 |
                             std::uint32_t(encoded[c[2]]) << 16 | 255U << 24;
    }
}

/// What Points are drawn with where nothing says how wide: as if they covered what they stand on.
float pointSize(const TileContent& content, std::size_t count)
{
    const LocalPosition size = content.bounds.size();
    const double area = std::max({size.x * size.y, size.y * size.z, size.x * size.z});
    constexpr double overlap = 1.5;
    return count > 1 && area > 0 ? float(overlap * std::sqrt(area / double(count))) : 1.0F;
}

} // namespace

MeshDecoder::MeshDecoder(GltfDocument& document, FeatureNames& features, TileContent& content,
                         const CancellationToken& cancel)
    : m_document(document),
      m_features(features),
      m_content(content),
      m_cancel(cancel),
      m_materials(document, content),
      m_visited(document.itemCount("nodes"))
{
}

Result<void> MeshDecoder::decode(const Matrix4& sceneFromAsset, bool alone)
{
    std::size_t drawnNodes = 0;
    for (std::size_t i = 0; i < m_document.itemCount("nodes"); ++i)
        drawnNodes += member(*m_document.item("nodes", i), "mesh") ? 1 : 0;
    m_alone = alone && drawnNodes == 1;
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
            TWIN_CHECK(decodePrimitive(primitive, {sceneFromAsset, m_content.origin, {}, true}));
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
    const auto own = transformOf(*node);
    if (!own)
        return m_document.malformed(QStringLiteral("node %1 has no valid transform").arg(index));
    const Matrix4 matrix = parent * *own;
    if (member(*node, "mesh")) {
        if (const auto instancing = extension(*node, "EXT_mesh_gpu_instancing")) {
            TWIN_CHECK(decodeInstances(*node, *instancing, matrix));
        } else {
            TWIN_CHECK(decodeMesh(*node, {matrix, m_content.origin, {}, true}));
        }
    }
    for (const JsonValue child : arrayMember(*node, "children")) {
        const auto childIndex = countValue(child);
        if (!childIndex)
            return m_document.malformed(QStringLiteral("node %1 has a child that is no index").arg(index));
        TWIN_CHECK(decodeNode(*childIndex, matrix, depth + 1));
    }
    return {};
}

Result<void> MeshDecoder::decodeMesh(JsonValue node, const Place& place)
{
    const auto index = countMember(node, "mesh");
    const auto mesh = index ? m_document.item("meshes", *index) : std::nullopt;
    if (!mesh)
        return m_document.malformed(QStringLiteral("a node names no mesh"));
    for (const JsonValue primitive : arrayMember(*mesh, "primitives"))
        TWIN_CHECK(decodePrimitive(primitive, place));
    return {};
}

Result<void> MeshDecoder::decodeInstances(JsonValue node, JsonValue instancing, const Matrix4& sceneFromNode)
{
    TWIN_TRY(const std::vector<Matrix4> places, readInstances(m_document, instancing));
    TWIN_TRY(const std::vector<std::uint32_t> features, m_features.featuresOfInstances(node, places.size()));
    const auto featureOf = [&features](std::size_t i) {
        return i < features.size() && features[i] != TileContent::noFeature ? std::optional(features[i]) : std::nullopt;
    };
    if (!m_alone) {
        for (std::size_t i = 0; i < places.size(); ++i)
            TWIN_CHECK(decodeMesh(node, {sceneFromNode * places[i], m_content.origin, featureOf(i), true}));
        return {};
    }
    // The mesh once, upright around its own zero.
    TWIN_CHECK(decodeMesh(node, {zUpFromYUp, {}, {}, false}));
    Box box;
    for (const TileVertex& v : m_content.vertices)
        box.include(LocalPosition{v.x, v.y, v.z});
    const Matrix4 toOrigin = translation(m_content.origin * -1) * sceneFromNode;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Matrix4 matrix = toOrigin * places[i] * *inverseAffine(zUpFromYUp);
        std::array<float, 16> stored{};
        std::transform(matrix.begin(), matrix.end(), stored.begin(), [](double v) { return float(v); });
        m_content.instances.matrices.push_back(stored);
        m_content.instances.features.push_back(featureOf(i).value_or(TileContent::noFeature));
        for (int corner = 0; corner < 8 && !box.isEmpty(); ++corner)
            m_content.bounds.include(m_content.origin + transformPoint(matrix, {corner & 1 ? box.max.x : box.min.x,
                                                                                corner & 2 ? box.max.y : box.min.y,
                                                                                corner & 4 ? box.max.z : box.min.z}));
    }
    return {};
}

Result<std::optional<MeshDecoder::Primitive>> MeshDecoder::readPrimitive(JsonValue json)
{
    if (extension(json, "KHR_draco_mesh_compression"))
        return failure(ErrorCode::UnsupportedFormat,
                       tr("Die Kachel ist mit Draco komprimiert, was hier nicht unterstützt wird."), {},
                       tr("Erzeugen Sie den Kachelsatz ohne Kompression oder mit EXT_meshopt_compression neu."),
                       {m_document.path(), -1, {}});
    const auto kind = kindOf(json);
    const auto attributes = objectMember(json, "attributes");
    const auto positionIndex = attributes ? countMember(*attributes, "POSITION") : std::nullopt;
    if (!kind || !positionIndex)
        return m_document.malformed(QStringLiteral("a primitive has no positions or an unknown mode"));
    Primitive primitive;
    primitive.kind = *kind;
    TWIN_TRY(primitive.positions, m_document.accessor(*positionIndex));
    const std::size_t count = primitive.positions.count;
    m_work += count + workPerPrimitive;
    if (m_work > maxWork)
        return tooLarge();
    const auto vectors = [&](const std::string& name, unsigned least,
                             unsigned most) -> Result<std::optional<ElementView>> {
        const auto index = countMember(*attributes, name);
        if (!index)
            return std::optional<ElementView>();
        TWIN_TRY(const ElementView view, m_document.accessor(*index));
        if (view.count != count || view.components < least || view.components > most)
            return m_document.malformed(toQString(name) + QStringLiteral(" does not fit the positions"));
        return std::optional(view);
    };
    if (primitive.positions.components != 3)
        return m_document.malformed(QStringLiteral("positions have %1 components").arg(primitive.positions.components));
    TWIN_TRY(primitive.normals, vectors("NORMAL", 3, 3));
    TWIN_TRY(primitive.colours, vectors("COLOR_0", 3, 4));
    TWIN_TRY(primitive.features, m_features.featuresOf(json, count));
    TWIN_TRY(primitive.indices, readIndices(m_document, json, count));
    if (primitive.indices.empty())
        return std::optional<Primitive>();
    primitive.material = m_materials.of(json);
    if (primitive.material.image >= 0) {
        TWIN_TRY(primitive.textureCoordinates,
                 vectors("TEXCOORD_" + std::to_string(primitive.material.textureSet), 2, 2));
        if (!primitive.textureCoordinates)
            primitive.material.image = -1;
    }
    return std::optional(std::move(primitive));
}

Result<void> MeshDecoder::decodePrimitive(JsonValue json, const Place& place)
{
    if (m_cancel.isCancelled())
        return failure(ErrorCode::Cancelled, tr("Abgebrochen."));
    TWIN_TRY(std::optional<Primitive> read, readPrimitive(json));
    if (!read)
        return {};
    Primitive& primitive = *read;
    const bool isFlat = primitive.kind == PrimitiveKind::Triangles && !primitive.normals;
    if (primitive.kind == PrimitiveKind::Triangles &&
        determinant3(place.sceneFromMesh) < 0) // a mirror turns triangles inside out (glTF 2.0 §3.7.4)
        for (std::size_t i = 0; i + 2 < primitive.indices.size(); i += 3)
            std::swap(primitive.indices[i + 1], primitive.indices[i + 2]);
    Piece piece;
    piece.vertices = shadedVertices(primitive, place);
    piece.textureCoordinates = textureCoordinates(primitive);
    piece.counts = place.counts;
    piece.part.primitive = primitive.kind;
    piece.part.image = primitive.material.image;
    piece.part.doubleSided = primitive.material.doubleSided;
    piece.part.blended = primitive.material.seeThrough &&
                         (primitive.material.image >= 0 || primitive.colours || primitive.material.baseColour[3] < 1);
    if (isFlat || primitive.kind == PrimitiveKind::Points) {
        if (primitive.indices.size() > maxVertices)
            return tooLarge();
        unshare(piece, primitive.indices);
    }
    if (isFlat)
        makeFlat(piece.vertices);
    if (primitive.kind != PrimitiveKind::Points)
        piece.indices = std::move(primitive.indices);
    else if (const auto extras = objectMember(json, "extras"))
        m_content.pointSizeMetres = std::max(m_content.pointSizeMetres, pointSizeIn(*extras));
    return append(std::move(piece));
}

std::vector<TileVertex> MeshDecoder::shadedVertices(const Primitive& primitive, const Place& place)
{
    const Matrix4& sceneFromMesh = place.sceneFromMesh;
    const Matrix4 toOrigin = translation(place.origin * -1) * sceneFromMesh;
    // Lines and points are lit as if they lay on the ground.
    const std::int8_t up = primitive.kind == PrimitiveKind::Triangles ? 0 : 127;
    TileVertex blank{0,
                     0,
                     0,
                     0,
                     0,
                     up,
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
    for (std::size_t i = 0; place.feature && i < vertices.size(); ++i)
        vertices[i].feature = *place.feature;
    const bool isWhite = primitive.material.baseColour == std::array<double, 4>{1, 1, 1, 1};
    if (primitive.colours && isWhite && primitive.colours->components == 3 && primitive.colours->normalized &&
        primitive.colours->type == ComponentType::UInt16) {
        takeColours(*primitive.colours, vertices);
    } else if (primitive.colours) {
        const ElementView& colours = *primitive.colours;
        for (std::size_t i = 0; i < colours.count; ++i) {
            std::array<double, 4> c = primitive.material.baseColour;
            for (unsigned k = 0; k < colours.components; ++k)
                c[k] *= k < 3 || primitive.material.seeThrough ? colours.at(i, k) : 1;
            vertices[i].colour = rgba(c);
        }
    }
    return vertices;
}

std::vector<std::array<float, 2>> MeshDecoder::textureCoordinates(const Primitive& primitive)
{
    std::vector<std::array<float, 2>> result;
    if (!primitive.textureCoordinates)
        return result;
    const ElementView& view = *primitive.textureCoordinates;
    const std::array<double, 6>& m = primitive.material.textureTransform;
    result.reserve(view.count);
    for (std::size_t i = 0; i < view.count; ++i) {
        const double u = view.at(i, 0);
        const double v = view.at(i, 1);
        const std::array<float, 2> at{float(m[0] * u + m[2] * v + m[4]), float(m[1] * u + m[3] * v + m[5])};
        result.push_back(std::isfinite(at[0]) && std::isfinite(at[1]) ? at : std::array<float, 2>{0, 0});
    }
    return result;
}

void MeshDecoder::unshare(Piece& piece, std::vector<std::uint32_t>& indices)
{
    std::vector<TileVertex> vertices;
    std::vector<std::array<float, 2>> coordinates;
    vertices.reserve(indices.size());
    for (const std::uint32_t index : indices) {
        vertices.push_back(piece.vertices[index]);
        if (!piece.textureCoordinates.empty())
            coordinates.push_back(piece.textureCoordinates[index]);
    }
    piece.vertices = std::move(vertices);
    piece.textureCoordinates = std::move(coordinates);
    for (std::size_t i = 0; i < indices.size(); ++i)
        indices[i] = std::uint32_t(i);
}

void MeshDecoder::makeFlat(std::vector<TileVertex>& vertices)
{
    for (std::size_t i = 0; i + 2 < vertices.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            return LocalPosition{vertices[i + k].x, vertices[i + k].y, vertices[i + k].z};
        };
        const LocalPosition normal = cross(at(1) - at(0), at(2) - at(0));
        for (std::size_t k = 0; k < 3; ++k)
            setNormal(vertices[i + k], normal);
    }
}

Result<void> MeshDecoder::append(Piece&& piece)
{
    if (piece.vertices.size() > maxVertices - m_content.vertices.size() ||
        piece.indices.size() > maxIndices - m_content.indices.size())
        return tooLarge();
    Box box;
    float sum = 0; // stays a number only if all are
    for (const TileVertex& v : piece.vertices) {
        sum += (v.x - v.x) + (v.y - v.y) + (v.z - v.z);
        box.include(LocalPosition{v.x, v.y, v.z});
    }
    if (sum != 0 || std::isnan(sum))
        return m_document.malformed(QStringLiteral("a position is not finite"));
    if (!box.isEmpty() && piece.counts) {
        m_content.bounds.include(box.min + m_content.origin);
        m_content.bounds.include(box.max + m_content.origin);
    }
    const auto first = std::uint32_t(m_content.vertices.size());
    const bool isPoints = piece.part.primitive == PrimitiveKind::Points;
    piece.part.first = isPoints ? first : std::uint32_t(m_content.indices.size());
    piece.part.count = std::uint32_t(isPoints ? piece.vertices.size() : piece.indices.size());
    m_content.parts.push_back(piece.part);
    if (!piece.textureCoordinates.empty() || !m_content.textureCoordinates.empty()) {
        m_content.textureCoordinates.resize(first);
        piece.textureCoordinates.resize(piece.vertices.size());
        m_content.textureCoordinates.insert(m_content.textureCoordinates.end(), piece.textureCoordinates.begin(),
                                            piece.textureCoordinates.end());
    }
    if (first == 0) {
        m_content.vertices = std::move(piece.vertices);
        m_content.indices = std::move(piece.indices);
        return {};
    }
    m_content.vertices.insert(m_content.vertices.end(), piece.vertices.begin(), piece.vertices.end());
    for (const std::uint32_t index : piece.indices)
        m_content.indices.push_back(first + index);
    return {};
}

void finishParts(TileContent& content)
{
    std::size_t points = 0;
    bool isPlain = true;
    for (const TilePart& part : content.parts) {
        isPlain = isPlain && part.primitive == PrimitiveKind::Triangles && part.image < 0 && !part.blended;
        points += part.primitive == PrimitiveKind::Points ? part.count : 0;
    }
    if (isPlain) {
        content.parts.clear();
        return;
    }
    if (points > 0 && content.pointSizeMetres <= 0)
        content.pointSizeMetres = pointSize(content, points);
    std::vector<TilePart> joined;
    for (const TilePart& part : content.parts) {
        const bool sameLook = !joined.empty() && joined.back().primitive == part.primitive &&
                              joined.back().image == part.image && joined.back().doubleSided == part.doubleSided &&
                              joined.back().blended == part.blended &&
                              joined.back().first + joined.back().count == part.first;
        if (sameLook)
            joined.back().count += part.count;
        else
            joined.push_back(part);
    }
    content.parts = std::move(joined);
}

} // namespace twin::tiles3d

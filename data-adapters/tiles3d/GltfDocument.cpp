// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/GltfDocument.h"

#include <algorithm>

#include <QCoreApplication>

namespace twin::tiles3d {
namespace {

constexpr std::size_t maxOwnedBytes = std::size_t(1) << 30; ///< decompressed, decoded and read for one tile
constexpr qint64 maxBufferFile = 512LL << 20;
constexpr qint64 maxImageFile = 64LL << 20;
constexpr std::size_t maxDataUri = std::size_t(16) << 20;

// What this reader understands or may leave out without showing something wrong (of materials only the base colour is
// drawn).
constexpr std::array understoodExtensions{
    "KHR_mesh_quantization", "EXT_meshopt_compression", "KHR_meshopt_compression",
    "EXT_mesh_features",     "EXT_structural_metadata", "CESIUM_RTC",
    "KHR_texture_transform", "KHR_texture_basisu",      "EXT_texture_webp",
    "KHR_materials_unlit",   "KHR_lights_punctual",     "KHR_xmp_json_ld",
    "EXT_instance_features", "EXT_mesh_gpu_instancing", "CESIUM_primitive_outline"};

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::tiles3d", text);
}

} // namespace

Result<GltfDocument> GltfDocument::open(std::span<const std::uint8_t> json, std::span<const std::uint8_t> binary,
                                        const ResourceRoot& resources, const QString& path)
{
    GltfDocument document;
    document.m_binary = binary;
    document.m_resources = &resources;
    document.m_path = path;
    TWIN_TRY(document.m_json, JsonDocument::parse(json, path));
    const auto asset = objectMember(document.root(), "asset");
    const std::string_view version = asset ? stringMember(*asset, "version").value_or("") : "";
    if (version.empty())
        return document.malformed(QStringLiteral("no glTF: asset.version is missing"));
    if (!version.starts_with("2."))
        return failure(ErrorCode::UnsupportedVersion,
                       tr("glTF %1 wird nicht unterstützt.").arg(toQString(version).left(20)), {}, {}, {path, -1, {}});
    TWIN_CHECK(document.checkExtensions());
    document.indexArrays();
    return document;
}

tl::unexpected<Error> GltfDocument::malformed(const QString& detail) const
{
    return failure(ErrorCode::MalformedData, tr("Die Kachel ist fehlerhaft."), detail, {}, {m_path, -1, {}});
}

Result<void> GltfDocument::checkExtensions() const
{
    for (const JsonValue value : arrayMember(root(), "extensionsRequired")) {
        std::string_view name;
        if (value.get_string().get(name) != simdjson::SUCCESS)
            return malformed(QStringLiteral("extensionsRequired holds no names"));
        const bool known = std::any_of(understoodExtensions.begin(), understoodExtensions.end(),
                                       [name](const char* k) { return name == k; }) ||
                           name.starts_with("KHR_materials_");
        if (!known)
            return failure(
                ErrorCode::UnsupportedFormat,
                tr("Die Kachel verlangt die glTF-Erweiterung %1, die hier nicht unterstützt wird.")
                    .arg(toQString(name).left(80)),
                {}, tr("Erzeugen Sie den Kachelsatz ohne diese Erweiterung oder mit EXT_meshopt_compression neu."),
                {m_path, -1, {}});
    }
    return {};
}

void GltfDocument::indexArrays()
{
    for (const std::string_view name :
         {"buffers", "bufferViews", "accessors", "meshes", "nodes", "scenes", "materials", "textures", "images"}) {
        std::vector<JsonValue>& items = m_arrays[std::string(name)];
        for (const JsonValue value : arrayMember(root(), name))
            items.push_back(value);
    }
}

std::optional<JsonValue> GltfDocument::item(std::string_view array, std::size_t index) const
{
    const auto found = m_arrays.find(array);
    if (found == m_arrays.end() || index >= found->second.size())
        return std::nullopt;
    return found->second[index];
}

std::size_t GltfDocument::itemCount(std::string_view array) const
{
    const auto found = m_arrays.find(array);
    return found == m_arrays.end() ? 0 : found->second.size();
}

Result<void> GltfDocument::own(std::size_t bytes)
{
    if (bytes > maxOwnedBytes - m_ownedBytes)
        return failure(ErrorCode::ResourceExhausted, tr("Die Kachel ist zu groß."), {}, {}, {m_path, -1, {}});
    m_ownedBytes += bytes;
    return {};
}

Result<QByteArray> GltfDocument::resource(std::string_view uri, qint64 maxBytes)
{
    if (!uri.starts_with("data:")) {
        TWIN_TRY(const QString path, ResourceRoot::resolve(m_path, toQString(uri)));
        return m_resources->read(path, maxBytes);
    }
    const std::size_t comma = uri.find(',');
    if (comma == std::string_view::npos || uri.size() > maxDataUri ||
        uri.substr(0, comma).find(";base64") == std::string_view::npos)
        return malformed(QStringLiteral("a data URI is no base64 or too long"));
    const std::string_view text = uri.substr(comma + 1);
    auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return malformed(QStringLiteral("base64 of a data URI"));
    return std::move(decoded.decoded);
}

Result<QByteArray> GltfDocument::image(std::size_t index)
{
    const auto json = item("images", index);
    if (!json)
        return malformed(QStringLiteral("image %1 is missing").arg(index));
    if (const auto uri = stringMember(*json, "uri"))
        return resource(*uri, maxImageFile);
    const auto view = countMember(*json, "bufferView");
    if (!view)
        return malformed(QStringLiteral("image %1 has neither a uri nor a buffer view").arg(index));
    TWIN_TRY(const Bytes bytes, bufferView(*view));
    // A view on bytes that live as long as the document.
    return QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

Result<GltfDocument::Bytes> GltfDocument::buffer(std::size_t index)
{
    const auto json = item("buffers", index);
    if (!json)
        return malformed(QStringLiteral("buffer %1 is missing").arg(index));
    const auto uri = stringMember(*json, "uri");
    if (!uri) // EXT_meshopt_compression has placeholder buffers without bytes; slices of them fail by themselves
        return index == 0 ? m_binary : Bytes();
    auto found = m_buffers.find(index);
    if (found == m_buffers.end()) {
        TWIN_TRY(QByteArray bytes, resource(*uri, maxBufferFile));
        TWIN_CHECK(own(std::size_t(bytes.size())));
        found = m_buffers.emplace(index, std::move(bytes)).first;
    }
    return Bytes(reinterpret_cast<const std::uint8_t*>(found->second.constData()), std::size_t(found->second.size()));
}

Result<GltfDocument::Bytes> GltfDocument::slice(JsonValue view)
{
    const auto bufferIndex = countMember(view, "buffer");
    const auto length = countMember(view, "byteLength");
    const std::size_t offset = countMember(view, "byteOffset").value_or(0);
    if (!bufferIndex || !length || (member(view, "byteOffset") && !countMember(view, "byteOffset")))
        return malformed(QStringLiteral("a buffer view is incomplete"));
    TWIN_TRY(const Bytes bytes, buffer(*bufferIndex));
    if (offset > bytes.size() || *length > bytes.size() - offset)
        return malformed(QStringLiteral("a buffer view reaches beyond its buffer"));
    return bytes.subspan(offset, *length);
}

Result<GltfDocument::Bytes> GltfDocument::bufferView(std::size_t index)
{
    const auto view = item("bufferViews", index);
    if (!view)
        return malformed(QStringLiteral("buffer view %1 is missing").arg(index));
    auto compression = extension(*view, "EXT_meshopt_compression");
    if (!compression)
        compression = extension(*view, "KHR_meshopt_compression");
    if (!compression)
        return slice(*view);
    auto found = m_decompressed.find(index);
    if (found == m_decompressed.end()) {
        TWIN_TRY(std::vector<std::uint8_t> bytes, decompressed(*compression));
        found = m_decompressed.emplace(index, std::move(bytes)).first;
    }
    return Bytes(found->second);
}

} // namespace twin::tiles3d

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/ModelFile.h"

#include "tiles3d/MeshDecoder.h"
#include "tiles3d/Placement.h"

#include <new>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::tiles3d {
namespace {

constexpr qint64 mostBytes = 1LL << 30;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::tiles3d", text);
}

bool isDraco(std::string_view name)
{
    return name == "KHR_draco_mesh_compression";
}

/// @returns the error for a model that is packed in a way that is not read here.
Result<void> checkCompression(std::span<const std::uint8_t> json, const QString& name)
{
    TWIN_TRY(const JsonDocument document, JsonDocument::parse(json, name));
    for (const JsonValue value : arrayMember(document.root(), "extensionsRequired")) {
        std::string_view extension;
        if (value.get_string().get(extension) == simdjson::SUCCESS && isDraco(extension))
            return failure(ErrorCode::UnsupportedFormat,
                           tr("Das Modell ist mit Draco komprimiert, was hier nicht gelesen wird."), {},
                           tr("Speichern Sie das Modell ohne Draco-Kompression neu, zum Beispiel aus Blender."),
                           {name, -1, {}});
    }
    return {};
}

/// Files beside the model: buffers and images with a URI that is no data URI.
Result<QStringList> resourcesOf(const GltfDocument& document, const ResourceRoot& root, qint64& bytes)
{
    QStringList resources;
    for (const std::string_view array : {"buffers", "images"})
        for (std::size_t i = 0; i < document.itemCount(array); ++i) {
            const auto uri = stringMember(*document.item(array, i), "uri");
            if (!uri || uri->starts_with("data:"))
                continue;
            TWIN_TRY(const QString path, ResourceRoot::resolve(document.path(), toQString(*uri)));
            if (resources.contains(path))
                continue;
            const QFileInfo file(root.folder() + QLatin1Char('/') + path);
            bytes += file.size();
            resources.append(path);
        }
    return resources;
}

LocalPosition relativeCentre(const GltfDocument& document)
{
    const auto rtc = extension(document.root(), "CESIUM_RTC");
    const auto centre = rtc ? numbersMember<3>(*rtc, "center") : std::nullopt;
    return centre ? LocalPosition{(*centre)[0], (*centre)[1], (*centre)[2]} : LocalPosition{};
}

Result<ModelFile> inspect(const ResourceRoot& root, const QString& name, const CancellationToken& cancel)
{
    TWIN_TRY(const QByteArray file, root.read(name, mostBytes));
    TWIN_TRY(const std::vector<ContentPart> parts,
             openContent({reinterpret_cast<const std::uint8_t*>(file.constData()), std::size_t(file.size())}, name));
    if (parts.size() != 1 || !parts.front().featureTable.empty())
        return failure(ErrorCode::UnsupportedFormat, tr("Die Datei ist kein einzelnes Modell."), {}, {},
                       {name, -1, {}});
    TWIN_CHECK(checkCompression(parts.front().json, name));
    TWIN_TRY(GltfDocument document, GltfDocument::open(parts.front().json, parts.front().binary, root, name));
    ModelFile model;
    model.format = QStringLiteral("glTF 2.0");
    model.bytes = file.size();
    TWIN_TRY(model.resources, resourcesOf(document, root, model.bytes));
    if (model.bytes > mostBytes)
        return failure(ErrorCode::ResourceExhausted, tr("Das Modell ist zu groß."),
                       QStringLiteral("%1 bytes").arg(model.bytes), {}, {name, -1, {}});
    TileContent content;
    content.origin = relativeCentre(document);
    FeatureNames features(document, parts.front(), name, content);
    TWIN_CHECK(MeshDecoder(document, features, content, cancel)
                   .decode(translation(relativeCentre(document)) * zUpFromYUp, true));
    model.bounds = content.bounds;
    model.triangles = qint64(content.indices.size() / 3);
    if (model.bounds.isEmpty())
        return failure(ErrorCode::NoData, tr("Das Modell zeichnet nichts."), {}, {}, {name, -1, {}});
    model.isGeocentric = isNearEarthSurface(model.bounds.centre());
    return model;
}

} // namespace

Result<ModelFile> inspectModel(const QString& path, const CancellationToken& cancel)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return failure(ErrorCode::NotFound, tr("Dieses Modell gibt es nicht."), {}, {}, {path, -1, {}});
    const ResourceRoot root(info.absolutePath());
    try {
        auto model = inspect(root, info.fileName(), cancel);
        if (!model)
            return failure(root.located(std::move(model).error()));
        return model;
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::ResourceExhausted, tr("Der Speicher reicht für diese Daten nicht."), {}, {},
                       {path, -1, {}});
    }
}

int scoreModel(const QString& path, QByteArrayView firstBytes)
{
    if (firstBytes.startsWith("glTF"))
        return 100;
    const bool isNamedSo = path.endsWith(QLatin1String(".gltf"), Qt::CaseInsensitive) ||
                           path.endsWith(QLatin1String(".glb"), Qt::CaseInsensitive);
    return isNamedSo ? 90 : 0;
}

} // namespace twin::tiles3d

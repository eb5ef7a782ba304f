// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/LayerJson.h"

#include "package/JsonParts.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace twin::package {
namespace {

const QLatin1String formatName("stadtzwilling-layer");
constexpr qint64 largestLayerJsonBytes = 16 * 1024 * 1024;
constexpr int longestId = 64;

tl::unexpected<Error> malformed(const QString& path, const QString& detail)
{
    return failure(
        ErrorCode::MalformedData,
        QCoreApplication::translate("twin::package", "Die Beschreibung der Ebene (layer.json) ist beschädigt."), detail,
        QCoreApplication::translate("twin::package", "Fügen Sie die Ebene erneut hinzu."), {path, -1, {}});
}

/// A file below the layer's folder: relative, without "..".
bool isInside(const QString& path)
{
    return path.isEmpty() || (QDir::isRelativePath(path) && !QDir::cleanPath(path).startsWith(QLatin1String("..")));
}

QString isoDate(const QDate& date)
{
    return date.toString(Qt::ISODate);
}

} // namespace

QByteArray layerJson(const LayerInfo& layer, const SceneFrame& frame)
{
    QJsonArray tilesets;
    for (const LayerTileset& tileset : layer.tilesets)
        tilesets.append(
            QJsonObject{{QStringLiteral("lod"), tileset.lod}, {QStringLiteral("tileset"), tileset.tileset}});
    QJsonArray datasets;
    for (const SourceInfo& source : layer.sources)
        datasets.append(toJson(source));
    QJsonObject json{
        {QStringLiteral("format"), formatName},
        {QStringLiteral("formatVersion"), layerFormatVersion},
        {QStringLiteral("id"), layer.id},
        {QStringLiteral("title"), layer.title},
        {QStringLiteral("kind"), layerKindName(layer.kind)},
        {QStringLiteral("extent"), toJson(layer.extent, frame)},
        {QStringLiteral("count"), layer.count},
        {QStringLiteral("tilesets"), tilesets},
        {QStringLiteral("datasets"), datasets},
        {QStringLiteral("dataClass"), layer.dataClass},
        {QStringLiteral("importedAt"), layer.importedAt.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("demo"), layer.demo},
    };
    const auto addText = [&json](const char* key, const QString& text) {
        if (!text.isEmpty())
            json.insert(QLatin1String(key), text);
    };
    addText("image", layer.image);
    addText("features", layer.features);
    addText("licence", layer.licence);
    addText("validFrom", isoDate(layer.validFrom));
    addText("validTo", isoDate(layer.validTo));
    return QJsonDocument(json).toJson();
}

Result<LayerInfo> readLayer(const QString& folder, const SceneFrame& frame)
{
    QFile file(folder + QStringLiteral("/layer.json"));
    if (!file.exists())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("twin::package", "Der Ordner ist keine Ebene (layer.json fehlt)."),
                       {}, {}, {folder, -1, {}});
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestLayerJsonBytes)
        return malformed(file.fileName(), file.errorString());
    QJsonParseError parseError;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &parseError).object();
    if (parseError.error != QJsonParseError::NoError || json.value(QStringLiteral("format")).toString() != formatName)
        return malformed(file.fileName(), parseError.errorString());
    if (const int version = json.value(QStringLiteral("formatVersion")).toInt(-1); version > layerFormatVersion)
        return failure(
            ErrorCode::UnsupportedVersion,
            QCoreApplication::translate("twin::package", "Die Ebene stammt von einer neueren Programmversion."),
            QStringLiteral("formatVersion %1").arg(version), {}, {file.fileName(), -1, {}});

    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    LayerInfo layer;
    layer.id = QFileInfo(folder).fileName();
    layer.folder = QDir::cleanPath(folder);
    const auto kind = layerKindFromName(text("kind"));
    if (!isLayerId(layer.id) || !kind || !readBox(json.value(QStringLiteral("extent")), frame, layer.extent))
        return malformed(file.fileName(), QStringLiteral("id, kind or extent"));
    layer.kind = *kind;
    layer.title = text("title");
    layer.count = json.value(QStringLiteral("count")).toInteger();
    layer.image = text("image");
    layer.features = text("features");
    bool inside = isInside(layer.image) && isInside(layer.features);
    const QJsonArray tilesets = json.value(QStringLiteral("tilesets")).toArray();
    for (const QJsonValue value : tilesets) {
        const QJsonObject tileset = value.toObject();
        layer.tilesets.push_back({Lod(std::clamp(tileset.value(QStringLiteral("lod")).toInt(), 0, 255)),
                                  tileset.value(QStringLiteral("tileset")).toString()});
        inside = inside && isInside(layer.tilesets.back().tileset);
    }
    if (!inside)
        return malformed(file.fileName(), QStringLiteral("a path leaves the folder"));
    const QJsonArray datasets = json.value(QStringLiteral("datasets")).toArray();
    for (const QJsonValue dataset : datasets)
        layer.sources.push_back(toSource(dataset.toObject()));
    layer.licence = text("licence");
    layer.dataClass = text("dataClass");
    layer.validFrom = QDate::fromString(text("validFrom"), Qt::ISODate);
    layer.validTo = QDate::fromString(text("validTo"), Qt::ISODate);
    layer.importedAt = QDateTime::fromString(text("importedAt"), Qt::ISODate);
    layer.demo = json.value(QStringLiteral("demo")).toBool();
    return layer;
}

std::vector<LayerInfo> readLayers(const QString& regionFolder, const SceneFrame& frame, std::vector<Issue>& issues)
{
    std::vector<LayerInfo> layers;
    const QDir folder(regionFolder + QStringLiteral("/layers"));
    const QStringList ids = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& id : ids) {
        Result<LayerInfo> layer = readLayer(folder.filePath(id), frame);
        if (layer)
            layers.push_back(*std::move(layer));
        else
            issues.push_back({QStringLiteral("layer.unreadable"), layer.error().detail, {folder.filePath(id), -1, id}});
    }
    return layers;
}

bool isLayerId(QStringView id)
{
    if (id.isEmpty() || id.size() > longestId || id == QLatin1String("terrain"))
        return false;
    for (std::size_t i = 0; i < cityModuleCount; ++i)
        if (id == layerName(static_cast<CityModule>(i)))
            return false;
    return std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

QString layerFolder(const QString& regionFolder, const QString& id)
{
    return regionFolder + QStringLiteral("/layers/") + id;
}

QString newLayerId(const QString& regionFolder, const QString& name)
{
    QString text = QFileInfo(name).completeBaseName().toLower();
    text.replace(u'ä', QLatin1String("ae")).replace(u'ö', QLatin1String("oe")).replace(u'ü', QLatin1String("ue"));
    text.replace(u'ß', QLatin1String("ss"));
    QString id;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_')
            id += c;
        else if (!c.isMark() && !id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    id = id.left(longestId - 6);
    if (id.isEmpty())
        id = QStringLiteral("ebene");
    const auto isFree = [&regionFolder](const QString& candidate) {
        return isLayerId(candidate) && !QFileInfo::exists(layerFolder(regionFolder, candidate));
    };
    QString candidate = id;
    for (int n = 2; !isFree(candidate); ++n)
        candidate = id + QLatin1Char('-') + QString::number(n);
    return candidate;
}

} // namespace twin::package

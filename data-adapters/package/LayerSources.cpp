// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/LayerSources.h"

#include "package/io/Files.h"
#include "package/LayerJson.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace twin::package {
namespace {

/// The surveys of North Rhine-Westphalia publish under one licence; other names say nothing of theirs.
QString licenceOf(const QString& path)
{
    static const QRegularExpression nrw(
        QStringLiteral(R"(^(?:n?d[go]m|dop)[0-9]+[a-z]*_3[1-3]_?[0-9]{3}_[0-9]{4}_[0-9]+_nw)"),
        QRegularExpression::CaseInsensitiveOption);
    return QFileInfo(path).fileName().contains(nrw) ? QStringLiteral("dl-de/zero-2-0") : QString();
}

SourceInfo sourceOf(const geo::RasterInfo& raster, const QString& licence)
{
    const QFileInfo file(raster.path);
    SourceInfo source;
    source.path = raster.path;
    source.bytes = file.size();
    source.format = raster.format;
    source.crs = raster.crs;
    source.crsOrigin = raster.crsOrigin;
    source.licence = licence.isEmpty() ? licenceOf(raster.path) : licence;
    source.fileDate = file.lastModified().date();
    return source;
}

} // namespace

QDateTime importMoment()
{
    bool isSet = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
    return isSet ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime::currentDateTimeUtc();
}

WrittenLayer describeLayer(const LayerRequest& request, LayerKind kind, const std::vector<geo::RasterInfo>& sources,
                           const Box& extent)
{
    WrittenLayer layer;
    layer.extent = extent;
    LayerInfo& info = layer.info;
    info.id = request.id;
    info.title = request.title;
    info.kind = kind;
    info.folder = request.folder;
    const ProjectedPosition origin = request.frame ? request.frame->origin() : ProjectedPosition{};
    const LocalPosition shift{origin.eastingMetres, origin.northingMetres, origin.heightMetres};
    info.extent.include(extent.min - shift);
    info.extent.include(extent.max - shift);
    info.validFrom = request.date;
    info.validTo = request.until;
    for (const geo::RasterInfo& raster : sources) {
        info.sources.push_back(sourceOf(raster, request.licence));
        layer.bytesRead += info.sources.back().bytes;
        if (kind == LayerKind::Imagery && !request.date.isValid() && raster.date.isValid() &&
            (!info.validFrom.isValid() || raster.date < info.validFrom))
            info.validFrom = raster.date;
    }
    info.licence = request.licence;
    const bool isOneLicence =
        !info.sources.empty() && std::all_of(info.sources.begin(), info.sources.end(), [&info](const SourceInfo& s) {
            return s.licence == info.sources.front().licence;
        });
    if (info.licence.isEmpty() && isOneLicence)
        info.licence = info.sources.front().licence;
    info.importedAt = importMoment();
    info.demo = request.demo;
    return layer;
}

Result<void> writeLayerJson(const LayerRequest& request, const LayerInfo& info)
{
    QDir(request.scratch()).removeRecursively();
    const QByteArray json = layerJson(info, request.frame.value_or(SceneFrame()));
    return writeFile(request.path("layer.json"), {json.constData(), static_cast<std::size_t>(json.size())}, true);
}

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/VectorLayer.h"

#include "geo/crs/RegionReach.h"
#include "model/Issues.h"
#include "package/LayerSources.h"
#include "package/vector/FeatureIndex.h"
#include "package/vector/FeatureWriter.h"
#include "vector/VectorReader.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace twin::services {
namespace {

/// @returns the name that the only table of the only file gives itself, else the first file's.
QString ownTitle(const FeatureSource& source)
{
    const QString file = QFileInfo(source.info.path).fileName().section(QLatin1Char('.'), 0, 0);
    return source.tables.size() == 1 && !source.tables.front().name.isEmpty() ? source.tables.front().name : file;
}

void describe(const package::LayerRequest& request, const QString& title, const package::FeatureWriter& writer,
              package::WrittenLayer& layer)
{
    LayerInfo& info = layer.info;
    info.id = request.id;
    info.title = title;
    info.kind = LayerKind::Vector;
    info.folder = request.folder;
    info.features = QLatin1String(package::FeatureWriter::fileName);
    info.count = writer.count();
    info.extent = writer.extent(request.frame.value_or(SceneFrame()));
    info.validFrom = request.date;
    info.validTo = request.until;
    info.licence = request.licence;
    info.importedAt = package::importMoment();
    info.demo = request.demo;
    layer.extent = writer.extent(SceneFrame()); // an origin of zero: the region CRS itself
}

/// Refuses what the region CRS cannot map; layers without any place (all geometries empty) are another matter.
Result<void> checkPlace(const package::WrittenLayer& layer)
{
    const bool isLost = std::any_of(layer.issues.begin(), layer.issues.end(), [](const Issue& issue) {
        return issue.reason == QLatin1String("crs.transform-failed");
    });
    if (layer.extent.isEmpty() ? !isLost : geo::isWithinRegionReach(layer.extent))
        return {};
    const SourceInfo& source = layer.info.sources.front();
    return failure(ErrorCode::OutOfRegion,
                   QCoreApplication::translate("twin::services::Layers",
                                               "Die Geodaten liegen außerhalb des Gebiets, das EPSG:25832 abbildet."),
                   source.crs,
                   QCoreApplication::translate("twin::services::Layers",
                                               "Prüfen Sie das Koordinatenreferenzsystem und die "
                                               "Reihenfolge von Länge und Breite; schneiden Sie "
                                               "weltweite Daten auf Ihr Gebiet zu."),
                   {source.path, -1, {}});
}

} // namespace

Result<package::WrittenLayer> writeVectorLayer(const package::LayerRequest& request, const CancellationToken& cancel,
                                               const ProgressSink& progress)
{
    TWIN_TRY(const auto writer, package::FeatureWriter::create(request.folder));
    package::WrittenLayer layer;
    QString title = request.title;
    std::optional<Error> firstRefusal;
    const double share = 1.0 / double(std::max<qsizetype>(request.files.size(), 1));
    for (qsizetype i = 0; i < request.files.size(); ++i) {
        const QString& file = request.files[i];
        Result<FeatureSource> source = vector::read(file, {request.crs}, *writer, layer.issues, cancel,
                                                    partOf(progress, double(i) * share, double(i + 1) * share));
        if (!source) {
            Error error = std::move(source).error();
            if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::ResourceExhausted)
                return failure(std::move(error));
            layer.issues.push_back({refusalReason(error), error.summary, error.where});
            if (!firstRefusal)
                firstRefusal = std::move(error);
            continue;
        }
        for (const QString& remark : source->remarks)
            layer.issues.push_back({QStringLiteral("source.remark"), remark, {file, -1, {}}});
        if (title.isEmpty())
            title = ownTitle(*source);
        layer.bytesRead += source->info.bytes;
        source->info.licence = request.licence;
        layer.info.sources.push_back(std::move(source->info));
    }
    if (layer.info.sources.empty() && firstRefusal)
        return failure(std::move(*firstRefusal));
    TWIN_CHECK(writer->finish());
    TWIN_CHECK(package::FeatureIndex::write(
        request.folder, request.folder + QLatin1Char('/') + QLatin1String(package::FeatureWriter::fileName), cancel));
    describe(request, title, *writer, layer);
    TWIN_CHECK(checkPlace(layer));
    TWIN_CHECK(package::writeLayerJson(request, layer.info));
    return layer;
}

} // namespace twin::services

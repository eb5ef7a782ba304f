// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/ModelLayer.h"

#include "geo/Crs.h"
#include "package/LayerSources.h"
#include "tiles3d/ModelFile.h"
#include "tiles3d/Tileset.h"

#include <cmath>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace twin::services {
namespace {

const QString regionCrs = QStringLiteral("EPSG:25832+7837");
const QString modelFolder = QStringLiteral("model");
const QString tilesetFile = QStringLiteral("tileset.json");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Models)
};

Result<void> copyFile(const QString& from, const QString& to)
{
    QDir().mkpath(QFileInfo(to).path());
    QFile file(from);
    if (!file.copy(to))
        return failure(ErrorCode::AccessDenied, Text::tr("Das Modell lässt sich nicht in die Region kopieren."),
                       file.errorString(), {}, {from, -1, {}});
    return {};
}

Result<std::optional<package::ModelPlace>> placeOf(const package::LayerRequest& request,
                                                   const tiles3d::ModelFile& model)
{
    if (!request.at.isEmpty()) {
        if (model.isGeocentric)
            return failure(ErrorCode::InvalidParameter, Text::tr("Das Modell sagt selbst, wo es steht."), {},
                           Text::tr("Lassen Sie --at weg."), {request.files.constFirst(), -1, {}});
        TWIN_TRY(const package::ModelPlace place, parsePlace(request.at, request.crs));
        return std::optional(place);
    }
    if (!model.isGeocentric)
        return failure(ErrorCode::MissingCrs, Text::tr("Das Modell sagt nicht, wo es steht."), {},
                       Text::tr("Fügen Sie es mit seinem Ort einer Region hinzu: stadtzwilling add DATEI --to REGION "
                                "--at OST,NORD,HÖHE[,RICHTUNG]."),
                       {request.files.constFirst(), -1, {}});
    return std::optional<package::ModelPlace>();
}

} // namespace

Result<package::ModelPlace> parsePlace(const QString& text, const QString& crs)
{
    const QStringList parts = text.split(QLatin1Char(','));
    std::vector<double> numbers;
    for (const QString& part : parts) {
        bool isNumber = false;
        numbers.push_back(part.trimmed().toDouble(&isNumber));
        if (!isNumber || !std::isfinite(numbers.back()))
            numbers.clear();
        if (numbers.empty())
            break;
    }
    if (numbers.size() != 3 && numbers.size() != 4)
        return failure(ErrorCode::InvalidParameter, Text::tr("„%1“ ist kein Ort.").arg(text.left(80)), {},
                       Text::tr("Schreiben Sie OST,NORD,HÖHE oder OST,NORD,HÖHE,RICHTUNG mit Punkt als "
                                "Dezimalzeichen, zum Beispiel 393000,5707000,110.5,35."));
    TWIN_TRY(const geo::Crs source, geo::parseCrs(crs.isEmpty() ? regionCrs : crs));
    TWIN_TRY(const geo::Transformer transformer, geo::Transformer::toRegion(source));
    package::ModelPlace place{{numbers[0], numbers[1], numbers[2]}, numbers.size() == 4 ? numbers[3] : 0};
    TWIN_CHECK(transformer.transform({&place.position, 1}));
    return place;
}

Result<package::WrittenLayer> writeModelLayer(const package::LayerRequest& request, const CancellationToken& cancel,
                                              const ProgressSink& progress)
{
    const QFileInfo file(request.files.constFirst());
    if (progress)
        progress(-1, Text::tr("Modell lesen"));
    TWIN_TRY(const tiles3d::ModelFile model, tiles3d::inspectModel(file.filePath(), cancel));
    TWIN_TRY(const std::optional<package::ModelPlace> place, placeOf(request, model));
    const QString inside = modelFolder + QLatin1Char('/');
    for (const QString& resource : QStringList{file.fileName()} + model.resources) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        TWIN_CHECK(copyFile(file.absolutePath() + QLatin1Char('/') + resource,
                            request.folder + QLatin1Char('/') + inside + resource));
    }
    const QString tileset = request.folder + QLatin1Char('/') + tilesetFile;
    TWIN_CHECK(package::writeModelTileset(tileset, inside + file.fileName(), model.bounds, place, request.undulation));
    // Opening tells where it comes to lie, and whether it can be shown there.
    const SceneFrame frame = request.frame.value_or(SceneFrame());
    TWIN_TRY(const auto source, tiles3d::openTileset(tileset, request.id, frame, request.undulation));

    package::WrittenLayer layer;
    LayerInfo& info = layer.info;
    info.id = request.id;
    info.title = request.title;
    info.kind = LayerKind::Model;
    info.folder = request.folder;
    info.count = 1;
    info.extent = source->tree().nodes.front().bounds;
    info.tilesets = {{0, tilesetFile}};
    info.validFrom = request.date;
    info.validTo = request.until;
    info.licence = request.licence;
    info.importedAt = package::importMoment();
    info.demo = request.demo;
    SourceInfo described;
    described.path = file.filePath();
    described.bytes = model.bytes;
    described.format = model.format;
    described.crs = place ? (request.crs.isEmpty() ? regionCrs : request.crs) : QStringLiteral("EPSG:4978");
    described.crsOrigin = place ? QStringLiteral("--at") : QStringLiteral("file");
    described.licence = request.licence;
    described.fileDate = file.lastModified().date();
    info.sources.push_back(std::move(described));
    const ProjectedPosition zero = frame.origin();
    const LocalPosition shift{zero.eastingMetres, zero.northingMetres, zero.heightMetres};
    layer.extent.include(info.extent.min + shift);
    layer.extent.include(info.extent.max + shift);
    layer.bytesRead = model.bytes;
    TWIN_CHECK(package::writeLayerJson(request, info));
    return layer;
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/imagery/ImageLayer.h"

#include "geo/Pictures.h"
#include "package/io/Files.h"
#include "package/LayerSources.h"

#include <QDir>

namespace twin::package {
namespace {

constexpr int millimetres = 3;

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', millimetres);
}

Result<void> writeResiduals(const QString& path, const geo::ControlPointFit& fit)
{
    QByteArray table = "name,column,row,easting,northing,east_residual_m,north_residual_m,residual_m\n";
    for (const geo::ControlPointResidual& r : fit.residuals()) {
        QByteArray name = r.point.name.toUtf8();
        name.replace('"', "\"\"");
        table += '"' + name + "\"," + number(r.point.column) + ',' + number(r.point.row) + ',' +
                 number(r.point.easting) + ',' + number(r.point.northing) + ',' + number(r.eastMetres) + ',' +
                 number(r.northMetres) + ',' + number(r.metres) + '\n';
    }
    return writeFile(path, {table.constData(), static_cast<std::size_t>(table.size())}, false);
}

} // namespace

Result<WrittenLayer> writeImageLayer(const LayerRequest& request, const std::optional<geo::ControlPointFit>& fit,
                                     const CancellationToken& cancel, const ProgressSink& progress)
{
    QDir().mkpath(request.scratch());
    geo::PictureMosaicOptions options;
    options.raster.crs = request.crs;
    options.raster.use = geo::RasterUse::Picture;
    options.raster.fit = fit;
    options.threads = request.threads;
    const QString image = request.path(imageFile);
    TWIN_TRY(const geo::PictureMosaic mosaic,
             geo::mosaicPictures(request.files, image, request.scratch(), options, cancel, progress));
    TWIN_CHECK(syncToDisk(image));
    if (fit)
        TWIN_CHECK(writeResiduals(request.path("residuals.csv"), *fit));
    WrittenLayer layer = describeLayer(request, LayerKind::Imagery, mosaic.sources, mosaic.extent);
    layer.issues = mosaic.issues;
    layer.info.count = mosaic.pixels;
    layer.info.image = QLatin1String(imageFile);
    TWIN_CHECK(writeLayerJson(request, layer.info));
    return layer;
}

} // namespace twin::package

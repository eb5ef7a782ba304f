// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/PictureReader.h"
#include "geo/Pictures.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace twin::geo {

struct PictureRaster::Private {
    Dataset dataset;
    PictureReader reader;
    PixelMap map;
    Box extent;
    double spacing = 0;
};

PictureRaster::PictureRaster(std::unique_ptr<Private> p) : d(std::move(p)) {}
PictureRaster::~PictureRaster() = default;
PictureRaster::PictureRaster(PictureRaster&&) noexcept = default;
PictureRaster& PictureRaster::operator=(PictureRaster&&) noexcept = default;

Result<PictureRaster> PictureRaster::open(const QString& path)
{
    auto d = std::make_unique<Private>();
    TWIN_TRY(d->dataset, openRaster(path, {QStringLiteral("GTiff")}));
    GeoTransform transform{};
    const OGRSpatialReference* crs = d->dataset->GetSpatialRef();
    if (!isRegionCrs(crs) || d->dataset->GetGeoTransform(transform.data()) != CE_None)
        return failure(ErrorCode::TransformFailed,
                       QCoreApplication::translate("twin::geo", "Das Bild ist nicht in EPSG:25832."), {}, {},
                       {path, -1, {}});
    TWIN_TRY(d->reader, PictureReader::make(*d->dataset, path));
    TWIN_TRY(d->map, PixelMap::make(*crs, transform));
    d->extent = d->map.extentOf(d->dataset->GetRasterXSize(), d->dataset->GetRasterYSize());
    d->spacing = d->map.spacingOf(d->dataset->GetRasterXSize(), d->dataset->GetRasterYSize());
    return PictureRaster(std::move(d));
}

Box PictureRaster::extent() const
{
    return d->extent;
}

double PictureRaster::spacingMetres() const
{
    return d->spacing;
}

Result<Image> PictureRaster::paint(const Box& place, int width, int height) const
{
    if (width < 1 || height < 1 || width > 16384 || height > 16384 || place.isEmpty())
        return failure(ErrorCode::InvalidParameter,
                       QCoreApplication::translate("twin::geo", "Diese Bildgröße ist nicht möglich."));
    Image image;
    image.width = width;
    image.height = height;
    image.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0);
    const BlockMap::Block block{place.min.x, place.max.y, place.size().x / width, place.size().y / height,
                                width,       height};
    const int shrink = std::max(static_cast<int>(std::min(block.spacingX, block.spacingY) / d->spacing), 1);
    TWIN_CHECK(d->reader.draw(d->map, block, shrink, image));
    return image;
}

} // namespace twin::geo

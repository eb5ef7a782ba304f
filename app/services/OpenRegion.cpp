// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/OpenRegion.h"

#include "app/services/HomeView.h"
#include "app/services/PackageTiles.h"
#include "geo/Crs.h"
#include "tiles3d/Tileset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace twin::services {
namespace {

const QString regionFile = QStringLiteral("region.json");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::OpenRegion)
};

/// @returns the tiles of a package's layer; the error says how to mend the package.
Result<std::shared_ptr<const TileSource>> openPart(const std::shared_ptr<const package::RegionPackage>& package,
                                                   const QString& tileset, const QString& layer)
{
    auto source = tiles3d::openTileset(tileset, layer, package->frame(), package->info().undulation);
    if (!source)
        return failure(package->remedied(std::move(source).error()));
    return std::shared_ptr<const TileSource>(std::make_shared<const PackageTiles>(package, *std::move(source)));
}

/// Takes a layer, or notes why it cannot be shown.
void addSource(OpenedRegion& region, const QString& layer, Result<std::shared_ptr<const TileSource>> source)
{
    if (source)
        region.sources.push_back(*std::move(source));
    else
        region.problems.emplace(layer, std::move(source).error());
}

Result<OpenedRegion> openPackage(const QString& folder)
{
    OpenedRegion region;
    TWIN_TRY(region.package, package::RegionPackage::open(folder));
    const RegionInfo& info = region.package->info();
    region.frame = region.package->frame();
    region.extent = info.extent;
    region.centre = info.centre;
    region.meridianConvergenceDegrees = info.meridianConvergenceDegrees;
    region.title = info.title;
    region.demo = info.demo;

    if (const QString terrain = region.package->terrainTileset(); !terrain.isEmpty())
        addSource(region, terrainLayer, openPart(region.package, terrain, terrainLayer));
    for (const CityLayer& layer : region.package->cityLayers()) {
        addSource(region, layerName(layer.module), openCityLayer(region.package, layer));
        if (!region.focus && !region.sources.empty() && region.sources.back()->layer() != terrainLayer)
            region.focus = denseMiddle(region.sources.back()->tree());
    }

    // A region without ground heights is still a region: the view falls back to the extent's lowest point.
    if (auto ground = region.package->ground())
        region.ground = std::make_shared<const GroundModel>(*std::move(ground));
    else if (ground.error().code != ErrorCode::NoData)
        region.problems.emplace(terrainLayer, std::move(ground).error());
    return region;
}

Result<OpenedRegion> openBareTileset(const QString& path)
{
    OpenedRegion region;
    TWIN_TRY(auto source, tiles3d::openTileset(path, layerName(CityModule::Building), std::nullopt));
    TWIN_TRY(const geo::Geocentric geocentric, geo::Geocentric::create());
    if (!source->tree().nodes.empty())
        region.extent = source->tree().nodes.front().bounds;
    region.frame = source->frame();
    const ProjectedPosition centre =
        region.extent.isEmpty() ? region.frame.origin() : region.frame.toProjected(region.extent.centre());
    region.centre = geocentric.toGeodetic(centre);
    region.meridianConvergenceDegrees = geocentric.meridianConvergenceDegrees(centre);
    region.title = QFileInfo(path).absoluteDir().dirName();
    region.sources.push_back(std::move(source));
    return region;
}

} // namespace

Result<std::shared_ptr<const TileSource>> openCityLayer(const std::shared_ptr<const package::RegionPackage>& package,
                                                        const CityLayer& layer, std::size_t tileset)
{
    if (tileset >= layer.tilesets.size())
        return failure(ErrorCode::InvalidParameter, Text::tr("Diese Detailstufe gibt es nicht."));
    return openPart(package, layer.tilesets[tileset].tileset, layerName(layer.module));
}

bool isRegion(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return QFileInfo::exists(path + QStringLiteral("/region.json")) ||
               QFileInfo::exists(path + QStringLiteral("/tileset.json"));
    return info.suffix().compare(QStringLiteral("json"), Qt::CaseInsensitive) == 0;
}

Result<OpenedRegion> openRegion(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, Text::tr("Diese Region gibt es nicht."), {},
                       Text::tr("Prüfen Sie den Pfad."), {path, -1, {}});
    if (info.isDir()) {
        if (const QString tileset = path + QStringLiteral("/tileset.json");
            !QFileInfo::exists(path + QLatin1Char('/') + regionFile) && QFileInfo::exists(tileset))
            return openBareTileset(tileset);
        return openPackage(path);
    }
    if (info.fileName() == regionFile)
        return openPackage(info.absolutePath());
    return openBareTileset(path);
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/OpenRegion.h"

#include "app/services/adding/LayerThemes.h"
#include "app/services/HomeView.h"
#include "app/services/PackageTiles.h"
#include "app/services/Skyline.h"
#include "app/services/SourceAdapters.h"
#include "geo/Crs.h"
#include "geo/Heights.h"
#include "model/Logging.h"
#include "package/imagery/ImageDrape.h"
#include "package/LayerRequest.h"
#include "package/LayerTheme.h"
#include "package/vector/VectorDrape.h"
#include "tiles3d/Tileset.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace twin::services {
namespace {

const QString regionFile = QStringLiteral("region.json");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::OpenRegion)
};

/// @returns the undulation that a layer's tiles were written with: its own where it has a package of its own.
std::optional<Undulation> undulationOf(const package::RegionPackage& region, const LayerInfo& layer)
{
    if (layer.kind == LayerKind::CityModel && !layer.folder.isEmpty())
        if (const auto own = package::RegionPackage::open(layer.folder + QLatin1Char('/') +
                                                          QLatin1String(package::layerObjectsFolder)))
            return (*own)->info().undulation;
    return region.info().undulation;
}

/// @returns the tiles of a package's layer; the error says how to mend the package.
Result<std::shared_ptr<const TileSource>> openPart(const std::shared_ptr<const package::RegionPackage>& package,
                                                   const QString& tileset, const QString& layer,
                                                   const std::optional<Undulation>& undulation)
{
    auto source = tiles3d::openTileset(tileset, layer, package->frame(), undulation);
    if (!source)
        return failure(package->remedied(std::move(source).error()));
    return std::shared_ptr<const TileSource>(std::make_shared<const PackageTiles>(package, *std::move(source)));
}

/// @returns what a layer lays on the ground; null for a layer of tiles.
Result<std::shared_ptr<const DrapeSource>> openDrape(const LayerInfo& layer, const SceneFrame& frame)
{
    if (layer.kind == LayerKind::Imagery)
        return package::openImageDrape(layer, frame);
    if (layer.kind == LayerKind::Vector && !layer.features.isEmpty())
        return package::openVectorDrape(layer, frame);
    return std::shared_ptr<const DrapeSource>();
}

/// Opens the levels of a layer, or notes why one cannot be shown. @param region  with package
void addLayer(OpenedRegion& region, LayerInfo info)
{
    OpenedLayer layer;
    const std::optional<Undulation> undulation = undulationOf(*region.package, info);
    for (const LayerTileset& level : info.tilesets) {
        auto source = openPart(region.package, QDir(info.folder).filePath(level.tileset), info.id, undulation);
        if (source)
            layer.levels.push_back({level.lod, *std::move(source)});
        else
            region.problems.emplace(info.id, std::move(source).error());
    }
    if (auto drape = openDrape(info, region.frame))
        layer.drape = *std::move(drape);
    else
        region.problems.emplace(info.id, std::move(drape).error());
    layer.theme = themeOf(info);
    layer.isShownAtFirst = info.folder.isEmpty() || package::isLayerShownAtFirst(info.folder);
    layer.legend = package::vectorLegend(info);
    layer.info = std::move(info);
    region.layers.push_back(std::move(layer));
}

/// From the bottom up: measured ground, then pictures, the oldest first, then what is drawn over them.
void sortLayers(std::vector<LayerInfo>& layers)
{
    const auto rank = [](const LayerInfo& layer) {
        const int kind = layer.kind == LayerKind::Terrain ? 0 : layer.kind == LayerKind::Imagery ? 1 : 2;
        // Those without a date were always there.
        return std::pair(kind, layer.validFrom.isValid() ? layer.validFrom.toJulianDay()
                                                         : std::numeric_limits<qint64>::min());
    };
    std::stable_sort(layers.begin(), layers.end(),
                     [&](const LayerInfo& a, const LayerInfo& b) { return rank(a) < rank(b); });
}

/// @returns the heights of a measured terrain for camera and clip planes; null when they cannot be read.
std::shared_ptr<const GroundModel> groundOf(const LayerInfo& layer, const SceneFrame& frame)
{
    const auto heights = geo::HeightRaster::open(layer.folder + QLatin1Char('/') + layer.image);
    if (!heights)
        return nullptr;
    auto ground = heights->ground(frame);
    return ground ? std::make_shared<const GroundModel>(*std::move(ground)) : nullptr;
}

/// What one import of city models makes is a layer like the others, only that region.json tells of it.
LayerInfo baseLayer(const RegionInfo& info, const QString& id, LayerKind kind, const QString& title)
{
    LayerInfo layer;
    layer.id = id;
    layer.title = title;
    layer.kind = kind;
    layer.extent = info.extent;
    layer.sources = info.sources;
    layer.licence = info.sources.empty() ? QString() : info.sources.front().licence;
    layer.importedAt = info.importedAt;
    layer.demo = info.demo;
    return layer;
}

QString titleOf(CityModule module)
{
    switch (module) {
    case CityModule::Building:
        return Text::tr("Gebäude");
    case CityModule::Bridge:
        return Text::tr("Brücken");
    case CityModule::Tunnel:
        return Text::tr("Tunnel");
    case CityModule::Construction:
        return Text::tr("Bauwerke");
    case CityModule::Transportation:
        return Text::tr("Verkehrsflächen");
    case CityModule::Vegetation:
        return Text::tr("Vegetation");
    case CityModule::WaterBody:
        return Text::tr("Gewässer");
    case CityModule::CityFurniture:
        return Text::tr("Stadtmöbel");
    case CityModule::LandUse:
        return Text::tr("Flächennutzung");
    case CityModule::Relief:
        return Text::tr("Gelände des Stadtmodells");
    case CityModule::Generics:
        break;
    }
    return Text::tr("Sonstige Objekte");
}

void addCityLayers(OpenedRegion& region)
{
    for (const CityLayer& city : region.package->cityLayers()) {
        LayerInfo layer =
            baseLayer(region.package->info(), layerName(city.module), LayerKind::CityModel, titleOf(city.module));
        layer.tilesets = city.tilesets;
        layer.count = city.objects;
        addLayer(region, std::move(layer));
    }
}

void addLayers(OpenedRegion& region)
{
    const RegionInfo& info = region.package->info();
    std::vector<Issue> unreadable;
    std::vector<LayerInfo> added = region.package->layers(unreadable);
    for (const Issue& issue : unreadable)
        region.problems.emplace(issue.where.id, Error{ErrorCode::MalformedData,
                                                      Text::tr("Die Ebene lässt sich nicht öffnen."),
                                                      issue.detail,
                                                      {},
                                                      issue.where});
    const auto isGround = [](const LayerInfo& layer) {
        return layer.kind == LayerKind::Terrain && !layer.tilesets.empty();
    };
    sortLayers(added);
    // Measured ground takes the place of the one estimated from the buildings.
    const bool measured = std::any_of(added.begin(), added.end(), isGround);
    if (const QString terrain = region.package->terrainTileset(); !terrain.isEmpty() && !measured) {
        LayerInfo layer = baseLayer(info, terrainLayer, LayerKind::Terrain, Text::tr("Gelände (geschätzt)"));
        layer.tilesets = {{0, terrain}};
        addLayer(region, std::move(layer));
    }
    auto next = added.begin();
    for (; next != added.end() && next->kind == LayerKind::Terrain; ++next) {
        if (!region.ground)
            region.ground = groundOf(*next, region.frame);
        addLayer(region, std::move(*next));
    }
    addCityLayers(region);
    for (; next != added.end(); ++next)
        addLayer(region, std::move(*next));
    region.sources = chosenSources(region.layers, {});
}

/// Where the region's objects are densest: as its tiles say, or where these are too wide to say, its objects.
std::optional<DensePlace> densePlaceOf(const OpenedRegion& region)
{
    const TileSource* objects = nullptr; // buildings, else the first other kind that the import brought
    for (const OpenedLayer& layer : region.layers)
        if (layer.info.kind == LayerKind::CityModel && layer.info.folder.isEmpty() && !layer.levels.empty() &&
            (objects == nullptr || layer.info.id == buildingsLayer))
            objects = layer.levels.front().source.get();
    auto place = objects != nullptr ? densePlace(objects->tree()) : std::nullopt;
    if (!place || !isVague(*place) || !region.package)
        return place;
    const auto boxes = readObjectBoxes(*region.package, place->bounds);
    const auto closer = boxes ? densePlace(*boxes) : std::nullopt;
    return closer ? closer : place;
}

/// @returns the region with the view that it opens with.
OpenedRegion viewed(OpenedRegion region)
{
    const auto place = densePlaceOf(region);
    if (place)
        region.focus = place->middle;
    const auto chosen = region.package ? region.package->home() : std::nullopt;
    // Of a region whose tiles are wide one sees what stands together somewhere in it, not the land between.
    const Box& seen = place && place->grainMetres == 0 ? place->bounds : region.extent;
    region.home = chosen ? chosen->inScene(region.frame) : homeView(seen, region.ground.get(), region.focus);
    return region;
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

    addLayers(region);
    if (region.ground)
        return viewed(std::move(region));
    // A region without ground heights is still a region: the view falls back to the extent's lowest point.
    if (auto ground = region.package->ground())
        region.ground = std::make_shared<const GroundModel>(*std::move(ground));
    else if (ground.error().code != ErrorCode::NoData)
        region.problems.emplace(terrainLayer, std::move(ground).error());
    return viewed(std::move(region));
}

Result<OpenedRegion> openBareTileset(const QString& path)
{
    OpenedRegion region;
    TWIN_TRY(auto source, tiles3d::openTileset(path, buildingsLayer, std::nullopt));
    TWIN_TRY(const geo::Geocentric geocentric, geo::Geocentric::create());
    if (!source->tree().nodes.empty())
        region.extent = source->tree().nodes.front().bounds;
    region.frame = source->frame();
    const ProjectedPosition centre =
        region.extent.isEmpty() ? region.frame.origin() : region.frame.toProjected(region.extent.centre());
    region.centre = geocentric.toGeodetic(centre);
    region.meridianConvergenceDegrees = geocentric.meridianConvergenceDegrees(centre);
    region.title = QFileInfo(path).absoluteDir().dirName();
    LayerInfo info;
    info.id = buildingsLayer;
    info.title = region.title;
    info.kind = LayerKind::CityModel;
    info.extent = region.extent;
    region.layers.push_back({std::move(info), {{0, std::move(source)}}, nullptr});
    region.sources = chosenSources(region.layers, {});
    return viewed(std::move(region));
}

} // namespace

bool isRegion(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return QFileInfo::exists(path + QStringLiteral("/region.json")) ||
               QFileInfo::exists(path + QStringLiteral("/tileset.json"));
    // A CityJSON or GeoJSON file is a source like any other.
    return info.suffix().compare(QStringLiteral("json"), Qt::CaseInsensitive) == 0 && adapterForFound(path) == nullptr;
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

Result<OpenedRegion> refreshRegion(const OpenedRegion& open)
{
    if (!open.package)
        return open;
    TWIN_TRY(OpenedRegion fresh, openPackage(open.package->folder()));
    fresh.package = open.package;
    for (OpenedLayer& layer : fresh.layers)
        for (const OpenedLayer& known : open.layers) {
            const bool same = known.info.id == layer.info.id && known.info.importedAt == layer.info.importedAt &&
                              known.info.folder == layer.info.folder && known.levels.size() == layer.levels.size();
            if (!same)
                continue;
            layer.levels = known.levels;
            layer.drape = known.drape;
        }
    fresh.sources = chosenSources(fresh.layers, {});
    return fresh;
}

} // namespace twin::services

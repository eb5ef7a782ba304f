// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/ObjectsFolder.h"

#include "package/LayerSources.h"
#include "package/RegionPackage.h"
#include "package/tiles/JointTileset.h"

#include <algorithm>
#include <set>

#include <QDir>
#include <QFileInfo>

namespace twin::services {
namespace {

QString inObjects(const QString& tileset)
{
    return QLatin1String(package::layerObjectsFolder) + QLatin1Char('/') + tileset;
}

/// @returns the tilesets that show all modules, those that can be no finer than `limit`; the others as coarsely as they
///          are known: nothing disappears at a coarser level.
QStringList shownAt(const std::vector<CityLayer>& modules, Lod limit)
{
    QStringList tilesets;
    for (const CityLayer& module : modules) {
        const auto fits = std::find_if(module.tilesets.begin(), module.tilesets.end(),
                                       [limit](const LayerTileset& tileset) { return tileset.lod <= limit; });
        tilesets.append((fits == module.tilesets.end() ? module.tilesets.back() : *fits).tileset);
    }
    return tilesets;
}

/// Modules are switched together in a layer: each level of detail gets a tileset that joins them. The finest shows
/// everything as it is known; further ones exist where a module has a coarser picture of itself.
Result<std::vector<LayerTileset>> joinedLevels(const package::LayerRequest& request, const RegionInfo& made,
                                               const Box& extent)
{
    Lod finestLod = 0;
    std::set<Lod, std::greater<>> lods;
    for (const CityLayer& module : made.cityLayers)
        for (const LayerTileset& tileset : module.tilesets) {
            finestLod = std::max(finestLod, tileset.lod);
            if (&tileset != &module.tilesets.front())
                lods.insert(tileset.lod);
        }
    lods.insert(finestLod);
    std::vector<LayerTileset> levels;
    for (const Lod lod : lods) {
        const bool finest = levels.empty();
        const QString name = finest ? QStringLiteral("tileset.json") : QStringLiteral("tileset-lod%1.json").arg(lod);
        QStringList uris = shownAt(made.cityLayers, lod);
        std::transform(uris.begin(), uris.end(), uris.begin(), inObjects);
        TWIN_CHECK(package::writeJointTileset(request.folder + QLatin1Char('/') + name, uris, extent, made.undulation));
        levels.push_back({lod, name});
    }
    return levels;
}

} // namespace

QString objectsFolder(const package::LayerRequest& request)
{
    return request.folder + QLatin1Char('/') + QLatin1String(package::layerObjectsFolder);
}

Result<void> describeObjects(const package::LayerRequest& request, package::WrittenLayer& layer)
{
    TWIN_TRY(const auto made, package::RegionPackage::open(objectsFolder(request)));
    const RegionInfo& region = made->info();
    const ProjectedPosition from = region.origin;
    const LocalPosition toRegion{from.eastingMetres, from.northingMetres, from.heightMetres};
    layer.extent.include(region.extent.min + toRegion);
    layer.extent.include(region.extent.max + toRegion);

    LayerInfo& info = layer.info;
    info.id = request.id;
    info.title = request.title.isEmpty() ? QFileInfo(request.files.constFirst()).completeBaseName() : request.title;
    info.kind = LayerKind::CityModel;
    info.folder = request.folder;
    if (region.cityLayers.size() == 1) {
        for (const LayerTileset& tileset : region.cityLayers.front().tilesets)
            info.tilesets.push_back({tileset.lod, inObjects(tileset.tileset)});
    } else {
        TWIN_TRY(info.tilesets, joinedLevels(request, region, layer.extent));
    }
    const ProjectedPosition zero = request.frame.value_or(SceneFrame()).origin();
    const LocalPosition shift{zero.eastingMetres, zero.northingMetres, zero.heightMetres};
    info.extent.include(layer.extent.min - shift);
    info.extent.include(layer.extent.max - shift);
    info.validFrom = request.date;
    info.validTo = request.until;
    info.licence = request.licence;
    info.importedAt = package::importMoment();
    info.demo = request.demo;
    return package::writeLayerJson(request, info);
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/RegionGround.h"

#include "geo/Heights.h"

#include <memory>
#include <vector>

namespace twin::services {

GroundAt groundOf(const package::RegionPackage& region)
{
    std::vector<std::shared_ptr<const geo::HeightRaster>> rasters;
    std::vector<Issue> ignored;
    for (const LayerInfo& layer : region.layers(ignored))
        if (layer.kind == LayerKind::Terrain)
            if (auto raster = geo::HeightRaster::open(layer.folder + QLatin1Char('/') + layer.image))
                rasters.push_back(std::make_shared<const geo::HeightRaster>(*std::move(raster)));
    std::shared_ptr<const GroundModel> estimated;
    if (auto ground = region.ground())
        estimated = std::make_shared<const GroundModel>(*std::move(ground));
    return [rasters, estimated, frame = region.frame()](double easting, double northing) -> std::optional<double> {
        for (const auto& raster : rasters)
            if (const auto height = raster->heightAt(easting, northing); height && *height)
                return **height;
        const LocalPosition p = frame.toLocal({easting, northing, 0});
        const auto height = estimated ? estimated->heightAt(p.x, p.y) : std::nullopt;
        return height ? std::optional(*height + frame.origin().heightMetres) : std::nullopt;
    };
}

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/OpenRegion.h"

#include "app/services/HomeView.h"
#include "geo/Crs.h"
#include "model/Logging.h"
#include "tiles3d/Tileset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace twin::services {
namespace {

const QString buildingsLayer = QStringLiteral("buildings");
const QString terrainLayer = QStringLiteral("terrain");
const QString regionFile = QStringLiteral("region.json");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::OpenRegion)
};

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

    if (const QString terrain = region.package->terrainTileset(); !terrain.isEmpty()) {
        TWIN_TRY(auto source, tiles3d::openTileset(terrain, terrainLayer, region.frame));
        region.sources.push_back(std::move(source));
    }
    if (const QString tileset = region.package->buildingsTileset(); !tileset.isEmpty()) {
        TWIN_TRY(auto buildings, tiles3d::openTileset(tileset, buildingsLayer, region.frame));
        region.focus = denseMiddle(buildings->tree());
        region.sources.push_back(std::move(buildings));
    }

    // A region without ground heights is still a region: the view falls back to the extent's lowest point.
    if (auto ground = region.package->ground())
        region.ground = std::make_shared<const GroundModel>(*std::move(ground));
    else
        qCDebug(log::app) << "no ground:" << ground.error().detail;
    return region;
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
    region.sources.push_back(std::move(source));
    return region;
}

} // namespace

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

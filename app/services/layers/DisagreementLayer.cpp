// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/DisagreementLayer.h"

#include "app/services/layers/ExtrusionLayer.h"
#include "package/LayerJson.h"
#include "package/LayerTheme.h"
#include "package/RegionPackage.h"
#include "package/StagingFolder.h"

#include <QCoreApplication>

namespace twin::services {

Result<LayerInfo> addDisagreementLayer(const QString& region, const LayerInfo& compared, const QString& theme,
                                       const CancellationToken& cancel)
{
    TWIN_TRY(const auto package, package::RegionPackage::open(region));
    package::LayerRequest request;
    request.title =
        QCoreApplication::translate("twin::services::Layers", "Gebäude neben dem Gelände (%1)").arg(compared.title);
    request.id = package::newLayerId(package->folder(), request.title);
    const QString target = package::layerFolder(package->folder(), request.id);
    TWIN_TRY(const auto staging, package::StagingFolder::create(target, QStringLiteral("layer.json")));
    request.folder = staging->path();
    request.files = {compared.folder + QStringLiteral("/buildings.csv")};
    request.crs = QStringLiteral("EPSG:25832+7837");
    request.extrude = QStringLiteral("1"); // on the ground the building itself would hide it
    request.base = QStringLiteral("top_height");
    request.frame = package->frame();
    request.undulation = package->info().undulation;
    request.demo = compared.demo;
    request.licence = compared.licence;
    request.date = compared.validFrom;
    request.until = compared.validTo;
    TWIN_TRY(package::WrittenLayer layer, writeExtrudedLayer(request, cancel, {}));
    TWIN_CHECK(package::setLayerTheme(request.folder, theme));
    TWIN_CHECK(package::hideLayerAtFirst(request.folder));
    TWIN_CHECK(staging->commit());
    layer.info.folder = target;
    return std::move(layer.info);
}

} // namespace twin::services

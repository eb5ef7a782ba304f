// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportLayers.h"

#include "app/services/adding/LayerThemes.h"
#include "app/services/layers/DisagreementLayer.h"
#include "app/services/LayerService.h"
#include "model/Issues.h"
#include "package/LayerJson.h"
#include "package/terrain/BuildingCheck.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>
#include <QDir>

namespace twin::services {
namespace {

constexpr std::size_t mostIssues = 10000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Import)
};

} // namespace

Result<NewLayers> importLayers(package::PackageWriter& writer, const LayerFiles& files, const ImportRequest& request,
                               const CancellationToken& cancel, const ProgressSink& progress)
{
    NewLayers layers;
    if (!files.hasLayers())
        return layers;
    layers.issues = files.remarks;
    package::LayerRequest common;
    common.crs = request.crs;
    common.threads = request.threads;
    common.demo = request.demo;
    const auto folderFor = [&writer](const QString& name, QString& id) -> Result<QString> {
        id = package::newLayerId(writer.stagingPath(), name);
        const QString folder = package::layerFolder(writer.stagingPath(), id);
        if (!QDir().mkpath(folder))
            return failure(ErrorCode::AccessDenied, Text::tr("Der Ordner der Ebene lässt sich nicht anlegen."), {}, {},
                           {folder, -1, {}});
        return folder;
    };
    const auto written = [&](const package::LayerRequest&, package::WrittenLayer& layer) -> Result<void> {
        writer.includeExtent(layer.extent);
        layers.bytesRead += layer.bytesRead;
        layers.issues.insert(layers.issues.end(), layer.issues.begin(), layer.issues.end());
        layers.infos.push_back(std::move(layer.info));
        return {};
    };
    Result<std::vector<Issue>> issues = writeLayers(files, common, {}, folderFor, written, cancel, progress);
    if (!issues && files.others.isEmpty())
        return failure(std::move(issues).error());
    if (!issues && (issues.error().code == ErrorCode::Cancelled || issues.error().code == ErrorCode::ResourceExhausted))
        return failure(std::move(issues).error());
    if (issues)
        layers.issues.insert(layers.issues.end(), issues->begin(), issues->end());
    else // the city models are a region without them
        layers.issues.push_back({refusalReason(issues.error()), issues.error().toText(), issues.error().where});
    return layers;
}

void compareBuildings(const QString& region, ImportSummary& summary, const CancellationToken& cancel)
{
    const auto note = [&summary](const Issue& issue) {
        ++summary.issueCounts[issue.reason];
        if (summary.skipped.size() < mostIssues)
            summary.skipped.push_back(issue);
    };
    std::vector<LayerInfo> shown;
    for (LayerInfo& layer : summary.layers) {
        layer.folder = package::layerFolder(region, layer.id);
        if (layer.kind != LayerKind::Terrain || summary.objects.empty())
            continue;
        const auto check = package::compareWithTerrain(region + QStringLiteral("/twin.gpkg"),
                                                       layer.folder + QLatin1Char('/') + layer.image,
                                                       layer.folder + QStringLiteral("/buildings.csv"), cancel);
        if (!check) {
            note({QStringLiteral("building.not-compared"), check.error().toText(), {layer.folder, -1, {}}});
            continue;
        }
        std::for_each(check->issues.begin(), check->issues.end(), note);
        if (check->issues.empty())
            continue;
        if (auto disagreement = addDisagreementLayer(region, layer, basisTheme, cancel))
            shown.push_back(*std::move(disagreement));
        else
            note({refusalReason(disagreement.error()), disagreement.error().toText(), {layer.folder, -1, {}}});
    }
    summary.layers.insert(summary.layers.end(), std::make_move_iterator(shown.begin()),
                          std::make_move_iterator(shown.end()));
}

} // namespace twin::services

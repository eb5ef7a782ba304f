// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/RegionLayers.h"

#include <algorithm>

#include <QCoreApplication>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::RegionLayers)
};

LayerChoice& choiceIn(std::vector<LayerChoice>& choices, const QString& layer)
{
    const auto at =
        std::find_if(choices.begin(), choices.end(), [&](const LayerChoice& choice) { return choice.layer == layer; });
    if (at != choices.end())
        return *at;
    choices.push_back({layer, true, 1, 0});
    return choices.back();
}

Result<const OpenedLayer*> find(std::span<const OpenedLayer> layers, const QString& id)
{
    QStringList known;
    for (const OpenedLayer& layer : layers) {
        if (layer.info.id == id)
            return &layer;
        known += layer.info.id;
    }
    return failure(ErrorCode::InvalidParameter, Text::tr("Die Ebene „%1“ gibt es nicht.").arg(id.left(80)), {},
                   Text::tr("Vorhanden sind: %1.").arg(known.join(QStringLiteral(", "))));
}

} // namespace

LayerChoice choiceOf(const QString& layer, std::span<const LayerChoice> choices)
{
    const auto at =
        std::find_if(choices.begin(), choices.end(), [&](const LayerChoice& choice) { return choice.layer == layer; });
    return at == choices.end() ? LayerChoice{layer, true, 1, 0} : *at;
}

std::vector<std::shared_ptr<const TileSource>> chosenSources(std::span<const OpenedLayer> layers,
                                                             std::span<const LayerChoice> choices)
{
    std::vector<std::shared_ptr<const TileSource>> sources;
    for (const OpenedLayer& layer : layers) {
        if (layer.levels.empty())
            continue;
        const int level = choiceOf(layer.info.id, choices).level;
        const bool isThere = level >= 0 && level < static_cast<int>(layer.levels.size());
        sources.push_back(layer.levels[static_cast<std::size_t>(isThere ? level : 0)].source);
    }
    return sources;
}

Result<std::vector<LayerChoice>> parseChoices(std::span<const OpenedLayer> layers, const QStringList& hidden,
                                              const QStringList& levels)
{
    std::vector<LayerChoice> choices;
    for (const QString& id : hidden) {
        TWIN_TRY(const OpenedLayer* layer, find(layers, id.trimmed()));
        choiceIn(choices, layer->info.id).visible = false;
    }
    for (const QString& text : levels) {
        TWIN_TRY(const OpenedLayer* layer, find(layers, text.section(QLatin1Char('='), 0, 0).trimmed()));
        const QString wanted = text.section(QLatin1Char('='), 1).trimmed();
        QStringList known;
        int level = -1;
        for (std::size_t i = 0; i < layer->levels.size(); ++i) {
            known += QString::number(layer->levels[i].lod);
            if (known.back() == wanted)
                level = static_cast<int>(i);
        }
        if (level < 0)
            return failure(
                ErrorCode::InvalidParameter,
                Text::tr("Die Ebene „%1“ hat die Detailstufe „%2“ nicht.").arg(layer->info.id, wanted.left(20)), {},
                Text::tr("Vorhanden sind: %1.").arg(known.join(QStringLiteral(", "))));
        choiceIn(choices, layer->info.id).level = level;
    }
    return choices;
}

} // namespace twin::services

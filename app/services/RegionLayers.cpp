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

bool isPhoto(const OpenedLayer& layer)
{
    return layer.info.kind == LayerKind::Imagery && layer.drape;
}

/// Areas and lines that were there from the beginning; what people added is theirs to hide.
bool isBaseMap(const OpenedLayer& layer)
{
    return layer.info.kind == LayerKind::Vector && layer.drape && layer.theme == QLatin1String("basis");
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

bool holdsOn(const LayerInfo& layer, const QDate& day)
{
    return (!layer.validFrom.isValid() || layer.validFrom <= day) && (!layer.validTo.isValid() || day <= layer.validTo);
}

LayerChoice choiceOf(const QString& layer, std::span<const LayerChoice> choices)
{
    const auto at =
        std::find_if(choices.begin(), choices.end(), [&](const LayerChoice& choice) { return choice.layer == layer; });
    return at == choices.end() ? LayerChoice{layer, true, 1, 0} : *at;
}

LayerChoice choiceOf(const OpenedLayer& layer, std::span<const LayerChoice> choices)
{
    const bool isChosen = std::any_of(choices.begin(), choices.end(),
                                      [&layer](const LayerChoice& choice) { return choice.layer == layer.info.id; });
    return isChosen ? choiceOf(layer.info.id, choices) : LayerChoice{layer.info.id, layer.isShownAtFirst, 1, 0};
}

bool isSwipeable(const OpenedLayer& layer)
{
    return layer.drape &&
           (layer.info.kind == LayerKind::Imagery || layer.info.validFrom.isValid() || layer.info.validTo.isValid());
}

bool hasPhoto(std::span<const OpenedLayer> layers)
{
    return std::any_of(layers.begin(), layers.end(), isPhoto);
}

std::vector<LayerChoice> choicesFor(PictureStyle style, std::span<const OpenedLayer> layers,
                                    std::span<const LayerChoice> choices)
{
    std::vector<LayerChoice> result;
    const OpenedLayer* newest = nullptr;
    bool shown = false;
    for (const OpenedLayer& layer : layers) {
        result.push_back(choiceOf(layer, choices));
        if (!isPhoto(layer) || result.back().swiped)
            continue;
        shown = shown || result.back().visible;
        if (newest == nullptr || !(layer.info.validFrom < newest->info.validFrom))
            newest = &layer;
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (style == PictureStyle::Map && isPhoto(layers[i]) && !result[i].swiped)
            result[i].visible = false;
        if (style == PictureStyle::Photo && newest != nullptr) {
            if (!shown && &layers[i] == newest)
                result[i] = {layers[i].info.id, true, 1, result[i].level};
            if (isBaseMap(layers[i]))
                result[i].visible = false;
        }
    }
    return result;
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
                                              const QStringList& levels, const QString& swiped)
{
    std::vector<LayerChoice> choices;
    for (const OpenedLayer& layer : layers)
        if (!layer.isShownAtFirst)
            choices.push_back(choiceOf(layer, {}));
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
    if (!swiped.isEmpty()) {
        TWIN_TRY(const OpenedLayer* layer, find(layers, swiped.trimmed()));
        if (!isSwipeable(*layer))
            return failure(ErrorCode::InvalidParameter,
                           Text::tr("Die Ebene „%1“ lässt sich nicht mit heute vergleichen.").arg(layer->info.id), {},
                           Text::tr("Das geht mit Bildern auf dem Gelände und mit datierten Karten."));
        LayerChoice& choice = choiceIn(choices, layer->info.id);
        choice.visible = choice.swiped = true;
    }
    return choices;
}

} // namespace twin::services

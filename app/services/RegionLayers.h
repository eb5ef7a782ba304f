// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/DrapeSource.h"
#include "model/Layer.h"
#include "model/PictureStyle.h"
#include "model/TileSource.h"
#include "package/vector/VectorLegend.h"

#include <memory>
#include <span>
#include <vector>

namespace twin::services {

/// A level of detail of a layer that can be shown.
struct LayerLevel {
    Lod lod = 0; ///< 0 where the layer has no such levels
    std::shared_ptr<const TileSource> source;
};

/// A layer of an opened region: what is known of it and what draws it. Tiles, or a picture on the ground.
struct OpenedLayer {
    LayerInfo info;
    std::vector<LayerLevel> levels;           ///< the first is shown by default; empty: no tiles
    std::shared_ptr<const DrapeSource> drape; ///< null: nothing lies on the ground
    QString theme = QStringLiteral("basis");  ///< idOf(LayerTheme) under which it is listed
    std::vector<package::VectorLegendRow> legend = {};
    bool isShownAtFirst = true; ///< false: waits until somebody switches it on
};

/// What somebody chose for one layer. Layers without a choice show as they do at first.
struct LayerChoice {
    QString layer;
    bool visible = true;
    double opacity = 1;  ///< 0…1
    int level = 0;       ///< index into OpenedLayer::levels
    bool always = false; ///< also shows when the clock stands at a day on which it did not hold
    bool swiped = false; ///< left of a divider it lies over all else, right of it it does not show; one layer at most
    friend bool operator==(const LayerChoice&, const LayerChoice&) = default;
};

/// @returns whether a layer tells the truth of a day: within its span, its first and last day included.
[[nodiscard]] bool holdsOn(const LayerInfo& layer, const QDate& day);
/// @returns the choice for a layer; the default one where there is none.
[[nodiscard]] LayerChoice choiceOf(const QString& layer, std::span<const LayerChoice> choices);
/// @returns the choice for a layer; where there is none, how it shows at first.
[[nodiscard]] LayerChoice choiceOf(const OpenedLayer& layer, std::span<const LayerChoice> choices);
/// @returns the tiles of the chosen levels, in the order of the layers. A level that is not there counts as the first.
[[nodiscard]] std::vector<std::shared_ptr<const TileSource>> chosenSources(std::span<const OpenedLayer> layers,
                                                                           std::span<const LayerChoice> choices);

/// @returns whether a layer can be swiped: it lies on the ground, and is a picture or holds for a time only.
[[nodiscard]] bool isSwipeable(const OpenedLayer& layer);
/// @returns whether there is a picture of the ground to show.
[[nodiscard]] bool hasPhoto(std::span<const OpenedLayer> layers);
/// @brief The choices as they count in a style of picture: Map shows no photos, which would cover it; Photo the newest
///        one where none was chosen, without the base map's areas. Else as chosen. @returns one of each layer. Pure.
[[nodiscard]] std::vector<LayerChoice> choicesFor(PictureStyle style, std::span<const OpenedLayer> layers,
                                                  std::span<const LayerChoice> choices);

/// @brief Reads choices as written on a command line; those of layers that wait come with them.
/// @param hidden  ids of layers that do not show
/// @param levels  "LAYER=LEVEL" with the level in tenths, e.g. "buildings=22"
/// @param swiped  id of the layer that lies left of the divider; empty: none
/// @returns InvalidParameter for a layer or level that is not there or cannot be swiped; the remedy names those that
/// are.
[[nodiscard]] Result<std::vector<LayerChoice>> parseChoices(std::span<const OpenedLayer> layers,
                                                            const QStringList& hidden, const QStringList& levels,
                                                            const QString& swiped = {});

} // namespace twin::services

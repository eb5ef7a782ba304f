// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Layer.h"
#include "model/observe/Datastream.h"

#include <optional>
#include <span>

namespace twin::services {

/// A heading of the layer panel: the basis, a person's own data, or one of the twelve action fields of the two cities'
/// strategy.
struct LayerTheme {
    std::optional<ActionField> field; ///< empty: the basis and a person's own data
    const char* feeds;                ///< German source text of feedsOf(): which data belong there
};

/// Layers that a person added, unless their theme is another.
inline const QString ownTheme = QStringLiteral("own");
inline const QString basisTheme = QStringLiteral("basis");

/// @returns all themes in the order of the layer panel, which is also that of drawing: the first is on top.
[[nodiscard]] std::span<const LayerTheme> layerThemes();
/// @returns null for an id that is no theme's.
[[nodiscard]] const LayerTheme* findTheme(QStringView id);
/// @returns the id as in layer.json: actionFieldName(), ownTheme or basisTheme.
[[nodiscard]] QString idOf(const LayerTheme& theme);
/// @returns the translated title, e.g. "Intelligente Mobilität".
[[nodiscard]] QString titleOf(const LayerTheme& theme);
/// @returns translated: which data belong there, e.g. "Haltestellen, Fahrten, Parkhäuser …".
[[nodiscard]] QString feedsOf(const LayerTheme& theme);
/// @returns the theme's place among all; that of the basis for an id that is none.
[[nodiscard]] int rankOf(QStringView themeId);

/// @returns the theme of a layer: what its layer.json states, else the basis. Reads a small file. Any thread.
[[nodiscard]] QString themeOf(const LayerInfo& layer);

} // namespace twin::services

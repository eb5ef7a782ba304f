// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <QString>

namespace twin::package {

/// @returns the theme that a layer's layer.json states: the id under which the layer panel lists it ("mobility", "own",
///          …); empty: none, or the file cannot be read. Any thread.
[[nodiscard]] QString layerTheme(const QString& layerFolder);

/// @brief States the theme of a layer in its layer.json; everything else in it stays as it is. Blocking.
/// @param theme  empty: none is stated any more
/// @returns NotFound, MalformedData, AccessDenied; the file is then as it was.
Result<void> setLayerTheme(const QString& layerFolder, const QString& theme);

/// @returns false for a layer that only shows when somebody switches it on. Any thread.
[[nodiscard]] bool isLayerShownAtFirst(const QString& layerFolder);

/// @brief States in its layer.json that a layer waits until it is switched on. Blocking. @returns as setLayerTheme.
Result<void> hideLayerAtFirst(const QString& layerFolder);

} // namespace twin::package

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

} // namespace twin::package

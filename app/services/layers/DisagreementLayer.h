// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Layer.h"
#include "model/Result.h"
#include "model/Task.h"

namespace twin::services {

/// @brief Adds a layer that puts a lid on the buildings that contradict the ground below them, with what
///        compareWithTerrain() found of each as attributes. It waits to be switched on. Blocking.
/// @param region   folder of the region package
/// @param compared the layer that was compared last: its table is what is shown, it gives the name and the theme
/// @returns the layer; the errors of the files; Cancelled.
[[nodiscard]] Result<LayerInfo> addDisagreementLayer(const QString& region, const LayerInfo& compared,
                                                     const QString& theme, const CancellationToken& cancel);

} // namespace twin::services

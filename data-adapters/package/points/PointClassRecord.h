// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Region.h"

#include <optional>

namespace twin::package {

/// @returns the id of a class of a layer's points, as its tiles name it and a pick reports it: "befliegung:2".
[[nodiscard]] QString pointClassId(const QString& layer, std::uint8_t classification);

/// @brief What a click on a point tells: its class, and how many points of the layer (points.json) have it.
/// @param folder  of the layer @param id  as pointClassId()
/// @returns empty for what is no class of a point cloud. Any thread.
[[nodiscard]] std::optional<ObjectRecord> pointClassRecord(const QString& folder, const QString& layer,
                                                           const QString& id);

} // namespace twin::package

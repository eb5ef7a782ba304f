// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/Result.h"
#include "model/Undulation.h"

#include <optional>

#include <QStringList>

namespace twin::package {

/// @brief Writes a tileset that shows several tilesets together (OGC 22-025r4 §7.3.2, external tilesets): the modules
///        of a city model that became one layer.
/// @param uris    of their tileset.json, relative to `path`
/// @param extent  of all, region CRS
/// @param undulation  as the tilesets were written with; empty: this machine's
[[nodiscard]] Result<void> writeJointTileset(const QString& path, const QStringList& uris, const Box& extent,
                                             const std::optional<Undulation>& undulation);

} // namespace twin::package

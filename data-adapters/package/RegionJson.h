// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Region.h"
#include "model/Result.h"

#include <QByteArray>

namespace twin::package {

/// Version of the package's layout. A reader refuses a newer one.
constexpr int regionFormatVersion = 1;
/// Largest region.json that is read.
constexpr qint64 largestRegionJsonBytes = 16 * 1024 * 1024;

/// @brief Writes region.json. @param groundSpacingMetres  of terrain/ground.tif; 0: the package has no ground
[[nodiscard]] QByteArray regionJson(const RegionInfo& info, double groundSpacingMetres);

/// @brief Reads region.json. @returns MalformedData, UnsupportedVersion.
[[nodiscard]] Result<RegionInfo> parseRegionJson(const QByteArray& json, const QString& path);

} // namespace twin::package

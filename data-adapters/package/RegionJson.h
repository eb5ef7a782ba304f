// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/HomeCamera.h"
#include "model/Region.h"
#include "model/Result.h"

#include <optional>

#include <QByteArray>

namespace twin::package {

/// Version of the package's layout. A reader refuses a newer one.
constexpr int regionFormatVersion = 1;
/// Largest region.json that is read.
constexpr qint64 largestRegionJsonBytes = 16 * 1024 * 1024;

/// Sources that region.json names itself: it is opened first and stays small. All stand in the database's lineage.
constexpr std::size_t mostListedSources = 1000;

/// What region.json says.
struct RegionFile {
    RegionInfo info;
    std::optional<HomeCamera> home; ///< empty: nobody chose a view
};

/// @brief Writes region.json. @param groundSpacingMetres  of terrain/ground.tif; 0: the package has no ground
[[nodiscard]] QByteArray regionJson(const RegionFile& region, double groundSpacingMetres);

/// @brief Reads region.json. A home view that makes no sense counts as none. Sources beyond mostListedSources come
///        back empty: their places are kept. @returns MalformedData, UnsupportedVersion.
[[nodiscard]] Result<RegionFile> parseRegionJson(const QByteArray& json, const QString& path);

} // namespace twin::package

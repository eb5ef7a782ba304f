// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/Json.h"

#include <span>
#include <vector>

#include <QStringList>

namespace twin::tiles3d {

/// The glTF inside a content file, views into the file's bytes.
struct ContentPart {
    std::span<const std::uint8_t> json;
    std::span<const std::uint8_t> binary;
    std::span<const std::uint8_t> batchTable;   ///< JSON of a b3dm's batch table; empty: none
    std::span<const std::uint8_t> featureTable; ///< JSON of a b3dm's feature table; empty: none
};

/// @brief Finds the glTF assets of a content: glTF (JSON), GLB, b3dm (3D Tiles 1.0) and cmpt of these.
/// @param path  for messages
/// @returns UnsupportedFormat for point clouds (pnts), instances (i3dm), vector data and glTF 1.0, MalformedData.
Result<std::vector<ContentPart>> openContent(std::span<const std::uint8_t> file, const QString& path);

} // namespace twin::tiles3d

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <optional>

namespace twin::services {

/// @brief What to say of a file in a format that people have but no reader takes: IFC, FBX, DWG, E57, XLSX, a tile or a
///        tileset of 3D Tiles … Told by its content where that is plain, else by its name. Reads its beginning; any
///        thread.
/// @returns UnsupportedFormat with the format's name and the way to one that is read; empty for all other files
[[nodiscard]] std::optional<Error> foreignFormat(const QString& path);

} // namespace twin::services

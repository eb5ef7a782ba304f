// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/GltfDocument.h"

namespace twin::tiles3d {

/// @brief Says how well a property serves as the id of a feature, by its name or its semantic (3D Metadata, "ID").
/// @returns 0 for the best; empty for a property that is no id.
[[nodiscard]] std::optional<int> idRank(std::string_view name, std::string_view semantic);

/// @brief Reads the ids of a property table of EXT_structural_metadata.
/// @param table  index of the table
/// @returns one id a row; empty when no property is an id of a type that can be read (string or number).
Result<std::vector<QString>> readPropertyTableIds(GltfDocument& document, std::size_t table);

/// @brief Reads a property of texts of a property table of EXT_structural_metadata.
/// @returns one text a row; empty when there is no such property that can be read: nothing depends on it.
[[nodiscard]] std::vector<QString> readPropertyTableTexts(GltfDocument& document, std::size_t table,
                                                          std::string_view property);

} // namespace twin::tiles3d

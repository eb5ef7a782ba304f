// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/appearance/AppearanceTable.h"
#include "citygml/CityGmlReader.h"

namespace twin::citygml {

/// @brief Reads the appearances that stand beside the objects of a model, often behind them all: before the first
/// object
///        is handed out. A file that has none costs one quick search of its bytes, and only if it names the vocabulary.
/// @returns null for none; Cancelled. A file that cannot be read is left to the caller to find out.
[[nodiscard]] Result<std::shared_ptr<const AppearanceTable>>
readModelAppearances(const QString& path, const ReadLimits& limits, const Names::Declarations& declarations,
                     std::vector<Issue>& issues, const CancellationToken& cancel);

} // namespace twin::citygml

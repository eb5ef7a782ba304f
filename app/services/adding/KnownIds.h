// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <functional>

#include <QString>

namespace twin::services {

/// @brief The gml:ids that a region has already, of its own objects and of city models that were added.
/// @param regionFolder  of the region package
/// @returns a question that any thread may ask; the error of the region's database.
[[nodiscard]] Result<std::function<bool(const QString& gmlId)>> knownIds(const QString& regionFolder);

} // namespace twin::services

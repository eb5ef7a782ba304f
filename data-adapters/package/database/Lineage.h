// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"

#include <vector>

namespace twin::package {

/// @brief Fills in the sources of a region from its database. @param sources  as many as region.json states; those that
///        the database does not know stay as they are. Any thread. @returns the errors of the file.
Result<void> readLineage(const QString& geoPackage, std::vector<SourceInfo>& sources);

} // namespace twin::package

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"
#include "package/PackageWriter.h"

#include <vector>

namespace twin::test {

/// @brief Writes a package of the given objects with `threads` threads calling accept() at once.
Result<ImportSummary> writePackage(const QString& folder, std::vector<CityObjectBatch> batches, int threads,
                                   const CancellationToken& cancel = {});

} // namespace twin::test

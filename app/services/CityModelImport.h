// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityModelReader.h"

#include <QStringList>

namespace twin::services {

struct CityModelImportOptions {
    QString crs;     ///< for files that state none; empty: refused
    int threads = 0; ///< 0: all cores
};

/// @brief Reads city models of all formats into one sink. Files that nobody knows or that cannot be read are issues.
///        Blocking; any thread but the GUI's.
/// @returns what was read, one source for each file that was tried, in the order that objects refer to; the first
///          refusal when nothing could be read, the sink's error, Cancelled.
[[nodiscard]] Result<CityModelReadSummary> readCityModels(const QStringList& files,
                                                          const CityModelImportOptions& options, CityObjectSink& sink,
                                                          const CancellationToken& cancel,
                                                          const ProgressSink& progress);

} // namespace twin::services

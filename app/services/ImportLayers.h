// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/adding/LayerFiles.h"
#include "app/services/ImportService.h"
#include "package/PackageWriter.h"

namespace twin::services {

/// The layers that an import made beside the city models.
struct NewLayers {
    std::vector<LayerInfo> infos;
    std::vector<Issue> issues;
    qint64 bytesRead = 0;
};

/// @brief Writes terrain and imagery below the package's staging folder: all of the region appears at once. Blocking.
/// @returns an error only where the import cannot go on: it was cancelled, the disk is full, or there is nothing else.
[[nodiscard]] Result<NewLayers> importLayers(package::PackageWriter& writer, const LayerFiles& files,
                                             const ImportRequest& request, const CancellationToken& cancel,
                                             const ProgressSink& progress);

/// @brief Compares buildings with terrain where a finished region has both, and notes what disagrees in the summary.
///        The region stands whatever comes of it. Blocking.
void compareBuildings(const QString& region, ImportSummary& summary, const CancellationToken& cancel);

} // namespace twin::services

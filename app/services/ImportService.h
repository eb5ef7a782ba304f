// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/adding/LayerFiles.h"
#include "model/HomeCamera.h"
#include "model/Region.h"
#include "model/Result.h"
#include "model/Task.h"

#include <optional>

#include <QStringList>

namespace twin::services {

class QualityInspection;

struct ImportRequest {
    QStringList sources;              ///< files or folders (searched recursively, see SourceAdapters and sortSources)
    std::optional<LayerFiles> sorted; ///< the sources as findSources gave them: they are not looked into again
    QString out;                      ///< region folder
    QString crs;                      ///< for sources that state none; empty: refused
    QString title;                    ///< empty: the folder's name
    int threads = 0;                  ///< 0: all cores
    bool demo = false;
    std::optional<HomeCamera> home;          ///< empty: whoever opens the region finds a view
    QualityInspection* inspection = nullptr; ///< looks at all city objects for a quality report; null: nobody does
};

/// What is there to import.
struct FoundSources {
    QStringList files; ///< sorted, each once
    LayerFiles sorted; ///< the same by what becomes of them
};

/// @brief The files that an import of these sources reads: named files as they are, folders searched for files that an
///        adapter knows by name and content (sourceAdapters()), for terrain and for imagery (sortSources()). Any
///        thread.
/// @returns NotFound for a source that does not exist, NoData when nothing is left.
[[nodiscard]] Result<FoundSources> findSources(const QStringList& sources);

/// @brief Files → region package, with terrain and imagery as layers of it. Blocking; any thread but the GUI's.
/// @returns the summary with seconds and bytesRead; an Error with one cause per file when none could be read.
/// InvalidParameter when
///          `out` holds anything but a region package: foreign files are never replaced.
[[nodiscard]] Result<ImportSummary> importSources(const ImportRequest& request, const CancellationToken& cancel,
                                                  const ProgressSink& progress);

} // namespace twin::services

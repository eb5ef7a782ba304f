// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"
#include "model/Task.h"

#include <functional>

#include <QStringList>

namespace twin {

/// What every reader of city models is told.
struct CityModelReadOptions {
    int threads = 0;     ///< 0: all cores
    QString crs;         ///< used where a file states none or an unknown one (--crs); what a file states wins, with
                         ///< the issue crs.option-unused where both differ; empty: MissingCrs for a file without
    int firstSource = 0; ///< CityObjectBatch::sourceIndex of the first file: several readers may fill one sink
};

/// What was read in all. Per-object issues travel with the batches.
struct CityModelReadSummary {
    std::vector<SourceInfo> sources; ///< one for each file, in the order given
    qint64 bytesRead = 0;
    std::vector<Issue> issues; ///< of whole files: refused, truncated, unknown members …
};

/// The contract of a city-model reader: files → batches of city objects in the region CRS. A file that cannot be read
/// becomes an Issue and the others go on, but when no file could be read an error is returned. Blocking; any thread but
/// the GUI's; `sink.accept` is called from several threads.
using CityModelReader = std::function<Result<CityModelReadSummary>(
    const QStringList& files, const CityModelReadOptions& options, CityObjectSink& sink,
    const CancellationToken& cancel, const ProgressSink& progress)>;

} // namespace twin

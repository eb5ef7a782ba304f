// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/CityGmlReader.h"
#include "support/CollectingSink.h"

/// Reads files with all defaults but the threads.
inline twin::Result<twin::citygml::ReadSummary> readInto(twin::CityObjectSink& sink, const QStringList& files,
                                                         const twin::citygml::ReadOptions& options = {})
{
    return twin::citygml::read(files, options, sink, twin::CancellationToken(), {});
}

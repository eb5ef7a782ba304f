// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"

#include <QStringList>

namespace twin::demo {

struct DemoOptions {
    int buildings = 4000; ///< about so many
    quint32 seed = 2030;  ///< same seed, same bytes
};

/// @brief Writes a generated district as AdV-profile CityGML 1.0 files of 1 km tiles (demo data, called demo
/// everywhere).
/// @returns the files written, in tile order.
[[nodiscard]] Result<QStringList> writeDemoCity(const QString& folder, const DemoOptions& options,
                                                const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/terrain/Breaklines.h"
#include "model/Result.h"
#include "model/Task.h"

#include <QStringList>

namespace twin::services {

/// @brief Reads the lines on which a terrain bends: lines with heights of any vector format, curves of the relief of a
///        city model (CityGML BreaklineRelief). Blocking; any thread but the GUI's.
/// @param crs     for files that state none; may be empty
/// @param issues  gets what the readers say, and how many lines have no heights
/// @returns the readers' errors, NoData for files without such a line, Cancelled.
[[nodiscard]] Result<std::vector<geo::Breakline>> readBreaklines(const QStringList& files, const QString& crs,
                                                                 std::vector<Issue>& issues,
                                                                 const CancellationToken& cancel);

} // namespace twin::services

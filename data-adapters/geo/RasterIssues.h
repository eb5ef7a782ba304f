// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/RasterInfo.h"

#include <vector>

namespace twin::geo {

/// @returns the Issue of a raster file that could not be read while others could.
[[nodiscard]] Issue rasterIssue(const Error& error, const QString& path);

/// @brief What is doubtful in a file of heights that was read: unstated height reference, impossible heights.
void appendHeightIssues(const RasterInfo& info, std::vector<Issue>& issues);

} // namespace twin::geo

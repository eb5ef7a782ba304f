// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/points/PointCloud.h"
#include "model/Task.h"

#include <QByteArrayView>

namespace twin::pointcloud {

struct ReadOptions {
    QString crs;     ///< used where a file states none or an unknown one (--crs); empty: such a file is refused
    int threads = 0; ///< 0: all cores
};

/// @returns 0…100: how sure the first bytes are a point cloud (LAS, LAZ, COPC).
[[nodiscard]] int score(const QString& path, QByteArrayView firstBytes);

/// @brief Says what a point cloud is, by its header alone. Any thread.
/// @returns NotFound, AccessDenied, UnsupportedFormat, UnsupportedVersion, MalformedData, NoData, MissingCrs,
///          OutOfRegion for a cloud that no part of central Europe is in.
[[nodiscard]] Result<PointSource> inspect(const QString& path, const ReadOptions& options);

/// @brief Reads LAS 1.0–1.4 (point formats 0–10), LAZ and COPC (docs/decisions/0018). Points come in any order.
///        Withheld points are left out; damaged chunks and points that cannot be converted too, each counted as an
///        Issue. Memory: some megabytes a thread. Blocking; any thread but the GUI's.
/// @returns as inspect(); the sink's error; Cancelled; MalformedData when nothing could be read.
[[nodiscard]] Result<PointSource> read(const QString& path, const ReadOptions& options, PointSink& sink,
                                       std::vector<Issue>& issues, const CancellationToken& cancel,
                                       const ProgressSink& progress);

} // namespace twin::pointcloud

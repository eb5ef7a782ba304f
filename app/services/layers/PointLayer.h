// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"
#include "package/LayerRequest.h"

namespace twin::services {

/// @brief Makes a layer of one or more point clouds: tileset.json (3D Tiles 1.1, an octree of points), where there is
///        noise noise/tileset.json as a further level, points.json with what was counted, layer.json. A file that
///        cannot be read becomes an Issue and the others go on. Blocking; any thread but the GUI's; memory stays below
///        a gigabyte whatever the cloud, the disk holds some 40 bytes a point meanwhile.
/// @returns the first file's error when none could be read; Cancelled; ResourceExhausted, also before anything is read
///          where the disk is too small.
[[nodiscard]] Result<package::WrittenLayer>
writePointLayer(const package::LayerRequest& request, const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::services

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ControlPoints.h"
#include "model/Task.h"
#include "package/LayerRequest.h"

namespace twin::package {

/// The picture in the folder of an imagery layer.
inline constexpr const char* imageFile = "image.tif";

/// @brief Makes a layer of one or many pictures: image.tif, a Cloud-Optimised GeoTIFF in EPSG:25832. Blocking; any
///        thread but the GUI's; memory is bounded whatever the size.
/// @param fit  lays a picture without georeference on the ground; its residuals go to residuals.csv
/// @returns the first file's error when none could be read; Cancelled; ResourceExhausted.
[[nodiscard]] Result<WrittenLayer> writeImageLayer(const LayerRequest& request,
                                                   const std::optional<geo::ControlPointFit>& fit,
                                                   const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::package

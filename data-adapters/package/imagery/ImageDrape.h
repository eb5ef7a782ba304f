// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/DrapeSource.h"
#include "model/Layer.h"
#include "model/SceneFrame.h"

#include <memory>

namespace twin::package {

/// @brief Opens the picture of an imagery layer for drawing: the overview that fits is read, as many handles as threads
///        paint at once. @param layer  with folder and image
/// @returns NotFound, MalformedData, TransformFailed. Any thread.
[[nodiscard]] Result<std::shared_ptr<const DrapeSource>> openImageDrape(const LayerInfo& layer,
                                                                        const SceneFrame& frame);

} // namespace twin::package
